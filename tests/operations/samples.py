"""Customers of a provider and samples drawn of them."""

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.sampling import DrawnSample
from evaluator_desktop.operations import calls, customers
from evaluator_desktop.operations.check import check
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER

PEOPLE = [(f"客户{number:03d}有限公司", f"138{number:08d}") for number in range(100)]


def drawn(workspace: Workspace, number: int = 40, seed: int = 7) -> DrawnSample:
    customers.add_customers(workspace, PROVIDER, PEOPLE[:number])
    calls.draw(workspace, PROVIDER, seed)
    return sample(workspace)


def assessment(workspace: Workspace) -> Assessment:
    assert check(workspace).problems == ()
    return workspace.assessment(PROVIDER)


def sample(workspace: Workspace) -> DrawnSample:
    found = assessment(workspace).sample
    assert found is not None
    return found
