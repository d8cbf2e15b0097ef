"""What leads decide, and what later arrives: class (D5), consensus (D10), lock, quota (D11)."""

from dataclasses import replace
from typing import Any

import msgspec
import pytest

from evaluator_desktop.domain.assess import assess
from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import Person
from evaluator_desktop.domain.departure import departure_lines
from evaluator_desktop.domain.finding import Finding
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.parameters import DepartureKind
from evaluator_desktop.domain.ranking import Rank
from evaluator_desktop.domain.round_findings import find_in_round
from evaluator_desktop.domain.scheme import Scheme
from tests.domain import records as r
from tests.domain.finding_lists import (
    FINAL,
    SUBMISSION,
    WARNING,
    assessed,
    everything_rated,
    found,
    keys,
    staffed,
)
from tests.domain.records import CHEN, LIN, ROUND, STAFF, ZHOU, entity, record, withdrawn

EXPERIENCE = "organization.experience"


def with_parameters(scheme: Scheme, **changes: Any) -> Scheme:
    return replace(scheme, parameters=replace(scheme.parameters, **changes))


def held_up(findings: list[Finding], person: str) -> set[tuple[str, str]]:
    return {(f.rule, f.place) for f in findings if f.holds_up(person)}


# --- whose submission a finding holds up (D10a) -------------------------------------------------


def test_d10a_an_item_holds_up_those_it_is_assigned_to(scheme: Scheme) -> None:
    others = [item.id for item in scheme.items if item.id != STAFF]
    findings = found(
        scheme, entity(r.assignment(ZHOU, [STAFF])), entity(r.assignment(CHEN, others))
    )

    assert held_up(findings, ZHOU) == {("D3", STAFF)}
    assert held_up(findings, CHEN) == {("D3", item) for item in others}
    assert len(held_up(findings, LIN)) == 15  # whoever is not assigned owes what nobody rated
    assert (SUBMISSION, STAFF) in keys(findings, "D3")  # it stands, for the lock


def test_d10a_an_item_that_is_nobodys_holds_up_everybody(scheme: Scheme) -> None:
    findings = found(scheme, entity(r.assignment(ZHOU, [STAFF])))
    assert held_up(findings, ZHOU) == {("D3", item.id) for item in scheme.items}

    both = found(scheme, entity(r.assignment(ZHOU)), entity(r.assignment(CHEN, [STAFF])))
    assert len(held_up(both, ZHOU)) == 15
    assert held_up(both, CHEN) == {("D3", STAFF)}
    assert len(held_up(found(scheme), ZHOU)) == 15


def test_d10a_reasons_and_ratings_hold_up_who_gave_them(scheme: Scheme) -> None:
    findings = found(
        scheme,
        *everything_rated(scheme),
        entity(r.rating("50", CHEN)),
        entity(r.rating("90", CHEN, item=EXPERIENCE)),
    )

    assert held_up(findings, CHEN) == {("D3a", STAFF), ("D5", STAFF), ("D5", EXPERIENCE)}
    assert held_up(findings, ZHOU) == set()


def test_d10a_a_note_holds_up_who_judged(scheme: Scheme) -> None:
    file = entity(r.evidence())
    findings = found(
        scheme,
        *everything_rated(scheme),
        entity(r.rating("0", CHEN, reason="x")),
        file,
        entity(r.outcome(file, "false")),
    )

    assert held_up(findings, ZHOU) == {("D4", f"evidence:{file.id}")}
    assert held_up(findings, CHEN) == set()


def test_d10a_who_is_to_rate_an_item(scheme: Scheme) -> None:
    nobody = record()
    some = record(entity(r.assignment(ZHOU, [STAFF])), entity(r.assignment(CHEN, [EXPERIENCE])))

    assert nobody.is_to_rate(LIN, STAFF)
    raters = {p for p in (ZHOU, CHEN, LIN) if some.is_to_rate(p, STAFF)}
    assert raters == {ZHOU}
    assert {p for p in (ZHOU, CHEN, LIN) if some.is_to_rate(p, "management.systems")} == {
        ZHOU,
        CHEN,
    }
    due = departure_lines(assessed(scheme, entity(r.assignment(ZHOU, [STAFF]))), CHEN)
    assert DepartureKind.NOT_RATED not in {line.check.id for line in due}


def test_an_assignment_that_differs_counts_as_it_was_claimed_last(scheme: Scheme) -> None:
    withdrawn_last = entity(r.assignment(ZHOU), None)
    assert keys(found(scheme, withdrawn_last), "D3") == {
        *((SUBMISSION, item.id) for item in scheme.items),
        (FINAL, "provider"),
    }


def test_a_file_that_one_laptop_took_back_stays_in_sight(scheme: Scheme) -> None:
    torn = entity(r.evidence(), None)

    assert [e.entity.id for e in assessed(scheme, torn).item(STAFF).evidence] == [torn.id]


# --- the class that false material proposes (D5) ------------------------------------------------


def false_material(word: str = "false") -> list[Entity[Any]]:
    file = entity(r.evidence())
    return [file, entity(r.outcome(file, word, "系伪造"))]


def d5(findings: list[Finding]) -> set[tuple[Any, str]]:
    return {key for key in keys(findings, "D5") if key[1] == "provider"}


def test_d5_the_decision_covers_what_is_false(scheme: Scheme) -> None:
    file, outcome = false_material()
    decision = entity(r.class_decision(outcome))

    assert d5(found(scheme, file, outcome)) == {(FINAL, "provider")}
    assert d5(found(scheme, file, outcome, decision)) == set()
    later = entity(r.outcome(file, "false", "又一次"))
    assert d5(found(scheme, file, later, decision)) == {(FINAL, "provider")}
    cleared = entity(r.outcome(file, "verified"))
    assert d5(found(scheme, file, cleared, decision)) == {(FINAL, "provider")}
    nothing = entity(r.class_decision(confirmed=False))
    assert d5(found(scheme, file, cleared, nothing)) == set()


def test_d5_the_decision_is_on_the_class_that_the_scheme_proposes(scheme: Scheme) -> None:
    other = with_parameters(scheme, integrity_class="passed")
    file, outcome = false_material()
    confirmed, declined = (
        entity(r.class_decision(outcome, confirmed=yes)) for yes in (True, False)
    )

    assert d5(found(other, file, outcome, confirmed)) == {(FINAL, "provider")}
    assert d5(found(other, file, outcome, declined)) == set()


def test_d5_a_scheme_that_proposes_no_class_only_warns(scheme: Scheme) -> None:
    silent = with_parameters(scheme, integrity_class=None)

    assert d5(found(silent, *false_material())) == {(WARNING, "provider")}
    assert d5(found(silent, *false_material("verified"))) == set()


def test_d5_a_confirmed_class_needs_no_total(scheme: Scheme) -> None:
    file, outcome = false_material()
    a = assessed(scheme, file, outcome, entity(r.class_decision(outcome)))

    assert a.score is None
    assert a.class_band is not None
    assert a.class_band.id == "failed"
    declined = entity(r.class_decision(outcome, confirmed=False))
    assert assessed(scheme, file, outcome, declined).class_band is None


# --- what arrives after the lock ----------------------------------------------------------------


def locked(scheme: Scheme, *entities: Entity[Any], before: Any, **options: Any) -> Assessment:
    """The assessment of a record whose lock was made on `before` and its round."""
    made_on = assessed(scheme, *before, **options)
    lock = replace_covers(entity(r.lock()), sorted(made_on.decided_on))
    return assessed(scheme, *entities, lock, **options)


def replace_covers(known: Entity[Any], covers: list[str]) -> Entity[Any]:
    body = msgspec.structs.replace(known.heads[0].body or r.lock(), covers=covers)
    return Entity(known.id, known.kind, (msgspec.structs.replace(known.heads[0], body=body),))


def test_a_lock_is_to_be_confirmed_when_something_arrives(scheme: Scheme) -> None:
    ours = entity(r.rating("0", reason="x"))
    still = locked(scheme, ours, before=[ours])
    assert (still.lock_is_stale, still.late, still.round_is_late) == (False, (), False)
    assert keys(list(still.findings), "lock") == set()

    theirs, list_of = entity(r.rating("0", CHEN, reason="x")), entity(r.profile(name="甲"))
    late = locked(scheme, ours, theirs, list_of, before=[ours])
    assert {e.id for e in late.late} == {theirs.id, list_of.id}
    (finding,) = (f for f in late.findings if f.rule == "lock")
    assert (finding.severity, finding.place) == (FINAL, "provider")
    assert "评分（人员能力）" in finding.text
    assert late.is_provisional


def test_a_withdrawal_that_arrives_late_is_late_too(scheme: Scheme) -> None:
    ours = entity(r.rating("0", reason="x"))
    found_late = locked(scheme, withdrawn(ours), before=[ours])

    assert [e.id for e in found_late.late] == [ours.id]
    assert found_late.lock_is_stale


def test_a_lock_covers_the_round_and_its_scheme(scheme: Scheme) -> None:
    ours = entity(r.rating("0", reason="x"))
    lock = replace_covers(entity(r.lock()), sorted(assessed(scheme, ours).decided_on))
    later = replace(ROUND, body=msgspec.structs.replace(ROUND.body, cutoff="2020-11-30"))
    colleague = replace(
        ROUND, body=msgspec.structs.replace(ROUND.body, persons=[Person(CHEN, "evaluator")])
    )
    other = replace(scheme, digest="c" * 64)

    for found_scheme, info in ((scheme, ROUND), (scheme, colleague)):
        assert not assess(record(ours, lock), found_scheme, info).lock_is_stale
    for found_scheme, info in ((scheme, later), (other, ROUND)):
        changed = assess(record(ours, lock), found_scheme, info)
        assert (changed.lock_is_stale, changed.round_is_late, changed.late) == (True, True, ())
        assert [f.severity for f in changed.findings if f.rule == "lock"] == [FINAL]


def test_nothing_is_late_while_nothing_is_locked(scheme: Scheme) -> None:
    opened = assessed(scheme, entity(r.lock(locked=False)), entity(r.rating("90")))
    torn = assessed(scheme, entity(r.lock(), r.lock(version=2)))

    assert [(a.late, a.lock_is_stale, a.round_is_late) for a in (opened, torn)] == [
        ((), False, False)
    ] * 2


# --- ranks and quota (D11) ----------------------------------------------------------------------


def test_d11_a_quota_that_cuts_a_tie_is_said(scheme: Scheme) -> None:
    quota = with_parameters(scheme, class_quota=2)
    rated = record(*everything_rated(scheme))

    def findings(rank: Rank | None) -> set[tuple[Any, str]]:
        return keys(list(assess(rated, quota, ROUND, rank).findings), "D11")

    assert findings(Rank(2, 3)) == {(WARNING, "round")}
    assert findings(Rank(2)) == findings(Rank(3, 2)) == findings(None) == set()
    assert assess(rated, quota, ROUND, Rank(2, 3)).class_band == scheme.parameters.classes[0]
    third, without = (assess(rated, quota, ROUND, rank) for rank in (Rank(3), None))
    assert third.class_band == scheme.parameters.classes[-1]
    assert without.class_band is None


def test_the_round_has_a_list_of_its_own(scheme: Scheme) -> None:
    quota = with_parameters(scheme, class_quota=1)
    torn = replace(ROUND, conflict=True)

    rules = [(f.severity, f.rule) for f in find_in_round(torn, quota, [Rank(1, 2), Rank(1, 2)])]
    assert rules == [(FINAL, "D3"), (WARNING, "D11"), (WARNING, "D1")]
    official = replace(scheme, weights_official=True)
    assert find_in_round(ROUND, official, [Rank(1)]) == ()
    in_every_list = {
        f.rule for f in assessed(quota, round_info=torn).findings if f.place == "round"
    }
    assert in_every_list == {"D1", "D3"}


@pytest.mark.parametrize("word", ["verified", "false"])
def test_d10_a_consensus_without_ratings_rates_nothing(scheme: Scheme, word: str) -> None:
    findings = found(scheme, *staffed(word, "说明"), entity(r.consensus("80")))

    assert (SUBMISSION, STAFF) in keys(findings, "D3")
