"""What a person does to a provider, given to the store thread with the heads on screen."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from evaluator_desktop.domain.bodies import Evidence, OutcomeRecord, Rating
from evaluator_desktop.domain.body_words import rating_words
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations import evidence, ratings, verification
from evaluator_desktop.operations import round as rounds
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.queries.workbench import WorkbenchView
from evaluator_desktop.texts import _, language, ngettext
from evaluator_desktop.ui.pages.workbench.outcome_box import Judgement
from evaluator_desktop.ui.pages.workbench.words import outcome_words
from evaluator_desktop.ui.pages.workbench.writer import Successions, write


class Deeds(QObject):
    """Gives every operation of the workbench but adding files.

    Signals:
        recorded(words): something was recorded; the words name it.
        refused(error, retry): an EvaluatorError, and the same deed once more.
        rating_refused(key, value, reason), judgement_refused(judgement): keep this text.
    """

    recorded = Signal(str)
    refused = Signal(object, object)
    rating_refused = Signal(str, str, str)
    judgement_refused = Signal(object)

    view: WorkbenchView | None = None
    """What is on screen."""

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._successions = Successions()
        self._waiting = 0

    @property
    def is_busy(self) -> bool:
        """Something is not recorded yet, so what is read now is out of date soon."""
        return self._waiting > 0

    def judge(self, judgement: Judgement) -> None:
        """Record an outcome."""
        number, name = self._file(judgement.evidence)
        self._write(
            partial(self.judge, judgement),
            derived_entity(OutcomeRecord.kind, judgement.evidence),
            OutcomeRecord.kind,
            verification.record_outcome,
            (judgement.evidence, judgement.outcome),
            {"method": judgement.method, "on": judgement.on, "note": judgement.note},
            outcome_words(number, name, judgement.outcome, judgement.method, judgement.note or ""),
            partial(self.judgement_refused.emit, judgement),
        )

    def rate(self, key: str, value: str, reason: str) -> None:
        """Record a rating with its reason, or take it back where `value` is "".

        `key` is the provider's id, a stroke and the item's id.
        """
        if self.view is None:
            return
        provider, _stroke, item_id = key.partition("/")
        entity = derived_entity(Rating.kind, provider, item_id, self.view.person)
        again = partial(self.rate, key, value, reason)
        refused = partial(self.rating_refused.emit, key, value, reason)
        name = self._item_name(item_id)
        if value:
            words = _("{item} {value}").format(item=name, value=rating_words(value))
            args: tuple[object, ...] = (provider, item_id, value, reason)
            self._write(again, entity, Rating.kind, ratings.rate, args, {}, words, refused)
        else:
            words = _("{item}: rating taken back").format(item=name)
            args = (provider, item_id)
            self._write(again, entity, Rating.kind, ratings.clear_rating, args, {}, words, refused)

    def describe(
        self, evidence_id: str, requirement: str | None, captured_on: date | None, note: str
    ) -> None:
        """Say what a file is for and when it was made."""
        keywords = {"requirement": requirement, "captured_on": captured_on, "note": note}
        number, name = self._file(evidence_id)
        self._write(
            partial(self.describe, evidence_id, requirement, captured_on, note),
            evidence_id,
            Evidence.kind,
            evidence.describe,
            (evidence_id,),
            keywords,
            _("{number} {name} described").format(number=number, name=name),
        )

    def remove(self, evidence_id: str, reason: str) -> None:
        """Mark a file as removed."""
        number, name = self._file(evidence_id)
        self._write(
            partial(self.remove, evidence_id, reason),
            evidence_id,
            Evidence.kind,
            evidence.remove,
            (evidence_id, reason),
            {},
            _("{number} {name} removed").format(number=number, name=name),
        )

    def link(self, evidence_id: str, places: Sequence[tuple[str, str | None]]) -> None:
        """Use a file for other items and requirements too."""
        number, name = self._file(evidence_id)
        words = ngettext(
            "{number} {name}: used for {count} more",
            "{number} {name}: used for {count} more",
            len(places),
        ).format(number=number, name=name, count=len(places))
        self._waiting += 1
        self._runner.store_job(
            evidence.link,
            evidence_id,
            places,
            done=partial(self._tell, words),
            failed=partial(self._refuse, partial(self.link, evidence_id, places), None),
            owner=self,
        )

    def submit(self) -> None:
        """Submit one's own work on the provider."""
        if self.view is None:
            return
        provider = self.view.assessment.record
        words = _("{name} submitted").format(name=provider.name)
        self._waiting += 1
        self._runner.store_job(
            rounds.submit,
            provider.id,
            done=partial(self._tell, words),
            failed=partial(self._refuse, self.submit, None),
            owner=self,
        )

    def _write(
        self,
        again: Callable[[], None],
        entity: str,
        kind: str,
        operation: Callable[..., Changes],
        args: tuple[object, ...],
        keywords: Mapping[str, object],
        words: str,
        keep: Callable[[], None] | None = None,
    ) -> None:
        self._waiting += 1
        self._runner.store_job(
            write,
            self._successions,
            entity,
            self._seen(kind, entity),
            operation,
            args,
            keywords,
            done=partial(self._tell, words),
            failed=partial(self._refuse, again, keep),
            owner=self,
        )

    def _tell(self, words: str, _changes: Changes) -> None:
        self._waiting -= 1
        self.recorded.emit(words)

    def _refuse(
        self, again: Callable[[], None], keep: Callable[[], None] | None, error: EvaluatorError
    ) -> None:
        self._waiting -= 1
        if keep is not None:
            keep()
        self.refused.emit(error, again)

    def _seen(self, kind: str, entity_id: str) -> tuple[str, ...] | None:
        """Return the heads on screen, withdrawn ones too; None where they differ."""
        entities = self.view.assessment.record.entities.get(kind, ()) if self.view else ()
        entity = next((entity for entity in entities if entity.id == entity_id), None)
        if entity is None:
            return ()
        return None if entity.in_conflict else entity.head_ids

    def _file(self, evidence_id: str) -> tuple[int, str]:
        items = self.view.assessment.items if self.view else ()
        for item in items:
            for number, found in enumerate(item.evidence, start=1):
                if found.entity.id == evidence_id:
                    return number, found.body.name
        return 0, ""

    def _item_name(self, item_id: str) -> str:
        items = self.view.assessment.items if self.view else ()
        names = (item.item.name for item in items if item.item.id == item_id)
        return next((name.text(language()) for name in names), "")
