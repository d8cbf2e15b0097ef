"""Readers of foreign files, one a kind; they run in the preview process only."""
