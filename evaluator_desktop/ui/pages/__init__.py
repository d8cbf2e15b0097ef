"""The pages of the window, one file each; they never call one another."""
