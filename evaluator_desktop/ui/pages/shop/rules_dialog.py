"""The documents' own words on points and tiers, to look up beside the ledger."""

from PySide6.QtWidgets import QDialog, QWidget

from evaluator_desktop.domain.scheme import PointRule, Scheme, Tier
from evaluator_desktop.texts import N_, _, count_text, language
from evaluator_desktop.ui.forms.ui_shop_rules_dialog import Ui_ShopRulesDialog
from evaluator_desktop.ui.models.cell_table_model import fill_table
from evaluator_desktop.ui.widgets.cells import Cell

_RULE_HEADS = (N_("Group"), N_("Rule"), N_("Unit"), N_("Points each"), N_("Remark"))
_TIER_HEADS = (N_("Tier"), N_("Name"), N_("Lower bound"), N_("Upper bound"))


class RulesDialog(QDialog):
    """Two lists: the rules with their points, the tiers with their bounds."""

    def __init__(self, scheme: Scheme, row: int = 0, parent: QWidget | None = None) -> None:
        """Show the rules; `row` is the one to begin at."""
        super().__init__(parent)
        self.ui = Ui_ShopRulesDialog()
        self.ui.setupUi(self)
        lang = language()
        # Points are the second document's; where a scheme has one only, that one's.
        self.ui.basis_label.setText(
            _("From: {document}").format(
                document=scheme.basis[-1].text(lang) if scheme.basis else scheme.name.text(lang)
            )
        )
        rules = [_rule_cells(rule, lang) for rule in scheme.rules]
        fill_table(self.ui.rules_table, _RULE_HEADS, rules, stretched=1)
        reading = _("The first tier is read as starting at {low} (a parameter of the scheme).")
        self.ui.reading_label.setText(reading.format(low=scheme.parameters.first_tier_min))
        tiers = [_tier_cells(tier, lang) for tier in scheme.tiers]
        fill_table(self.ui.tiers_table, _TIER_HEADS, tiers, stretched=1)
        self.ui.rules_table.selectRow(row)
        self.ui.close_button.clicked.connect(self.accept)


def _rule_cells(rule: PointRule, lang: str) -> list[Cell]:
    return [
        Cell(rule.group.text(lang), ink="text2"),
        Cell(rule.name.text(lang)),
        Cell(rule.unit.text(lang)),
        Cell(str(rule.points), right=True),
        Cell(rule.remark.text(lang) if rule.remark else ""),
    ]


def _tier_cells(tier: Tier, lang: str) -> list[Cell]:
    return [
        Cell(tier.name.text(lang), tier=tier.id),
        Cell(tier.name.text(lang)),
        Cell(count_text(tier.low), right=True),
        Cell(_("and more") if tier.high is None else count_text(tier.high), right=True),
    ]
