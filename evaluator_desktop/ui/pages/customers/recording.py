"""Calls on their way to the store, one at a time: a card answers only for whom it shows."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from evaluator_desktop.domain.satisfaction import Disposition
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations.calls import record_call
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.queries.customers import SamplePlace, SampleView
from evaluator_desktop.texts import _
from evaluator_desktop.ui.models.call_answer import Answer
from evaluator_desktop.ui.models.customer_words import answer_words, place_words
from evaluator_desktop.ui.pages.customers.call_card import GivenCall


class Recording(QObject):
    """Signals: `recorded(words)`, `refused(error, given)` with what was given."""

    recorded = Signal(str)
    refused = Signal(object, object)

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self.is_busy = False

    def record(self, provider: str, given: GivenCall) -> None:
        """Record a call, building on the heads that the card showed."""
        answer = given.answer
        self.is_busy = True
        self._runner.store_job(
            record_call,
            *(provider, given.place.customer, str(answer.disposition)),
            service_real=answer.service_real,
            satisfaction=answer.satisfaction,
            words=given.words,
            seen=given.place.seen,
            done=partial(self._hear, given),
            failed=partial(self._refuse, given),
            owner=self,
        )

    def _hear(self, given: GivenCall, _changes: Changes) -> None:
        self.is_busy = False
        attempt = _("attempt {number}").format(number=len(given.place.attempts) + 1)
        self.recorded.emit(f"{place_words(given.place)}: {answer_words(given.answer)} · {attempt}")

    def _refuse(self, given: GivenCall, error: EvaluatorError) -> None:
        self.is_busy = False
        self.refused.emit(error, given)


def permit(view: SampleView, place: SamplePlace | None) -> tuple[bool, str]:
    """Say whether a call to somebody can be recorded here, and what is to be minded."""
    if place is None or view.is_locked:
        return False, ""
    if place.in_conflict:
        return False, _conflict_words(place)
    if not place.is_due and place.call is None:
        return False, _("Not to be called yet: the reserve comes in its order, by itself.")
    if place.call is not None and place.call.disposition == Disposition.COMPLETED:
        return True, _(
            "The interview stands: no answer or a refusal is counted as one more call and leaves "
            "it; other answers take its place."
        )
    if not place.is_due:
        return True, _("Recorded before: what is recorded now is one more call, and counts.")
    return True, ""


def _conflict_words(place: SamplePlace) -> str:
    """Say what each laptop recorded of one call."""
    said = [
        f"{head.author}: {answer_words(Answer.of(head.body)) or _('taken back')}"
        for head in place.heads
    ]
    words = _("This call differs between laptops ({said}). It is decided on the Merge page.")
    return words.format(said="; ".join(said))


def newly_due(before: SampleView | None, now: SampleView) -> str:
    """Name whom the reserve brought in between two readings of one sample, "" for nobody."""
    if before is None or before.provider != now.provider or before.redraw != now.redraw:
        return ""
    known = {place.customer for place in before.due}
    came = [place for place in now.due if place.is_reserve and place.customer not in known]
    if not came:
        return ""
    numbers = ", ".join(str(place.number) for place in came)
    return _("the reserve brings in No. {numbers}").format(numbers=numbers)
