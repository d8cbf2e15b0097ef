"""Who was evaluated, by whom, and how far the work has come."""

from collections.abc import Iterator

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import Lock, Submission
from evaluator_desktop.domain.contact import mask_name, mask_phone
from evaluator_desktop.domain.credit_code import credit_code_problem, has_check_digit
from evaluator_desktop.domain.entry import entry_results
from evaluator_desktop.domain.record import STATE_NAMES
from evaluator_desktop.reports.document import Fact, Facts, Prose, Section, Tone
from evaluator_desktop.reports.sections.wording import DASH, moment, named
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.texts import _, listed


def provider_facts(a: Assessment) -> Section:
    note = _("Names of contacts and telephone numbers are masked in every report.")
    facts = tuple(Fact(label, value or DASH) for label, value in (*_facts(a), *_entry(a)))
    return Section(_("The provider"), (Facts(facts), Prose(note, Tone.NOTE)))


def _facts(a: Assessment) -> Iterator[tuple[str, str]]:
    record = a.record
    yield _("Name"), user_text(record.name)
    yield _("Credit code"), _code(record.code)
    yield _("Kind"), _("law firm") if record.is_law_firm else _("legal person, not a law firm")
    yield _("Address"), user_text(record.profile_value("identity", "address"))
    name, phone = _contact(a)
    yield _("Contact"), name
    yield _("Telephone"), phone
    yield _("Remarks"), user_text(record.profile_value("remarks", "text"))
    yield _("Assigned evaluators"), listed(map(user_text, record.assigned))
    yield _("Evaluators who rated"), listed(map(user_text, record.raters))
    yield _("State"), _(STATE_NAMES[record.state])
    for submission in record.of(Submission):
        head = submission.last
        if head.body is not None:
            yield _("Submitted on"), f"{user_text(head.body.person)} · {moment(head.at)}"
    lock = record.one(Lock)
    if lock and lock.last.body and lock.last.body.locked:
        text = _("{person} · {moment} · version {version}")
        yield (
            _("Final review"),
            text.format(
                person=user_text(lock.last.author),
                moment=moment(lock.last.at),
                version=lock.last.body.version,
            ),
        )


def _entry(a: Assessment) -> Iterator[tuple[str, str]]:
    """D12: the checklist, where the scheme has one; it never touches the score."""
    words = {None: DASH, True: _("met"), False: _("not met")}
    for result in entry_results(a):
        found = f"{result.text or DASH} · {words[result.is_met]}"
        yield named(result.condition.name), found


def _code(code: str | None) -> str:
    if not code:
        return _("none")
    is_wrong = credit_code_problem(code) is None and not has_check_digit(code)
    return _("{code} (its check digit is wrong)").format(code=code) if is_wrong else code


def _contact(a: Assessment) -> tuple[str, str]:
    """Return name and number masked; an object that is not on this computer is said to be so."""
    digest = a.record.profile_value("contacts", "person")
    if not digest:
        return "", ""
    person = (a.record.personal or {}).get(str(digest))
    if person is None:
        absent = _("not on this computer (packages carry personal data only encrypted)")
        return absent, absent
    phone = person.get("phone", "")
    return user_text(mask_name(person.get("name", ""))), mask_phone(phone) if phone else ""
