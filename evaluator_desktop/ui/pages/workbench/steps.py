"""What a lead does with a provider as a whole, and the list of findings that leads there."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import LEAD
from evaluator_desktop.domain.departure import Place
from evaluator_desktop.domain.entry import RECORDED
from evaluator_desktop.domain.finding import Finding, Severity
from evaluator_desktop.domain.parameters import EntryCondition
from evaluator_desktop.operations import round as rounds
from evaluator_desktop.operations.classes import decide_class
from evaluator_desktop.operations.entry import record_entry_fact
from evaluator_desktop.texts import _
from evaluator_desktop.ui.dialogs.class_dialog import ClassDialog
from evaluator_desktop.ui.dialogs.entry_dialog import EntryDialog
from evaluator_desktop.ui.dialogs.findings_dialog import FindingsDialog
from evaluator_desktop.ui.dialogs.reason_dialog import ReasonDialog
from evaluator_desktop.ui.models.finding_rows import provider_rows
from evaluator_desktop.ui.pages.workbench.course import Course
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.widgets.dialog_drafts import keep_in_dialog

_PAGES = {
    "shop": "shop",
    "customers": "verification/customers",
    "profile": "providers",
    "round": "merge",
}
"""Where places outside the workbench are mended."""

_SETTLED_ON_MERGE_PAGE = {"D3": "merge/conflicts", "D10": "merge/consensus"}
"""Rules whose findings of the final report are settled there: conflicts, and disputes by a lead."""

_FOR_GOOD = (rounds.lock, rounds.unlock)
"""Not taken back by Ctrl+Z."""


class Steps(QObject):
    """Acts on the provider that the course shows.

    Signals:
        recorded(words), failed(error): what came of a step.
        settled(words): one is done that Ctrl+Z does not take back.
        remarked(words): why nothing was asked.
        page_requested(page_id): a finding is mended on that page.
    """

    recorded = Signal(str)
    settled = Signal(str)
    failed = Signal(object)
    remarked = Signal(str)
    page_requested = Signal(str)

    def __init__(self, services: Services, course: Course, parent: QWidget) -> None:
        super().__init__(parent)
        self._services, self._course, self._window = services, course, parent

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what can be done now, by the action ids of `actions.MENUS`."""
        found: dict[str, Callable[[], object]] = {"show_findings": self.show_findings}
        if any(c.measure in RECORDED for c in self._entry_conditions):
            found["entry_conditions"] = self.ask_entry_conditions
        if self._is_lead:
            found |= {
                "decide_class": self.decide_class,
                "return_provider": self.return_provider,
                "lock": partial(self._do, rounds.lock, _("locked (final review)")),
                "unlock": self.unlock,
            }
        return found

    def show_findings(self) -> None:
        """List the findings of the provider."""
        if (shown := self._assessment) is None:
            return
        dialog = FindingsDialog(shown.record.name, provider_rows(shown), self._window)
        dialog.chosen.connect(self._go_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def decide_class(self) -> None:
        """Ask for the decision on the class that false material proposes (D5)."""
        shown = self._assessment
        if shown is None:
            return
        if not (shown.has_false_evidence or shown.class_decision):
            self.remarked.emit(_("There is no false material, so no class is proposed."))
            return
        dialog = ClassDialog(shown, self._window)
        self._keep(dialog, dialog.ui.reason_edit, "class reason")
        dialog.decided.connect(partial(self._decide_class, shown))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_entry_conditions(self) -> None:
        """Ask for what the entry conditions need and nothing else here knows (D12)."""
        if (shown := self._assessment) is None:
            return
        dialog = EntryDialog(shown, self._window)
        for condition, field in dialog.fields.items():
            self._keep(dialog, field, f"entry {condition}")
        words = _("entry condition")
        dialog.recorded.connect(lambda *given: self._do(record_entry_fact, words, *given))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def return_provider(self) -> None:
        """Ask why the provider is given back."""
        self._ask(
            "return reason",
            _("Return for completion"),
            _("Everybody who submitted it can go on and submits again."),
            _("Return"),
            partial(self._do, rounds.return_provider, _("returned")),
        )

    def unlock(self) -> None:
        """Ask why a locked provider is opened again."""
        self._ask(
            "unlock reason",
            _("Unlock the provider"),
            _("A report that was issued stays as it is; the next lock makes a new version."),
            _("Unlock"),
            partial(self._do, rounds.unlock, _("unlocked")),
        )

    @property
    def _entry_conditions(self) -> tuple[EntryCondition, ...]:
        parameters = self._services.facts.scheme.parameters
        return parameters.entry_conditions if parameters.entry_checklist else ()

    @property
    def _is_lead(self) -> bool:
        return self._services.facts.role == LEAD

    @property
    def _assessment(self) -> Assessment | None:
        return self._course.view.assessment if self._course.view else None

    def _ask(
        self, name: str, title: str, advice: str, verb: str, then: Callable[[str], object]
    ) -> None:
        if self._assessment is None:
            return
        dialog = ReasonDialog(title, advice, verb, self._window)
        self._keep(dialog, dialog.ui.reason_edit, name)
        dialog.reason_given.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep(self, dialog: QDialog, field: QLineEdit | QPlainTextEdit, name: str) -> None:
        """Keep what is typed in a dialog over the provider in hand."""
        if (shown := self._assessment) is not None:
            keep_in_dialog(dialog, field, self._services.drafts, name, shown.record.id)

    def _do(
        self, operation: Callable[..., object], words: str, *args: object, **options: Any
    ) -> None:
        if (shown := self._assessment) is not None:
            told = self.settled if operation in _FOR_GOOD else self.recorded
            self._course.flush()  # a lock would find a reason half typed
            self._services.runner.store_job(
                operation,
                shown.record.id,
                *args,
                **options,
                done=lambda _changes: told.emit(words),
                failed=self.failed.emit,
                owner=self,
            )

    def _decide_class(self, shown: Assessment, confirmed: bool, reason: str) -> None:
        words = _("class confirmed") if confirmed else _("class declined")
        seen = shown.class_decision.head_ids if shown.class_decision else ()
        covers = sorted(shown.false_heads)
        self._do(decide_class, words, confirmed=confirmed, reason=reason, seen=seen, covers=covers)

    def _go_to(self, finding: Finding) -> None:
        """Go where a finding is mended; what concerns the whole provider may ask at once."""
        final = finding.severity is Severity.BLOCKS_FINAL
        if final and finding.rule in _SETTLED_ON_MERGE_PAGE:
            self.page_requested.emit(_SETTLED_ON_MERGE_PAGE[finding.rule])
        elif finding.place in _PAGES:
            self.page_requested.emit(_PAGES[finding.place])
        elif finding.rule == "D5" and finding.place == "provider" and self._is_lead:
            self.decide_class()
        elif finding.rule == "D12" and "entry_conditions" in self.commands():
            self.ask_entry_conditions()
        elif (place := self._place(finding)) is not None:
            self._course.go_to_place(place)

    def _place(self, finding: Finding) -> Place | None:
        items = self._assessment.items if self._assessment else ()
        for item in items:
            if finding.place == item.item.id:
                return Place(item.item.id, None, "")
            for evidence in item.evidence:
                if finding.place == f"evidence:{evidence.entity.id}":
                    return Place(item.item.id, evidence.entity.id, "")
        return None
