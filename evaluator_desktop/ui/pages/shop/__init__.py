"""The panes of the shop page, and what stands in its fields."""
