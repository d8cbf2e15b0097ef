"""The whole job through the command line: a lead, two laptops, a conflict, a report.

Three users with folders of their own, so three device keys; what passes between them are files.
"""

import json
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest

from tests.cli.command_line import (
    CODE,
    CONTACT,
    FACTS,
    NAME,
    PHONE,
    SECOND_CODE,
    CommandLine,
)

LEAD, FIRST, SECOND = "林一帆", "周明", "何书语"
RATINGS = ("91", "88.5", "79", "64.5", "83", "95.5", "70", "86", "92.5", "77", "81", "68", "90")


class Round:
    """The laptops of one round, and the folder where the sticks go round."""

    def __init__(self, cli: CommandLine, folder: Path) -> None:
        self._cli, self._folder = cli, folder

    def file(self, name: str) -> Path:
        return self._folder / name

    def laptop(self, owner: str, *, begins_from: Path | None = None) -> CommandLine:
        """Return the command line of somebody's laptop, its workspace made."""
        path = self._folder / f"workspace of {owner}"
        laptop = self._cli.on(self._folder / f"home of {owner}", "--workspace", path)
        begin = (
            ("--from", begins_from)
            if begins_from
            else ("--round", "2026 秋季测评", "--cutoff", FACTS["cutoff"])
        )
        laptop.done("init", path, "--evaluator", owner, *begin)
        return laptop


@pytest.fixture
def autumn(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Round:
    return Round(CommandLine(capsys, monkeypatch), tmp_path)


def fill_in_template(lead: CommandLine, path: Path) -> None:
    lead.done("providers", "template", path)
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    sheet["A3"], sheet["B3"], sheet["E3"], sheet["F3"] = NAME, CODE, CONTACT, PHONE
    sheet["A4"], sheet["B4"] = "苏州咨询中心（示例）", SECOND_CODE
    workbook.save(path)


def items_of(laptop: CommandLine) -> list[dict[str, Any]]:
    dimensions = laptop.done("scheme", "show")["dimensions"]
    return [i for d in dimensions for n in d["indicators"] for i in n["items"]]


def evaluate(laptop: CommandLine, autumn: Round) -> str:
    """Attach, verify and rate everything of the first provider; return the score to expect."""
    total = Decimal()
    for number, item in enumerate(items_of(laptop)):
        for requirement in item["requirements"][:1]:
            file = autumn.file(f"{number}-{requirement['id']}.pdf")
            file.write_bytes(b"%PDF-1.7 " + requirement["id"].encode())
            place = (CODE, item["id"], file, "--requirement", requirement["id"])
            (added,) = laptop.done("evidence", "add", *place)
            laptop.done("verify", added["id"], "verified", "--method", "original")
        rating = RATINGS[number % len(RATINGS)]
        laptop.done("rate", CODE, item["id"], rating)
        total += Decimal(rating) * item["weight_bp"] / 10_000
    return str(total.quantize(Decimal("0.01"), ROUND_HALF_UP))


def set_facts(laptop: CommandLine, purchases: int) -> None:
    facts = json.dumps(FACTS | {"purchases": purchases}).encode()
    laptop.done("shop", "set", CODE, "-", stdin=facts)


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "".join(page.get_textpage().get_text_bounded() for page in pdf)


def begin(autumn: Round) -> CommandLine:
    """The lead makes the workspace, takes the list in and exports the start."""
    lead = autumn.laptop(LEAD)
    fill_in_template(lead, autumn.file("providers.xlsx"))
    assert lead.done("providers", "import", autumn.file("providers.xlsx"))["added"] == 2
    lead.done("assign", FIRST, CODE)
    lead.done("assign", SECOND, SECOND_CODE)
    lead.done("export", autumn.file("start.evpkg"))
    return lead


def work_apart(autumn: Round, first: CommandLine, second: CommandLine) -> str:
    """Both put down the shop's facts and read the orders otherwise; return the first's score."""
    score = evaluate(first, autumn)
    set_facts(first, purchases=120)
    set_facts(second, purchases=180)
    second.done("rate", SECOND_CODE, "organization.staff", "75")
    second.refused("lead_only", "lock", CODE)
    for laptop, name in ((first, "first.evpkg"), (second, "second.evpkg")):
        laptop.done("export", autumn.file(name), "--since", autumn.file("start.evpkg"))
    return score


def merge_both(autumn: Round, lead: CommandLine, first: CommandLine) -> None:
    """An unknown device is refused until somebody says yes to it."""
    refused = lead("merge", autumn.file("first.evpkg"))
    assert (refused.code, refused.error["error"]) == (2, "unknown_device")
    fingerprint = first.done("device", "show")[0]["fingerprint"]
    assert fingerprint in refused.error["message"]
    lead.done("merge", autumn.file("first.evpkg"), "--trust", fingerprint)
    merged = lead("merge", autumn.file("second.evpkg"), "--trust-new")
    assert (merged.code, merged.document["conflicts"]) == (1, 1)


def merge_the_other_way_round(autumn: Round, lead: CommandLine) -> CommandLine:
    """A second lead gets the same bytes; merging again changes nothing."""
    other = autumn.laptop("第二组长", begins_from=autumn.file("start.evpkg"))
    both = [autumn.file("second.evpkg"), autumn.file("first.evpkg")]
    assert other("merge", *both, "--trust-new").code == 1
    for option in ("--history", "--state"):
        assert other.in_words("dump", option).out == lead.in_words("dump", option).out
    again = lead("merge", *both)
    statuses = [p["status"] for p in again.document["packages"]]
    assert (again.code, statuses) == (1, ["already_merged"] * 2)
    return other


def settle(lead: CommandLine, score: str) -> None:
    """What differs is shown with its effect, and holds up the result until it is settled."""
    (conflict,) = lead.done("conflicts")
    sides = {h["author"]: h["n"] for h in conflict["heads"]}
    results = {e["n"]: (e["score"], e["tier"]) for e in conflict["effect"]}
    assert results == {sides[FIRST]: (score, "diamond_3"), sides[SECOND]: (score, "diamond_4")}
    assert lead.done("result", CODE)["tier"] is None
    wishes = ("--take", str(sides[SECOND]), "--reason", "以服务云后台订单为准")
    assert lead.done("resolve", conflict["id"], *wishes) == []
    lead.refused("unknown_conflict", "resolve", conflict["id"], *wishes)
    result = lead.done("result", CODE)
    assert (result["score"], result["tier"], result["shop_points"]) == (score, "diamond_4", 3070)
    assert [f for f in result["findings"] if f["severity"] != "warning"] == []


def put_on_paper(autumn: Round, lead: CommandLine, score: str) -> None:
    """Submitted by the evaluator, locked by the lead, and printed."""
    lead.done("submit", CODE, "--as", FIRST)
    assert lead.done("lock", CODE) == {"code": CODE, "state": "locked", "version": 1}
    (report,) = lead.done("report", CODE, "-o", autumn.file("report.pdf"))
    assert report["state"] == "final"
    text = text_of(autumn.file("report.pdf"))
    for expected in (score, "四钻", NAME):
        assert expected in text
    assert "3070" in text.replace(",", "")
    assert PHONE not in text


def bring_it_back(autumn: Round, lead: CommandLine, first: CommandLine) -> None:
    """The evaluator's laptop gets to the same state, and knows that it is locked."""
    lead.done("export", autumn.file("final.evpkg"))
    device = lead.done("device", "show")[0]["fingerprint"]
    first.done("merge", autumn.file("final.evpkg"), "--trust", device)
    assert first.in_words("dump").out == lead.in_words("dump").out
    first.refused("locked", "rate", CODE, "organization.staff", "99")


def test_the_whole_job(autumn: Round) -> None:
    lead = begin(autumn)
    first = autumn.laptop(FIRST, begins_from=autumn.file("start.evpkg"))
    second = autumn.laptop(SECOND, begins_from=autumn.file("start.evpkg"))
    score = work_apart(autumn, first, second)
    merge_both(autumn, lead, first)
    other = merge_the_other_way_round(autumn, lead)
    settle(lead, score)
    put_on_paper(autumn, lead, score)
    bring_it_back(autumn, lead, first)
    for laptop in (lead, first, second, other):
        assert laptop.done("check", "--deep")["ok"]
