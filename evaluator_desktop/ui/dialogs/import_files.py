"""The workbooks that an import gives away: the form to fill in, and the rows with errors.

Nothing that lies there already is replaced.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from evaluator_desktop.errors import EvaluatorError, FileProblemError
from evaluator_desktop.texts import _, language
from evaluator_desktop.ui.dialogs.files import WORKBOOKS, choose_target
from evaluator_desktop.ui.dialogs.import_lists import ListKind, Plan
from evaluator_desktop.ui.services import Services

Done = Callable[[Path], object]
Failed = Callable[[EvaluatorError], object]


def save_template(
    services: Services, parent: QWidget, kind: ListKind, done: Done, failed: Failed
) -> None:
    """Ask where, and write the form for a list of this kind there."""
    name = f"{kind.file_title}.xlsx"
    if path := choose_target(parent, _("Save template"), str(Path.home() / name), WORKBOOKS):
        services.runner.pool_job(
            _write_template,
            kind,
            _workbook(path),
            language(),
            services.facts.persons,
            done=done,
            failed=failed,
            owner=parent,
        )


def save_error_sheet(
    services: Services, parent: QWidget, source: Path, plan: Plan, done: Done, failed: Failed
) -> None:
    """Ask where, and write the rows that stayed out there, bad cells marked."""
    name = _("{name} errors").format(name=source.stem)
    suggested = str(source.with_name(f"{name}.xlsx"))
    if path := choose_target(parent, _("Save rows with errors"), suggested, WORKBOOKS):
        services.runner.pool_job(
            _write_error_sheet,
            source,
            plan,
            _workbook(path),
            done=done,
            failed=failed,
            owner=parent,
        )


def _write_template(kind: ListKind, path: Path, lang: str, persons: tuple[str, ...]) -> Path:
    _refuse_existing(path)
    kind.write_template(path, lang, persons)
    return path


def _write_error_sheet(source: Path, plan: Plan, path: Path) -> Path:
    from evaluator_desktop.exchange.workbooks.error_sheet import write_error_sheet

    _refuse_existing(path)
    write_error_sheet(source, plan.errors, path, heading_row=plan.sheet.heading_row)
    return path


def _refuse_existing(path: Path) -> None:
    if path.exists():
        problem = _("there is a file of this name already. Choose another name.")
        raise FileProblemError(file=path.name, problem=problem)


def _workbook(path: Path) -> Path:
    return path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
