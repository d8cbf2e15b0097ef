"""No text goes through a parser of markup: reportlab's paragraphs are not used anywhere."""

import ast
from pathlib import Path

import pytest

REPORTS = Path(__file__).resolve().parents[2] / "evaluator_desktop" / "reports"
MARKUP = {"Paragraph", "XPreformatted", "paraparser", "ParaParser", "LinkInFlowable", "HRFlowable"}


def names(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                found.add(name.rpartition(".")[2])
            case ast.ImportFrom(module=str(module)):
                found.add(module.rpartition(".")[2])
    return found


@pytest.mark.parametrize("path", sorted(REPORTS.rglob("*.py")), ids=lambda path: path.name)
def test_no_module_knows_a_paragraph_with_markup(path: Path) -> None:
    assert names(ast.parse(path.read_text("utf-8"))) & MARKUP == set()


@pytest.mark.parametrize("path", sorted(REPORTS.rglob("*.py")), ids=lambda path: path.name)
def test_reportlab_is_imported_after_its_mends_only(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    modules += [
        a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names
    ]

    knows = any(module.partition(".")[0] == "reportlab" for module in modules)
    assert not knows or path.is_relative_to(REPORTS / "pdf")


def test_the_search_would_find_one() -> None:
    tree = ast.parse("from reportlab.platypus import Paragraph\nx = Paragraph('a', s)")

    assert names(tree) & MARKUP == {"Paragraph"}
