"""What a page is given when it is made; there is no global application object."""

from dataclasses import dataclass

from evaluator_desktop.jobs.previews import Previews
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.store.queries.status import WorkspaceFacts


@dataclass(frozen=True)
class Services:
    """Made anew, with new pages, when another workspace is opened or another person sits down."""

    runner: Runner
    previews: Previews
    facts: WorkspaceFacts
