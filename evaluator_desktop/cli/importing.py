"""What both imports from Excel have in common: their options, and what is said of a plan."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from evaluator_desktop.cli.command import DONE, SOMETHING_LEFT, Call, Reply, arg
from evaluator_desktop.errors import EvaluatorError, FieldProblem
from evaluator_desktop.exchange.workbooks.table import CellProblem
from evaluator_desktop.texts import N_, _, ngettext

FILE_AND_WISHES = (
    arg("file", metavar="FILE.xlsx", about=N_("the list, - for standard input")),
    arg("--dry-run", action="store_true", about=N_("say what would come in, no more")),
    arg("--strict", action="store_true", about=N_("write nothing if a row has an error")),
)


class RowsRefusedError(EvaluatorError):
    """Rows with errors where --strict wants none; nothing was written."""

    code = "bad_rows"
    sentence = N_("{file}: rows with errors: {count}. Nothing was written.")


class Sheet(Protocol):
    """A list that was read."""

    @property
    def warnings(self) -> Sequence[CellProblem]: ...
    @property
    def ignored_columns(self) -> Sequence[str]: ...


class Plan(Protocol):
    """What an import would do; each row stands in one of the lists."""

    @property
    def sheet(self) -> Sheet: ...
    @property
    def added(self) -> Sequence[object]: ...
    @property
    def updated(self) -> Sequence[object]: ...
    @property
    def skipped(self) -> Sequence[object]: ...
    @property
    def errors(self) -> Sequence[CellProblem]: ...


def imported(call: Call, plan: Plan, carry_out: Callable[[], object]) -> Reply:
    """Carry a plan out as the options wish, and say what came of it. Raises RowsRefusedError."""
    options = call.options
    wrong = sorted(plan.errors, key=lambda problem: problem.row)
    if options.strict and wrong:
        raise _refused(options.file, wrong)
    if not options.dry_run:
        carry_out()
    counts = {
        "added": len(plan.added),
        "updated": len(plan.updated),
        "skipped": len(plan.skipped),
    }
    errors = [{"row": e.row, "column": e.column, "message": e.message} for e in wrong]
    sentence = (
        _("Would add {added}, update {updated}; unchanged {skipped}.")
        if options.dry_run
        else _("Added {added}, updated {updated}; unchanged {skipped}.")
    )
    lines = [*_problem_lines(wrong), *_remarks(plan.sheet)]
    exit_code = SOMETHING_LEFT if errors else DONE
    return Reply({**counts, "errors": errors}, [sentence.format(**counts), *lines], exit_code)


def _problem_lines(wrong: Sequence[CellProblem]) -> Iterator[str]:
    if wrong:
        left = ngettext("{count} error:", "{count} errors:", len(wrong))
        yield left.format(count=len(wrong))
    yield from (f"{_place(problem)}: {problem.message}" for problem in wrong)


def _remarks(sheet: Sheet) -> Iterator[str]:
    """Yield what came in and deserves a look; programs find it among the findings."""
    for warning in sheet.warnings:
        text = f"{_place(warning)}: {warning.message}"
        yield _("Warning: {text}").format(text=text)
    if sheet.ignored_columns:
        columns = " · ".join(sheet.ignored_columns)
        yield _("Columns that are not read: {columns}").format(columns=columns)


def _refused(file: str, errors: Sequence[CellProblem]) -> EvaluatorError:
    details = [FieldProblem(_place(e), e.message) for e in errors]
    return RowsRefusedError(file=file, count=len({e.row for e in errors}), details=details)


def _place(problem: CellProblem) -> str:
    return _("row {row}, {column}").format(row=problem.row, column=problem.column)
