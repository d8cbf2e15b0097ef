"""The panes of the workbench: each shows a part of one provider and says what a person wishes."""
