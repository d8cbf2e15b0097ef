"""What papers about a whole round have in common: their number, what they rest on, who signs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from evaluator_desktop.domain.record import RoundInfo
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
from evaluator_desktop.reports.sections.wording import day, named
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.texts import _, date_text, language

_ROUND_SIGNS = 6


@dataclass(frozen=True)
class RoundPaper:
    """The context of a paper about a round; `digest` is over all that the paper rests on."""

    info: RoundInfo
    scheme: Scheme
    issued_on: date
    program: str
    digest: str

    def number(self, name: str) -> str:
        """Return round – kind of paper – day, like 2020-3fa91c-RANKING-20201231."""
        info = self.info
        return f"{info.cutoff.year}-{info.id[-_ROUND_SIGNS:]}-{name}-{self.issued_on:%Y%m%d}"

    def paper(
        self, title: str, number: str, sections: Iterable[Section], reasons: tuple[str, ...] = ()
    ) -> Report:
        """Make a paper without a cover; with `reasons` it is a draft."""
        notice = _("Draft — not to be used as a result") if reasons else ""
        round_name = user_text(self.info.body.name)
        return Report(
            language=language(),
            title=f"{title} · {round_name}",
            opening=Title(title, notice, f"{round_name} · {date_text(self.issued_on)}"),
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
                Fact(_("Round"), user_text(body.name)),
                Fact(_("Evaluating body"), user_text(body.organisation)),
                Fact(_("Cut-off date"), day(body.cutoff)),
                Fact(_("Scheme"), f"{named(self.scheme.name)} · {self.scheme.version} · {weights}"),
                *more,
            )
        )

    def signing(self, number: str, *roles: str) -> Section:
        """Return the places to sign and to seal, and what tells this paper from another."""
        blank_day = _("Date:")
        places = tuple(Signature(role, "", blank_day) for role in roles)
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
