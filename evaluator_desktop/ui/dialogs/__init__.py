"""Dialogs: what cannot be a line in a pane."""
