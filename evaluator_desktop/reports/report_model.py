"""What a provider's report contains, from an assessment: pure, and all of it text.

Read as follows where the documents are silent: the number names the round by the year of its
cut-off date and six signs of its id, since a round's name may be a whole title.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

import msgspec

from evaluator_desktop.domain import canonical
from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import IssuedFile, IssuedReport
from evaluator_desktop.domain.record import ProviderRecord, RoundInfo
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.reports.document import Block, Cover, Fact, Facts, Report, Section, Table
from evaluator_desktop.reports.sections.conclusion import conclusion, findings
from evaluator_desktop.reports.sections.evidence_list import evidence_list, photos
from evaluator_desktop.reports.sections.facts import provider_facts
from evaluator_desktop.reports.sections.indicators import indicators
from evaluator_desktop.reports.sections.method import method
from evaluator_desktop.reports.sections.outcomes import outcomes
from evaluator_desktop.reports.sections.scope import scope
from evaluator_desktop.reports.sections.shop import shop
from evaluator_desktop.reports.sections.signing import signing
from evaluator_desktop.reports.sections.summary import draft_reasons, summary
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.texts import _, date_text, language

_NUMERALS = (*"一二三四五六七八九十", "十一", "十二", "十三")
_ROUND_SIGNS = 6
_CODELESS_SIGNS = 12
_SHORT_DIGEST = 16


@dataclass(frozen=True)
class ReportContext:
    """What a report says that is not recorded of the provider."""

    issued_on: date
    program: str
    """Name and version of the program."""
    data_digest: str
    """Of all that is on record, see `data_digest`."""
    is_blind: bool = False
    """The assessment leaves out the ratings that its reader may not see yet (D10a)."""


def provider_report(a: Assessment, context: ReportContext) -> Report:
    """Return the report of a provider in the language in use.

    It is a draft with its reasons unless the provider is locked and nothing blocks (rules.md).
    """
    reasons = draft_reasons(a, is_blind=context.is_blind)
    number = report_number(a, is_draft=bool(reasons))
    numbered = (
        *(scope(a), method(a), provider_facts(a), indicators(a), outcomes(a), shop(a)),
        *(findings(a), conclusion(a), photos(a), evidence_list(a)),
        signing(a, number, context.data_digest, context.program),
    )
    sections = (summary(a, reasons), *map(_numbered, range(len(numbered)), numbered))
    cover = _cover(a, context, number, is_draft=bool(reasons))
    return Report(
        language=language(),
        title=f"{cover.title} {cover.subtitle} · {cover.subject}",
        opening=cover,
        sections=_with_table_numbers(sections),
        running_head=f"{_('Evaluation report')} · {number}",
        watermark=_("DRAFT") if reasons else "",
        number=number,
        author=user_text(a.round.body.organisation) or context.program,
        issued_on=context.issued_on,
        data_digest=context.data_digest,
        program=context.program,
        draft_reasons=reasons,
    )


def report_number(a: Assessment, *, is_draft: bool) -> str:
    """Return round – credit code – version, like 2020-3fa91c-91310115MA1K4ABC1D-1."""
    version = a.record.version
    code = a.record.code or a.record.id[:_CODELESS_SIGNS]
    tail = f"{version + 1}-DRAFT" if is_draft else str(version)
    return f"{a.round.cutoff.year}-{a.round.id[-_ROUND_SIGNS:]}-{code}-{tail}"


def data_heads(record: ProviderRecord) -> set[str]:
    """Return the heads that a report rests on; its own being issued is left out."""
    return {
        head
        for kind, entities in record.entities.items()
        if kind != IssuedReport.kind
        for entity in entities
        for head in entity.head_ids
    }


def data_digest(record: ProviderRecord, scheme: Scheme, info: RoundInfo) -> str:
    """Return the SHA-256 over everything the report rests on: heads, scheme and round."""
    return canonical.digest(
        {
            "heads": sorted(data_heads(record)),
            "round": msgspec.to_builtins(info.body),
            "scheme": scheme.digest,
        }
    )


def issued_files(record: ProviderRecord, digest: str) -> list[IssuedFile]:
    """Return what was issued of these data, in every language."""
    bodies = [head.body for entity in record.of(IssuedReport) for head in entity.heads]
    return [f for body in bodies if body and body.data_digest == digest for f in body.files]


def _cover(a: Assessment, context: ReportContext, number: str, *, is_draft: bool) -> Cover:
    open_conflicts, missing = len(a.record.conflicts), len(a.record.missing_files)
    heads = len(data_heads(a.record))
    data = _("{heads} records · open conflicts {conflicts} · missing files {missing}").format(
        heads=heads, conflicts=open_conflicts, missing=missing
    )
    facts = (
        Fact(_("Credit code"), a.record.code or _("none")),
        Fact(_("Round"), user_text(a.round.body.name)),
        Fact(_("Report number"), number),
        Fact(_("State of the data"), data),
        Fact(_("Digest of the data"), f"{context.data_digest[:_SHORT_DIGEST]}…"),
    )
    return Cover(
        title=_("Third-party evaluation of the service quality for SMEs"),
        subtitle=_("Evaluation report"),
        notice=_("Draft — not to be used as a result") if is_draft else "",
        subject=user_text(a.record.name),
        facts=Facts(facts),
        organisation=user_text(a.round.body.organisation) or _("Evaluating body: ____________"),
        day=date_text(context.issued_on),
    )


def _numbered(index: int, section: Section) -> Section:
    """Number a section as its language does (一、 or 1)."""
    number = f"{_NUMERALS[index]}、" if language() == "zh_CN" else f"{index + 1}  "
    return replace(section, title=number + section.title)


def _with_table_numbers(sections: Iterable[Section]) -> tuple[Section, ...]:
    numbers = count(1)
    return tuple(
        replace(s, blocks=tuple(_with_table_number(block, numbers) for block in s.blocks))
        for s in sections
    )


def _with_table_number(block: Block, numbers: Iterator[int]) -> Block:
    if not isinstance(block, Table):
        return block
    caption = _("Table {number}  {caption}")
    return replace(block, caption=caption.format(number=next(numbers), caption=block.caption))
