"""A page with nothing on it, for the places of a window that a test does not look at."""

from evaluator_desktop.ui.page import Page


class BlankPage(Page):
    """Stands in for a page."""

    def __init__(self, _services: object) -> None:
        super().__init__()
