"""A workspace in which people wrote every text that they can write, for walks."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image

from evaluator_desktop.domain.bodies import Profile, Provider
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.operations import (
    calls,
    classes,
    customers,
    drafts,
    evidence,
    providers,
    ratings,
    shop,
    verification,
)
from evaluator_desktop.operations import round as rounds
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import CODE, FACTS, OTHER_CODE

Say = Callable[[str], str]
PERSON, OTHER_PERSON = "林一帆", "周明"
FIRST = derived_entity(Provider.kind, CODE)


def seed(path: Path, say: Say) -> None:
    """Make the workspace; `say(field)` is what stands in a text of this name."""
    with Workspace.create(path, person=say("person"), role="lead") as workspace:
        rounds.start_round(
            workspace,
            rounds.read_scheme(),
            name=say("round"),
            organisation=say("organisation"),
            colleagues=(say("colleague"),),
        )
        for number, code in enumerate((CODE, OTHER_CODE)):
            _add_provider(workspace, code, say(f"provider{number}"))
        items = [item.id for item in workspace.scheme.items]
        _evidence(workspace, items, say)
        _ratings(workspace, items, say)
        _customers(workspace, say)
        shop.set_facts(workspace, FIRST, dict(FACTS))
        _conflicts(workspace, items[1], say)
        classes.decide_class(workspace, FIRST, confirmed=False, reason=say("class"))
        drafts.keep(workspace, _drafts(workspace, items[2], say))


def _add_provider(workspace: Workspace, code: str, name: str) -> None:
    provider = derived_entity(Provider.kind, code)
    identity: dict[str, str | bool | None] = {"name": name, "is_law_firm": False, "address": name}
    body = Profile(provider=provider, part="identity", values=identity)
    key = derived_entity(Profile.kind, provider, "identity")
    changes = [
        Change(provider, Provider.kind, Provider(code=code)),
        Change(key, Profile.kind, body),
    ]
    workspace.commit("import_providers", changes)
    providers.edit_profile(workspace, provider, "remarks", {"text": name})


def _evidence(workspace: Workspace, items: list[str], say: Say) -> None:
    picture = BytesIO()
    Image.new("RGB", (60, 40), "red").save(picture, "PNG")
    files = [("picture", picture.getvalue()), ("text", say("content").encode()), ("x", b"\0")]
    ids = []
    for name, content in files:
        added = evidence.add_content(workspace, FIRST, items[0], say(f"file-{name}"), content)
        ids.append(added.files[0][0])
    evidence.describe(workspace, ids[0], requirement=None, captured_on=None, note=say("file-note"))
    verification.record_outcome(workspace, ids[0], "false", note=say("outcome-note"))
    evidence.remove(workspace, ids[2], say("removal"))


def _ratings(workspace: Workspace, items: list[str], say: Say) -> None:
    for number, item in enumerate(items):
        ratings.rate(workspace, FIRST, item, "30", say(f"reason{number}"))
    me = workspace.person
    workspace.act_as(say("colleague"))
    for item in items[:4]:
        ratings.rate(workspace, FIRST, item, "95", say("other-reason"))
    workspace.act_as(me)
    ratings.set_consensus(workspace, FIRST, items[3], "60", say("consensus"))


def _customers(workspace: Workspace, say: Say) -> None:
    people = [(say(f"customer{n}"), f"1380013800{n}") for n in range(4)]
    customers.add_customers(workspace, FIRST, people)
    calls.draw(workspace, FIRST, 7)
    first = calls.drawn_customers(workspace, FIRST)[0].id
    calls.record_call(
        workspace, FIRST, first, "completed", service_real=True, satisfaction=3, words=say("words")
    )


def _conflicts(workspace: Workspace, item: str, say: Say) -> None:
    """Leave what two laptops make that work apart: two heads each."""
    key = derived_entity(Profile.kind, FIRST, "identity")
    seen = workspace.history.head_ids(key)
    for number in range(2):
        name = {"name": say(f"renamed{number}")}
        providers.edit_profile(workspace, FIRST, "identity", name, seen=seen)
    added = evidence.add_content(workspace, FIRST, item, say("file-conflict"), b"disputed")
    for outcome in ("verified", "false"):
        note = say(f"note-{outcome}")
        verification.record_outcome(workspace, added.files[0][0], outcome, note=note, seen=())


def _drafts(workspace: Workspace, item: str, say: Say) -> dict[str, str | None]:
    me = workspace.person
    return {
        f"rating reason:{FIRST}/{item}:{me}": say("draft-reason"),
        f"shop certificates:{FIRST}:{me}": f'"{say("draft-shop")[:20]}"',
    }
