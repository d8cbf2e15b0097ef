"""What holds of every paper there is: all that its model says, in order, and the same bytes."""

import hashlib
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from evaluator_desktop import texts
from evaluator_desktop.operations import calls, customers, evidence
from evaluator_desktop.operations.paper_kinds import KINDS, PDF, Order, Paper, prepare_paper
from evaluator_desktop.operations.prepared import Prepared, PreparedPaper, PreparedReport
from evaluator_desktop.store.progress import SilentProgress
from evaluator_desktop.store.workspace import Workspace
from tests.reports.pdf_reading import OURS, is_font, page_texts, squeezed
from tests.workspaces import PROVIDER

ROOT = Path(__file__).resolve().parents[3]
DUE = date(2021, 1, 15)
HOSTILE = "=SUM(1) <b>甲</b>&amp;😀𠮷.txt"
ORDERS = [
    (paper, ending, language)
    for paper, kind in KINDS.items()
    for ending in kind.endings
    for language in texts.LANGUAGES
]
ON_PAPER = [(paper, language) for paper, ending, language in ORDERS if ending == PDF]

DIGESTS = """
import hashlib, sys
from datetime import date
from pathlib import Path
from evaluator_desktop.operations.paper_kinds import Order, Paper, prepare_paper
from evaluator_desktop.store.progress import SilentProgress
from evaluator_desktop.store.workspace import Workspace
with Workspace.open(Path(sys.argv[1])) as workspace:
    for said in sys.argv[3:]:
        paper, ending, language = said.split()
        order = Order(Paper(paper), ending, language, date(2021, 1, 15))
        made = prepare_paper(workspace, sys.argv[2], order, progress=SilentProgress()).make()
        print(hashlib.sha256(made.content).hexdigest())
"""


@pytest.fixture
def full(rich: Workspace, tmp_path: Path) -> Workspace:
    """With a sample that was drawn and a file whose name is hostile."""
    file = tmp_path / HOSTILE.replace("/", "／")
    file.write_text("x")
    evidence.add_files(rich, PROVIDER, rich.scheme.items[0].id, [file])
    people = [(f"客户{n:02d}有限公司", f"138{n:08d}") for n in range(40)]
    customers.add_customers(rich, PROVIDER, people)
    calls.draw(rich, PROVIDER, 7)
    return rich


def prepared(workspace: Workspace, paper: Paper, ending: str, language: str) -> Prepared:
    order = Order(paper, ending, language, DUE)
    return prepare_paper(workspace, PROVIDER, order, progress=SilentProgress())


@pytest.mark.parametrize(("paper", "language"), ON_PAPER)
def test_every_text_of_the_model_stands_on_paper_in_its_order(
    full: Workspace, paper: Paper, language: str
) -> None:
    found = prepared(full, paper, PDF, language)
    assert isinstance(found, PreparedPaper | PreparedReport)
    assert found.report.language == language
    text = squeezed("".join(page_texts(found.make().content)))

    place = 0
    for words in found.report.words():
        at = text.find(squeezed(words.text), place)
        assert at >= 0, words
        place = at + len(squeezed(words.text))


@pytest.mark.parametrize(("paper", "language"), ON_PAPER)
def test_every_font_is_embedded_and_the_syntax_is_sound(
    full: Workspace, paper: Paper, language: str, tmp_path: Path
) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(prepared(full, paper, PDF, language).make().content)

    with pikepdf.open(path) as pdf:
        fonts = [found for found in pdf.objects if is_font(found)]
        assert fonts
        for font in fonts:
            assert str(font.BaseFont).split("+")[-1] in OURS
            assert "/FontFile2" in font.FontDescriptor
        assert pdf.check_pdf_syntax() == []


def test_another_process_place_and_locale_give_the_same_bytes(full: Workspace) -> None:
    here = [hashlib.sha256(prepared(full, *order).make().content).hexdigest() for order in ORDERS]
    full.close()

    there = subprocess.run(
        [sys.executable, "-c", DIGESTS, str(full.path), PROVIDER, *map(" ".join, ORDERS)],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": "7", "TZ": "America/New_York", "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert dict(zip(ORDERS, there.stdout.split(), strict=True)) == dict(
        zip(ORDERS, here, strict=True)
    )
