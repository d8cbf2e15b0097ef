"""Work in the background and previews, for the window; QtCore only."""
