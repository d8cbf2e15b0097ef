"""What papers have in common: their number, what they rest on, who signs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from evaluator_desktop.domain.record import ProviderRecord, RoundInfo
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.reports.document import (
    Code,
    Fact,
    Facts,
    Prose,
    Report,
    Section,
    Signature,
    Signatures,
    Title,
)
from evaluator_desktop.reports.sections.wording import DASH, day, named
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.texts import _, date_text, language

_ROUND_SIGNS = 6
_CODELESS_SIGNS = 12


@dataclass(frozen=True)
class PaperContext:
    """Whom a paper is about; `digest` is over all that it rests on."""

    info: RoundInfo
    scheme: Scheme
    issued_on: date
    program: str
    digest: str
    record: ProviderRecord | None = None
    """None: the whole round."""

    def number(self, kind: str) -> str:
        """Return round – provider – kind of paper – day: 2020-3fa91c-RANKING-20201231."""
        info, record = self.info, self.record
        whom = f"{record.code or record.id[:_CODELESS_SIGNS]}-" if record else ""
        return f"{info.cutoff.year}-{info.id[-_ROUND_SIGNS:]}-{whom}{kind}-{self.issued_on:%Y%m%d}"

    def paper(
        self, title: str, number: str, sections: Iterable[Section], reasons: tuple[str, ...] = ()
    ) -> Report:
        """Make a paper without a cover; with `reasons` it is a draft."""
        notice = _("Draft — not to be used as a result") if reasons else ""
        about = user_text(self.record.name if self.record else self.info.body.name)
        return Report(
            language=language(),
            title=f"{title} · {about}",
            opening=Title(title, notice, f"{about} · {date_text(self.issued_on)}"),
            sections=tuple(sections),
            running_head=f"{title} · {number}",
            watermark=_("DRAFT") if reasons else "",
            number=number,
            author=user_text(self.info.body.organisation) or self.program,
            issued_on=self.issued_on,
            data_digest=self.digest,
            program=self.program,
            draft_reasons=reasons,
        )

    def basis(self, *more: Fact) -> Facts:
        """Return what the paper rests on, and further facts about it."""
        weights = (
            _("official") if self.scheme.weights_official else _("sample weights (unofficial)")
        )
        body = self.info.body
        return Facts(
            (
                *self._provider(),
                Fact(_("Round"), user_text(body.name)),
                Fact(_("Evaluating body"), user_text(body.organisation)),
                Fact(_("Cut-off date"), day(body.cutoff)),
                Fact(_("Scheme"), f"{named(self.scheme.name)} · {self.scheme.version} · {weights}"),
                *more,
            )
        )

    def _provider(self) -> Iterator[Fact]:
        if self.record is not None:
            yield Fact(_("Provider"), user_text(self.record.name))
            yield Fact(_("Credit code"), self.record.code or DASH)

    def signing(self, number: str, *people: tuple[str, str]) -> Section:
        """Return the places to sign and to seal, and what tells this paper from another.

        `people` are roles with the names of those who are known.
        """
        blank_day = _("Date:")
        places = tuple(Signature(role, user_text(name), blank_day) for role, name in people)
        facts = Facts(
            (
                Fact(_("Number"), number),
                Fact(_("Digest of the data"), self.digest),
                Fact(_("Digest of the scheme"), self.scheme.digest),
                Fact(_("Program"), self.program),
            )
        )
        told = _("The undersigned confirm that this paper agrees with what was recorded and seen.")
        seal = Signatures(places, _("Seal of the evaluating body"))
        code = Code(f"{number} {self.digest} {self.scheme.digest}", facts)
        return Section(_("Signatures"), (Prose(told), seal, code))
