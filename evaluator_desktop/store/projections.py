"""The rows that lists read, derived from the heads of the history.

`Summary` is one row of the providers page. It is written in the transaction that changed the
provider, and can be rebuilt from the history at any time.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

import msgspec

from evaluator_desktop.store.database import Database
from evaluator_desktop.store.held_rows import HeldRows
from evaluator_desktop.store.progress import SILENT, Progress
from evaluator_desktop.store.reading import damage_in_words

if TYPE_CHECKING:
    from evaluator_desktop.domain.assessment import Assessment

VERSION = "10"
"""Raise it when `Summary` changes: every row is then rebuilt at the next start."""
_AT_ONCE = 200


class CustomerSummary(msgspec.Struct, frozen=True, array_like=True):
    """The customers of one provider as lists show them."""

    state: str
    """A SampleState."""
    customers: int
    size: int
    """Of the sample, 0 until one is drawn."""
    done: int
    """Places of the sample that were reached."""
    denied: int
    rate: str | None
    """Per cent, printed; None without a valid sample."""
    meets_threshold: bool | None


class Summary(msgspec.Struct, frozen=True, weakref=True, array_like=True):
    """One provider as lists show it. Scores are printed text, None while incomplete.

    Stored without the names of its fields: a row then needs no second page of the file.
    """

    provider: str
    code: str | None
    name: str
    initials: tuple[str, ...]
    state: str
    signs: tuple[str, ...]
    """One word an item in document order: rated, open, reason, missing, disputed."""
    rated: int
    items: int
    evidence: int
    checked: int
    missing: int
    """Requirements that no evidence was handed in for."""
    score: str | None
    points_so_far: str | None
    weight_rated_bp: int
    provisional: bool
    tier: str | None
    shop_points: int | None
    class_id: str | None
    """None under a quota (D11), unless false material decided it: one rating would change every
    row, so whoever shows a class there asks for the ranks, as `result` does."""
    conflicts: int
    blocking: int
    warnings: int
    people: tuple[str, ...]
    """Who is assigned, else who rated."""
    raters: tuple[str, ...]
    submitters: tuple[str, ...]
    late: int
    """What arrived after the lock and waits for a lead: parts of it, the round as one."""
    started: bool
    customers: CustomerSummary
    last_at: str
    last_author: str
    also: tuple[str, ...] = ()
    """Names and codes that others gave it, while they differ."""
    order: str = ""
    """What lists are sorted by, see domain/pinyin.py."""
    people_order: tuple[str, ...] = ()
    """The same of each of `people`."""
    absent: int = 0
    """Files that are recorded and not here: never sent along, or lost."""

    @property
    def by_name(self) -> tuple[str, str, str]:
        """What to sort by: pinyin, then the very signs, then a place of its own."""
        return self.order, self.name, self.provider

    @property
    def by_code(self) -> tuple[str, str, str, str]:
        """What to sort by: those without a code last, by name."""
        return self.code or "~", *self.by_name

    def matches(self, wanted: str) -> bool:
        """Tell whether case-folded text is part of the name or initials, or ends the code."""
        return self.matches_as_usual(wanted) or any(wanted in letters for letters in self.initials)

    def matches_as_usual(self, wanted: str) -> bool:
        """Tell the same, the rare readings of the name's characters left aside."""
        return (
            wanted in self.name.casefold()
            or any(wanted in letters for letters in self.initials[:1])
            or (self.code or "").casefold().endswith(wanted)
            or bool(self.also and any(wanted in text.casefold() for text in self.also))
        )


def found_by(rows: Iterable[Summary], query: str) -> list[Summary]:
    """Return the rows that match, those found by a rare reading of their name last."""
    wanted = query.casefold()
    found = (row for row in rows if row.matches(wanted))
    return sorted(found, key=lambda row: not row.matches_as_usual(wanted))


class Projections:
    """Keeps the summaries in step with the history; `assess` reads one provider from it."""

    def __init__(self, database: Database, assess: "Callable[[str], Assessment]") -> None:
        self._db = database
        self._assess = assess
        self._held = HeldRows(_decode, _ALIKE)

    def refresh(
        self, providers: Sequence[str], *, anew: bool = False, progress: Progress = SILENT
    ) -> None:
        """Bring the rows of these providers up to date, inside the caller's transaction.

        `anew` does not read the rows that are there, which may be another version's. A cancel is
        heard while there are many.
        """
        for start in range(0, len(providers), _AT_ONCE):
            if start:
                progress.raise_if_cancelled()
                progress.step(start, len(providers))
            self._refresh(providers[start : start + _AT_ONCE], anew=anew)

    def _refresh(self, providers: Sequence[str], *, anew: bool) -> None:
        rows = []
        for provider in providers:
            summary = self.expected(provider, anew=anew)
            key = bytes.fromhex(provider)
            if summary is None:
                self._db.rows("DELETE FROM summary WHERE provider = ?", key)
            else:
                rows.append((key, msgspec.json.encode(summary)))
        self._db.write_many("INSERT OR REPLACE INTO summary VALUES (?, ?)", rows)

    def expected(self, provider: str, *, anew: bool = False) -> Summary | None:
        """Return what the row of a provider has to be, None for one that has none.

        It is withdrawn, or joined with another that stays in its place. `anew` takes nothing
        over from the row that is there.
        """
        from evaluator_desktop.store.summaries import summarise  # a list is read without the rules

        assessment = self._assess(provider)
        if assessment.record.id != provider or not assessment.record.exists:
            return None
        return summarise(assessment, None if anew else self.get(provider))

    def get(self, provider: str) -> Summary | None:
        sql = "SELECT content FROM summary WHERE provider = ?"
        rows = self._db.rows(sql, bytes.fromhex(provider))
        return next((_decode(content) for (content,) in rows), None)

    def all(self) -> list[Summary]:
        """Return every row, by provider id; rows that somebody still holds are the same ones."""
        with closing(self._contents()) as contents:
            return list(self._held.read(contents))

    def each(self) -> Iterator[Summary]:
        """Yield every row, by provider id, however many there are."""
        with closing(self._contents()) as contents:
            yield from map(_decode, contents)

    def _contents(self) -> Generator[bytes, None, None]:
        """Closed by whoever reads it: a damaged row would leave the statement open, and a lock."""
        for (content,) in self._db.each("SELECT content FROM summary ORDER BY provider"):
            yield content


def _decode(content: bytes) -> Summary:
    with damage_in_words():
        return _decoder.decode(content)


_decoder = msgspec.json.Decoder(Summary)
_ALIKE = (
    *("state", "signs", "tier", "class_id", "people", "people_order", "raters", "submitters"),
    *("customers", "last_at", "last_author"),
)
