"""A provider's assessment as the person at the keyboard may see it (D10a).

Leads see everything, and so does everybody once a provider is locked; an evaluator who has not
submitted sees no rating of others, in no figure and no total.
"""

from evaluator_desktop.domain.assess import assess
from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.record import ProviderRecord, ProviderState
from evaluator_desktop.store.queries.workbench import LEAD, is_blind, without_others
from evaluator_desktop.store.workspace import Workspace


def seen_assessment(workspace: Workspace, record: ProviderRecord) -> tuple[Assessment, bool]:
    """Return what may be seen, and whether that is less than all there is."""
    scheme, info, person = workspace.scheme, workspace.info, workspace.person
    full = assess(record, scheme, info)
    may_see_all = workspace.role == LEAD or record.state is ProviderState.LOCKED
    if may_see_all or not is_blind(record, full, person):
        return full, False
    return assess(without_others(record, person), scheme, info), True
