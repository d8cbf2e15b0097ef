"""A provider with something of everything a report can show."""

from datetime import date, timedelta
from pathlib import Path

from PIL import Image

from evaluator_desktop.domain.bodies import Profile
from evaluator_desktop.domain.scheme import When
from evaluator_desktop.operations import evidence, providers, ratings, shop, verification
from evaluator_desktop.operations import round as round_steps
from evaluator_desktop.operations.edit import change, commit
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import CHEN, FACTS, LEAD, PROVIDER, STAFF, ZHOU

PHONE, LANDLINE = "13812345678", "021-62345678"
CONTACT = "欧阳示例"
HOSTILE = '<wang@a.com> 与 <img src=/x> &#1114112; <5 & "引号" <b>x'
REMOVED_NAME, REMOVED_REASON = "误传文件.docx", "误传，与本机构无关"
VISIT = date(2020, 11, 22)
SIDEWAYS = 6
"""EXIF: the camera was held upright."""


def enrich(workspace: Workspace, folder: Path) -> None:
    """Fill the first provider: 80.53 points once all is settled, three diamonds, no dispute."""
    folder.mkdir()
    _profile(workspace)
    round_steps.assign(workspace, ZHOU, [PROVIDER])
    round_steps.assign(workspace, CHEN, [PROVIDER])
    workspace.act_as(ZHOU)
    _evidence(workspace, folder)
    _photos(workspace, folder)
    shop.set_facts(workspace, PROVIDER, facts())
    for number, person in enumerate((ZHOU, CHEN)):
        workspace.act_as(person)
        for place, item in enumerate(workspace.scheme.items):
            value = 55 if place == 4 else 80 + place % 3 * 2.5 + number * 2
            reason = f"制度不完整。{HOSTILE}" if value < 60 else ""
            ratings.rate(workspace, PROVIDER, item.id, f"{value:g}", reason)
    workspace.act_as(LEAD)


def lock(workspace: Workspace) -> None:
    """Let both evaluators submit and the lead lock the provider."""
    for person in (ZHOU, CHEN):
        workspace.act_as(person)
        round_steps.submit(workspace, PROVIDER)
    workspace.act_as(LEAD)
    round_steps.lock(workspace, PROVIDER)


def facts() -> dict[str, object]:
    """The worked example's facts (2470 points) with its four runs of login days."""
    starts = {date(2020, 1, 1): 10, date(2020, 2, 1): 3, date(2020, 3, 1): 25, date(2020, 5, 1): 7}
    days = [start + timedelta(n) for start, length in starts.items() for n in range(length)]
    totals = {"login_days", "login_streaks"}
    kept = {name: value for name, value in FACTS.items() if name not in totals}
    return kept | {"login_dates": [day.isoformat() for day in days]}


def _profile(workspace: Workspace) -> None:
    digest, content = workspace.history.personal_object({"name": CONTACT, "phone": PHONE})
    contacts = Profile(PROVIDER, "contacts", {"person": digest})
    commit(workspace, "edit", [change(workspace, contacts, seen=())], personal={digest: content})
    address = f"上海市长宁区示例路123号（前台 {LANDLINE}）"
    providers.edit_profile(workspace, PROVIDER, "identity", {"address": address})
    remarks = f"手机 138 1234 5678。{HOSTILE}"
    providers.edit_profile(workspace, PROVIDER, "remarks", {"text": remarks})


def _evidence(workspace: Workspace, folder: Path) -> None:
    number = 0
    for item in workspace.scheme.items:
        for requirement in item.requirements:
            if requirement.when in (When.LAW_FIRM, When.IF_ANY):
                continue
            number += 1
            path = folder / f"材料{number}.pdf"
            path.write_bytes(b"%PDF-1.4 " + bytes([number]))
            added = evidence.add_files(
                workspace,
                PROVIDER,
                item.id,
                [path],
                requirement=requirement.id,
                captured_on=VISIT,
                note=f"存于办公室，致电{PHONE}" if number == 1 else "",
            )
            note = HOSTILE if number == 2 else ""
            verification.record_outcome(
                workspace, added.files[0][0], "verified", note=note, on=VISIT
            )
    gone = folder / REMOVED_NAME
    gone.write_bytes(b"gone")
    added = evidence.add_files(workspace, PROVIDER, STAFF, [gone])
    evidence.remove(workspace, added.files[0][0], REMOVED_REASON)


def _photos(workspace: Workspace, folder: Path) -> None:
    paths = [
        photo(folder / "横拍.jpg", (1600, 1200)),
        photo(folder / "竖拍.jpg", (1600, 1200), SIDEWAYS),
        photo(folder / f"小图{PHONE}.png", (100, 80)),
    ]
    broken = folder / "损坏.jpg"
    broken.write_bytes(b"\xff\xd8\xff" + b"x" * 500)
    item = "organization.experience"
    added = evidence.add_files(
        workspace, PROVIDER, item, [*paths, broken], requirement="event_records"
    )
    for entity, _name, _stored in added.files:
        verification.record_outcome(workspace, entity, "verified", method="site", on=VISIT)


def photo(path: Path, size: tuple[int, int], orientation: int = 1) -> Path:
    """Make a picture that carries what cameras add."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "SECRETCAM"
    Image.linear_gradient("L").resize(size).convert("RGB").save(
        path, exif=exif, comment=b"SECRETCOMMENT"
    )
    return path
