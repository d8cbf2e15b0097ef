"""What a page is given when it is made; there is no global application object."""

from dataclasses import dataclass
from functools import cached_property

from evaluator_desktop.jobs.previews import Previews
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.store.queries.status import WorkspaceFacts
from evaluator_desktop.ui.drafts import Drafts


@dataclass(frozen=True)
class Services:
    """Made anew, with new pages, when another workspace is opened or another person sits down."""

    runner: Runner
    previews: Previews
    facts: WorkspaceFacts

    @cached_property
    def drafts(self) -> Drafts:
        """What this person has half typed; read before whatever a page reads afterwards."""
        return Drafts(self.runner, self.facts.person)
