"""What the calls come to so far: rate, interval, threshold, dispositions, findings (D7, D8)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from evaluator_desktop.domain.finding import Finding
from evaluator_desktop.domain.satisfaction import DISPOSITION_NAMES, Disposition, Satisfaction
from evaluator_desktop.texts import _, count_text
from evaluator_desktop.ui.forms.ui_customers_result_pane import Ui_CustomersResultPane
from evaluator_desktop.ui.models.customer_words import rate_words
from evaluator_desktop.ui.widgets.icon_label import IconLabel
from evaluator_desktop.ui.widgets.plain import PlainLabel

_DENIED = "D8"
_COLUMNS = 2


class ResultPane(QWidget):
    """Shows a `Satisfaction` and the findings about customers; there is nothing to press."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_CustomersResultPane()
        self.ui.setupUi(self)
        self.counts: dict[Disposition | str, PlainLabel] = {}
        names: list[tuple[Disposition | str, str]] = [
            *((d, _(name)) for d, name in DISPOSITION_NAMES.items()),
            (_DENIED, _("Service not real")),
        ]
        for place, (key, name) in enumerate(names):
            self._add_count(place, key, name)

    def show_result(self, found: Satisfaction, findings: Sequence[Finding]) -> None:
        """Show what was counted."""
        rate, threshold, interval = rate_words(found)
        self.ui.rate_label.setText(rate)
        self.ui.rate_label.set_role("score" if found.completed else "provisional")
        self.ui.threshold_label.setText(threshold)
        self.ui.threshold_label.set_role(
            {True: "ok", False: "partly", None: "meta"}[found.meets_threshold]
        )
        self.ui.interval_label.setText(interval)
        self.ui.interval_label.setVisible(bool(interval))
        self.ui.rate_bar.set_rate(
            *(found.rate, found.interval, found.threshold_percent), meets=found.meets_threshold
        )
        self.ui.rate_bar.describe(" · ".join(filter(None, (rate, threshold, interval))))
        for disposition, count in found.dispositions.items():
            self.counts[disposition].setText(count_text(count))
        self.counts[_DENIED].setText(count_text(found.denied))
        self.counts[_DENIED].set_role("false" if found.denied else "")
        self._show_findings(findings)

    def finding_texts(self) -> list[str]:
        """Return the findings as they are shown."""
        lines = (self.ui.findings_column.itemAt(n) for n in range(self.ui.findings_column.count()))
        return [widget.accessibleName() for line in lines if line and (widget := line.widget())]

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        column = self.ui.findings_column
        while (old := column.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for finding in findings:
            column.addWidget(_line(finding, self))

    def _add_count(self, place: int, key: Disposition | str, name: str) -> None:
        row, column = divmod(place, _COLUMNS)
        words, count = PlainLabel(name), PlainLabel()
        words.set_role("meta")
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        words.setBuddy(count)
        self.ui.counts_grid.addWidget(words, row, column * 2)
        self.ui.counts_grid.addWidget(count, row, column * 2 + 1)
        self.ui.counts_grid.setColumnStretch(column * 2 + 1, 1)
        self.counts[key] = count


def _line(finding: Finding, parent: QWidget) -> QWidget:
    """Return one finding with its sign: an octagon for a service that never took place."""
    line = QWidget(parent)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    sign, words = IconLabel(), PlainLabel(finding.text)
    is_denied = finding.rule == _DENIED
    sign.set_icon(*(("outcome_false", "false") if is_denied else ("warning", "partly")))
    words.setWordWrap(True)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    line.setAccessibleName(finding.text)
    return line
