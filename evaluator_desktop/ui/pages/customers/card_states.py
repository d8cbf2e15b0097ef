"""What stands in the card's place while there is nobody to call: why, and what to do next."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QStackedWidget

from evaluator_desktop.domain.customer_state import SampleState
from evaluator_desktop.store.queries.customers import SampleView
from evaluator_desktop.texts import _, count_text
from evaluator_desktop.ui.widgets.empty_state import EmptyState

Words = Callable[[SampleView], tuple[str, str]]
Deed = Callable[[], object]


class CardStates:
    """The empty states of the card, made once; `import_list` … are what their buttons do."""

    def __init__(
        self,
        stack: QStackedWidget,
        nobody: EmptyState,
        *,
        import_list: Deed,
        save_template: Deed,
        show_sample: Deed,
        show_merge: Deed,
    ) -> None:
        self._stack, self._nobody = stack, nobody
        self._begin, self._draw, self._differs = EmptyState(), EmptyState(), EmptyState()
        for state in (self._begin, self._draw, self._differs):
            stack.addWidget(state)
        self._import_button = self._begin.add_button(_("Import list…"), import_list, icon="import")
        self._begin.add_button(_("Save template…"), save_template, icon="table")
        self._draw.add_button(_("Draw the sample…"), show_sample)
        self._differs.add_button(_("To the Merge page"), show_merge)
        self._of: Mapping[SampleState, tuple[EmptyState, Words]] = {
            SampleState.NO_LIST: (self._begin, _no_list),
            SampleState.NO_NUMBERS: (self._begin, _no_numbers),
            SampleState.NOT_DRAWN: (self._draw, _not_drawn),
            SampleState.DIFFERS: (self._differs, _differs),
            SampleState.LIST_CHANGED: (self._draw, _list_changed),
            SampleState.CALLING: (nobody, _finished),
            SampleState.FINISHED: (nobody, _finished),
        }

    def show_no_provider(self) -> None:
        """Say that no provider is chosen."""
        self._nobody.set_words(
            _("No provider is chosen"), _("Choose one at the left; Enter brings its card.")
        )
        self._stack.setCurrentWidget(self._nobody)

    def show(self, view: SampleView) -> None:
        """Say why nobody is to be called."""
        self._import_button.setEnabled(not view.is_locked)
        state, words = self._of[view.state]
        state.set_words(*words(view), dashed=state is self._begin)
        self._stack.setCurrentWidget(state)


def _no_list(_view: SampleView) -> tuple[str, str]:
    words = _("Import the customers of this provider from Excel, or drop the file here.")
    return _("No list of customers"), words


def _no_numbers(view: SampleView) -> tuple[str, str]:
    words = _("None of the {count} customers has a number that can be called.")
    return _("Nobody can be called"), words.format(count=count_text(view.customers))


def _not_drawn(view: SampleView) -> tuple[str, str]:
    words = _("{population} customers can be called; {size} of them would be drawn.")
    return _("The sample is not drawn"), words.format(
        population=count_text(view.size.population), size=count_text(view.size.size)
    )


def _differs(_view: SampleView) -> tuple[str, str]:
    words = _("Two laptops drew differently. Which draw counts is decided on the Merge page.")
    return _("Draws differ between laptops"), words


def _list_changed(_view: SampleView) -> tuple[str, str]:
    words = _("The list of customers changed after the draw. Draw again.")
    return _("List changed after the draw"), words


def _finished(view: SampleView) -> tuple[str, str]:
    sample = view.sample
    done, size = (sample.done, sample.size) if sample else (0, 0)
    if done < size:
        words = _("The reserve is used up: {done} of {size} customers were reached.")
    else:
        words = _("All {size} were reached. Enter on a row of the list opens its card again.")
    return _("Sample finished"), words.format(done=count_text(done), size=count_text(size))
