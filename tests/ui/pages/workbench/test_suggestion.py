"""D6: the suggested rating stands beside the field and is never filled in."""

from fractions import Fraction
from pathlib import Path

import pytest

from evaluator_desktop.domain.scheme import Suggestion
from evaluator_desktop.domain.suggestion import SuggestedRating
from evaluator_desktop.operations import verification
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import set_language
from evaluator_desktop.ui.pages.workbench.words import suggestion_words
from tests.ui.pages.workbench.bench import STAFF, Bench, put_files
from tests.ui.pages.workbench.conftest import Opener

MATERIAL = "verification.authenticity.material"


def said(bench: Bench, item: str) -> str:
    numbers = [i.item.id for i in bench.assessment.items]
    bench.page.course.go_to(numbers.index(item))
    bench.settle()
    return bench.page.ui.item_pane.rating_box.ui.suggestion_label.text()


def test_d6_the_share_of_verified_evidence(
    workspace_path: Path, provider: str, open_bench: Opener
) -> None:
    put_files(workspace_path, provider, [(STAFF, "a.txt", None), (STAFF, "b.txt", None)])
    with Workspace.open(workspace_path) as workspace:
        item = workspace.assessment(provider).item(STAFF)
        for piece, word in zip(item.evidence, ("verified", "partly_verified"), strict=True):
            verification.record_outcome(workspace, piece.entity.id, word, note="日期不符")
    set_language("en")
    bench = open_bench()

    assert said(bench, MATERIAL) == "suggested 75.00 (verified 1.50 of 2 checked)"
    assert bench.page.ui.item_pane.rating_box.ui.rating_edit.text() == ""
    assert said(bench, STAFF) == "no suggested rating"
    assert bench.item(MATERIAL).ratings == ()


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (Suggestion.EVIDENCE_SHARE, "suggested 33.33 (verified 1 of 3 checked)"),
        (Suggestion.SATISFACTION_RATE, "suggested 33.33 (satisfied 1 of 3)"),
        (Suggestion.SHOP_POINTS, "suggested 33.33 (1 of 3 points)"),
    ],
)
def test_d6_the_source_is_said(source: Suggestion, words: str) -> None:
    set_language("en")

    found = SuggestedRating(Fraction(100, 3), source, Fraction(1), Fraction(3))

    assert suggestion_words(found) == words
    assert suggestion_words(None) == "no suggested rating"
