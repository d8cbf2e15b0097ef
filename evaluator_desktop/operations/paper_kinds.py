"""Every kind of paper as one table: whom it is about, which files it can be, how it is prepared."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from evaluator_desktop.operations.merge_paper import prepare_merge_record
from evaluator_desktop.operations.papers import (
    SHEET,
    prepare_call_list,
    prepare_departure_sheet,
    prepare_ranking,
    prepare_supplement_notice,
)
from evaluator_desktop.operations.prepared import Prepared
from evaluator_desktop.operations.reports import prepare_provider_report, prepare_results
from evaluator_desktop.store.progress import Progress
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import N_, speaking

PDF = ".pdf"


class Paper(StrEnum):
    REPORT = "report"
    RANKING = "ranking"
    MERGE = "merge"
    RESULTS = "results"
    VISIT = "visit"
    SUPPLEMENT = "supplement"
    CALLS = "calls"


@dataclass(frozen=True)
class Order:
    """Which paper, how; `due` is the day of a supplement notice."""

    paper: Paper
    ending: str
    language: str
    due: date


@dataclass(frozen=True)
class PaperKind:
    """`prepare(workspace, provider, order, progress)`; the provider is "" for a whole round."""

    name: str
    endings: tuple[str, ...]
    prepare: Callable[[Workspace, str, Order, Progress], Prepared]
    of_a_provider: bool = False
    has_due_day: bool = False
    can_be_signed: bool = False


def prepare_paper(
    workspace: Workspace, provider: str, order: Order, *, progress: Progress
) -> Prepared:
    """Take what a paper says from the workspace, in the order's language.

    Raises RoleError where it is not for this person, CancelledError.
    """
    with speaking(order.language):
        return KINDS[order.paper].prepare(workspace, provider, order, progress)


KINDS: Mapping[Paper, PaperKind] = {
    Paper.REPORT: PaperKind(
        N_("Evaluation report"),
        (PDF,),
        lambda workspace, provider, _order, _progress: prepare_provider_report(workspace, provider),
        of_a_provider=True,
        can_be_signed=True,
    ),
    Paper.VISIT: PaperKind(
        N_("Visit sheet for signatures"),
        (PDF,),
        lambda workspace, provider, _order, _progress: prepare_departure_sheet(workspace, provider),
        of_a_provider=True,
    ),
    Paper.SUPPLEMENT: PaperKind(
        N_("Notice to hand in further materials"),
        (PDF, SHEET),
        lambda workspace, provider, order, _progress: prepare_supplement_notice(
            workspace, provider, order.due, as_sheet=order.ending == SHEET
        ),
        of_a_provider=True,
        has_due_day=True,
    ),
    Paper.CALLS: PaperKind(
        N_("Call list"),
        (PDF,),
        lambda workspace, provider, _order, _progress: prepare_call_list(workspace, provider),
        of_a_provider=True,
    ),
    Paper.RANKING: PaperKind(
        N_("Ranking of the round"),
        (PDF, SHEET),
        lambda workspace, _provider, order, progress: prepare_ranking(
            workspace, as_sheet=order.ending == SHEET, progress=progress
        ),
    ),
    Paper.RESULTS: PaperKind(
        N_("Workbook of results"),
        (SHEET,),
        lambda workspace, _provider, _order, progress: prepare_results(workspace, progress),
    ),
    Paper.MERGE: PaperKind(
        N_("Record of the merge"),
        (PDF,),
        lambda workspace, _provider, _order, _progress: prepare_merge_record(workspace),
    ),
}
