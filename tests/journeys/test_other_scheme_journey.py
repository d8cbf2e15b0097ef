"""The whole job with a made-up scheme of a made-up year: nothing is wired to the one that ships."""

import json
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest
from pytestqt.qtbot import QtBot

from evaluator_desktop.ui.desk import Desk
from evaluator_desktop.ui.navigation import NAVIGATION
from evaluator_desktop.ui.theme import Theme
from evaluator_desktop.ui.window_settings import WindowSettings
from tests.cli.command_line import (
    CODE,
    CONTACT,
    NAME,
    PHONE,
    SECOND_CODE,
    CommandLine,
    write_list,
)

SCHEME = Path(__file__).parent.parent / "cases" / "schemes" / "harbour-2031.toml"
LEAD = "林一帆"
SIZE, TRAINING, REACH = "people.team.size", "people.team.training", "trade.reach"
PAPER, VOICE = "trust.checked.paper", "trust.checked.voice"
RATINGS = {SIZE: "80", TRAINING: "45", REACH: "90.5", PAPER: "70", VOICE: "66"}
FACTS: dict[str, Any] = {
    "registered_on": "2020-12-31",  # the anniversary does not count: 10 years on 2031-12-31
    "has_introduction": True,
    "has_website": False,
    "certificates": 3,
    "products": 4,
    "is_decorated": True,
    # Only logins of the evaluation period count.
    "login_dates": ["2030-12-31", "2031-01-01", "2031-01-02"],
    "followers": {"personal": 1, "enterprise": 2},
    "purchases": 100,
    "praise": {"personal": 2, "enterprise": 3},
    "comments": {"personal": 1, "enterprise": 1},
    "replies": 1,
    "ratings": {"good": 17, "all": 20},  # 85 %: reached, for two periods
}
POINTS = 50 + 300 + 200 + 4  # 10 × 7 cut off at 50, 100 × 3, 2 × 100, 2 days × 2


@pytest.fixture
def lead(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> CommandLine:
    path = tmp_path / "workspace"
    laptop = CommandLine(capsys, monkeypatch).on(tmp_path / "home", "--workspace", path)
    begin = ("init", path, "--evaluator", LEAD, "--cutoff", "2031-12-31", "--scheme", SCHEME)
    made = laptop.done(*begin)
    assert made["scheme"] == "harbour-2031"
    rows = [(NAME, CODE, CONTACT, PHONE), ("苏州咨询中心（示例）", SECOND_CODE, None, None)]
    laptop.done("providers", "import", write_list(tmp_path / "providers.xlsx", rows))
    return laptop


def evaluate(lead: CommandLine, tmp_path: Path) -> None:
    """Prove, verify and rate everything of the first provider, and put its shop down."""
    for item, requirement, method in (
        (SIZE, "register", "site"),
        (TRAINING, "diary", "phone"),
        (REACH, "ledger", "system"),
    ):
        file = tmp_path / f"{requirement}.pdf"
        file.write_bytes(b"%PDF-1.7 " + requirement.encode())
        (added,) = lead.done("evidence", "add", CODE, item, file, "--requirement", requirement)
        lead.done("verify", added["id"], "verified", "--method", method)
    for item, value in RATINGS.items():
        lead.done("rate", CODE, item, value)
    lead.done("shop", "set", CODE, "-", stdin=json.dumps(FACTS).encode())


def test_a_made_up_scheme_goes_all_the_way(lead: CommandLine, tmp_path: Path) -> None:
    lead.refused("unknown_item", "rate", CODE, "organization.staff", "80")
    evaluate(lead, tmp_path)
    result = lead.done("result", CODE)

    # 80 × 15 % + 45 × 10.01 % + 90.5 × 35 % + 70 × 20 % + 66 × 19.99 %
    assert result["score"] == "75.37"
    assert [d["id"] for d in result["dimensions"]] == ["people", "trade", "trust"]
    assert (result["tier"], result["shop_points"]) == ("silver", POINTS)
    rules = {finding["rule"] for finding in result["findings"]}
    assert "D1" not in rules, "the weights are official"
    assert "D3a" not in rules, "45 is not below 40.5"
    shop = lead.done("shop", "show", CODE)
    lines = shop.get("points", shop)["lines"]
    assert [line["rule"] for line in lines] == ["years", "sold", "liked", "present"]

    lead.done("submit", CODE)
    lead.done("lock", CODE)
    assert lead.done("providers", "list")[0]["state"] == "locked"
    (paper,) = lead.done("report", CODE, "-o", tmp_path / "report.pdf")
    assert paper["pages"] > 2
    with pypdfium2.PdfDocument(tmp_path / "report.pdf") as pdf:
        text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    for words in (
        "海港市2031年服务机构评价指标",
        "团队规模",
        "银牌",
        "花名册",
        "75.37",
        "好评率达标",
    ):
        assert words in text
    for words in ("示例权重", "组织建设", "2020年中小企业"):
        assert words not in text
    assert not lead.done("check", "--deep")["problems"]


def test_the_first_class_goes_to_the_first_rank(lead: CommandLine, tmp_path: Path) -> None:
    evaluate(lead, tmp_path)
    for item in RATINGS:
        lead.done("rate", SECOND_CODE, item, "60")
    results = {r["code"]: (r["score"], r["class"]) for r in lead.done("results")}
    assert results == {CODE: ("75.37", "laureate"), SECOND_CODE: ("60.00", "listed")}


def test_a_round_goes_over_to_a_scheme_that_shares_nothing(
    lead: CommandLine, tmp_path: Path
) -> None:
    evaluate(lead, tmp_path)
    lead.done("scheme", "export", tmp_path / "harbour.xlsx")
    shipped = tmp_path / "shipped"
    lead.done("init", shipped, "--evaluator", LEAD)
    lead.done("--workspace", shipped, "scheme", "export", tmp_path / "shipped.toml")
    lead.refused("work_would_be_lost", "scheme", "import", tmp_path / "shipped.toml")
    taken = lead.done("scheme", "import", tmp_path / "shipped.toml", "--accept-losses")
    assert (taken["items"]["kept"], len(taken["items"]["added"])) == ([], 15)
    assert {work["item"] for work in lead.done("scheme", "lost")} == set(RATINGS)
    assert lead.done("result", CODE)["score"] is None
    back = lead.done("scheme", "import", tmp_path / "harbour.xlsx")
    assert back["version"] == "2031.1"
    assert lead.done("result", CODE)["score"] == "75.37"


def test_every_page_shows_a_made_up_scheme(
    lead: CommandLine, tmp_path: Path, qtbot: QtBot, look: Theme
) -> None:
    evaluate(lead, tmp_path)
    desk = Desk(WindowSettings(tmp_path / "settings"), look)
    window = desk.window
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    desk.start(tmp_path / "workspace")
    qtbot.waitUntil(lambda: desk.facts is not None and not desk.is_busy, timeout=20_000)
    provider = desk.facts and next(iter(_providers(desk)))
    for entry in NAVIGATION:
        window.show_provider(entry.id, str(provider))
        qtbot.waitUntil(lambda: not desk.is_busy, timeout=20_000)
        window.grab()
    assert not desk.failed
    window.close()
    desk.shutdown()
    window.deleteLater()


def _providers(desk: Desk) -> list[str]:
    return [row.provider for row in desk._frame._rows if row.code == CODE]


def test_a_changed_scheme_travels_with_a_package(
    lead: CommandLine,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    lead.done("export", tmp_path / "start.evpkg")
    home, own = tmp_path / "home of 周明", tmp_path / "own"
    zhou = CommandLine(capsys, monkeypatch).on(home, "--workspace", own)
    zhou.done("init", own, "--evaluator", "周明", "--from", tmp_path / "start.evpkg")
    zhou.done("rate", CODE, SIZE, "80")

    lead.done("scheme", "export", tmp_path / "scheme.toml")
    text = (tmp_path / "scheme.toml").read_text("utf-8")
    text = text.replace("weight_bp = 1500", "weight_bp = 1501")
    (tmp_path / "scheme.toml").write_text(
        text.replace("weight_bp = 1001", "weight_bp = 1000"), "utf-8"
    )
    changed = lead.done("scheme", "import", tmp_path / "scheme.toml")
    assert (changed["version"], changed["losses"]) == ("2031.2", [])
    lead.done("export", tmp_path / "changed.evpkg")

    zhou.done("merge", tmp_path / "changed.evpkg", "--trust-new")
    assert zhou.done("scheme", "show")["digest"] == changed["digest"]
    assert zhou.done("result", CODE)["points_so_far"] == "12.01"  # 80 × 15.01 %, half-up
    assert not zhou.done("check", "--deep")["problems"]
