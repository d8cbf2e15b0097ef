"""D12: the checklist of another year is possible in a scheme, and off in that of 2020."""

from typing import Any

from evaluator_desktop.domain.scheme import Scheme
from tests.domain.shop_examples import with_parameters


def test_d12_the_scheme_of_2020_does_not_check_them(scheme: Scheme) -> None:
    assert scheme.parameters.entry_checklist is False


def test_d12_a_scheme_may_turn_the_checklist_on(shipped: dict[str, Any]) -> None:
    assert with_parameters(shipped, entry_checklist=True).parameters.entry_checklist is True
