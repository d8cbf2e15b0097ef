"""The window: pages, dialogs and widgets, and the one room that knows QtWidgets."""
