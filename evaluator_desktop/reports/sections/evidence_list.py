"""The pictures among the evidence, and the list of all of it with sizes and digests."""

from collections.abc import Iterator

from evaluator_desktop.domain.assessment import Assessment, EvidenceAssessment
from evaluator_desktop.domain.departure import PICTURE_ENDINGS
from evaluator_desktop.reports.document import (
    Align,
    Block,
    Column,
    Photo,
    Photos,
    Prose,
    Row,
    RowKind,
    Section,
    Table,
    Tone,
)
from evaluator_desktop.reports.sections.wording import DASH, evidence_of, item_named
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.texts import _, size_text

SHORT_DIGEST = 12
_FEW, _SOME = 2, 8


def photos(a: Assessment) -> Section:
    """Show each picture once, by its content, however often it was handed in."""
    shown: dict[str, str] = {}
    for item, evidence in evidence_of(a):
        for number, e in evidence:
            if _is_picture(e) and not e.removed and e.body.digest not in shown:
                caption = _("No. {number} · {item} · {name}").format(
                    number=number, item=item_named(item), name=user_text(e.body.name)
                )
                shown[e.body.digest] = caption
    title = _("Photographs")
    if not shown:
        return Section(title, (Prose(_("There are no pictures among the evidence.")),))
    to_a_page = 2 if len(shown) <= _FEW else 4 if len(shown) <= _SOME else 6
    note = _("Pictures are shown whole, upright and without the data that cameras add.")
    pictures = tuple(Photo(digest, caption) for digest, caption in shown.items())
    return Section(title, (Prose(note, Tone.NOTE), Photos(pictures, to_a_page)))


def _is_picture(e: EvidenceAssessment) -> bool:
    """By the ending of its name; what cannot be decoded after all gets a box that says so."""
    return e.body.name.lower().endswith(tuple(PICTURE_ENDINGS))


def evidence_list(a: Assessment) -> Section:
    title = _("List of the evidence")
    rows = tuple(_rows(a))
    if not rows:
        return Section(title, (Prose(_("Nothing was handed in.")),))
    columns = (
        Column(_("No."), 10, Align.RIGHT),
        Column(_("Name"), 58),
        Column(_("Size"), 20, Align.RIGHT),
        Column(_("SHA-256"), 27),
        Column(_("Dated"), 20),
        Column(_("State"), 21),
    )
    note = _(
        "SHA-256 is printed with its first {count} characters; the digest of the data covers all "
        "of it. The date is the evidence's own, not that of adding it."
    ).format(count=SHORT_DIGEST)
    table = Table(_("Evidence by item"), columns, rows)
    blocks: list[Block] = [table, Prose(note, Tone.NOTE)]
    if removed := tuple(_removed(a)):
        reasons = (Column(_("No."), 10, Align.RIGHT), Column(_("Reason given"), 146))
        blocks.append(Table(_("Why evidence was removed"), reasons, removed))
    return Section(title, tuple(blocks))


def _rows(a: Assessment) -> Iterator[Row]:
    for item, evidence in evidence_of(a):
        if evidence:
            yield Row((item_named(item),), RowKind.GROUP)
        for number, e in evidence:
            yield Row(_line(str(number), e))


def _line(number: str, e: EvidenceAssessment) -> tuple[str, ...]:
    return (
        number,
        user_text(e.body.name),
        size_text(e.body.size),
        e.body.digest[:SHORT_DIGEST],
        e.body.captured_on or DASH,
        _state(e),
    )


def _state(e: EvidenceAssessment) -> str:
    if e.entity.in_conflict:
        return _("in conflict")
    if e.removed:
        return _("removed")
    return _("file missing") if e.file_missing else _("present")


def _removed(a: Assessment) -> Iterator[Row]:
    for _item, evidence in evidence_of(a):
        for number, e in evidence:
            if e.removed:
                yield Row((str(number), user_text(e.body.reason) or DASH))
