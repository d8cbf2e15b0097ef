"""export and merge."""

import hashlib
import os
import sqlite3
from pathlib import Path

import pytest

from tests.cli.command_line import CODE, SECOND_CODE, CommandLine

ITEM = "organization.staff"
STATUS_KEYS = ["file", "status", "message", "new_revisions", "new_evidence"]


@pytest.fixture
def laptop(cli: CommandLine, inside: CommandLine, tmp_path: Path) -> CommandLine:
    """An evaluator's laptop that began from the lead's package."""
    inside.done("export", tmp_path / "start.evpkg")
    path = tmp_path / "laptop workspace"
    laptop = cli.on(tmp_path / "laptop", "--workspace", path)
    laptop.done("init", path, "--evaluator", "周明", "--from", tmp_path / "start.evpkg")
    return laptop


@pytest.fixture
def package(laptop: CommandLine, tmp_path: Path) -> Path:
    """What came of the work on the laptop."""
    (tmp_path / "a.pdf").write_bytes(b"a")
    laptop.done("evidence", "add", CODE, ITEM, tmp_path / "a.pdf")
    laptop.done("rate", CODE, ITEM, "80")
    laptop.done("export", tmp_path / "work.evpkg")
    return tmp_path / "work.evpkg"


def test_export(inside: CommandLine, evidence: str, tmp_path: Path) -> None:
    path = tmp_path / "p.evpkg"

    found = inside.done("export", path)

    assert found == {
        "package": found["package"],
        "revisions": len(inside.done("dump", "--history")),
        "evidence": 1,
        "bytes": path.stat().st_size,
        "digest": hashlib.sha256(path.read_bytes()).hexdigest(),
    }
    assert inside.done("export", tmp_path / "again.evpkg")["package"] == found["package"]
    people = inside.in_words("export", tmp_path / "third.evpkg", "--lang", "en").out
    assert found["package"] in people


def test_an_export_goes_on_without_a_damaged_file_and_names_it(
    inside: CommandLine, evidence: str, workspace: Path, tmp_path: Path
) -> None:
    [file] = workspace.glob("evidence/*/*")
    file.write_bytes(b"other bytes")

    found = inside.done("export", tmp_path / "p.evpkg")

    assert found["evidence"] == 0
    [name] = found["damaged"]
    assert ITEM in name
    people = inside.in_words("export", tmp_path / "q.evpkg", "--lang", "en").out
    assert name in people
    assert "damaged" in people


def test_export_overwrites_nothing(inside: CommandLine, workspace: Path, tmp_path: Path) -> None:
    there = tmp_path / "there.evpkg"
    there.write_text("mine")

    inside.refused("bad_file", "export", there)
    inside.refused("bad_file", "export", tmp_path / "no folder" / "p.evpkg")
    inside.refused("bad_file", "export", workspace / "p.evpkg")
    inside.refused("bad_file", "export", tmp_path / "p.evpkg", "--since", tmp_path / "nowhere")
    inside.refused("bad_package", "export", tmp_path / "p.evpkg", "--since", there)
    inside.refused("unknown_provider", "export", "p", "--task", "周明", "--providers", "nobody")

    assert there.read_text() == "mine"
    assert not list(tmp_path.rglob("p.evpkg*"))


def test_since_a_package_of_the_receiver(
    inside: CommandLine, laptop: CommandLine, tmp_path: Path
) -> None:
    inside.done("rate", CODE, ITEM, "80")
    small = tmp_path / "small.evpkg"

    found = inside.done("export", small, "--since", tmp_path / "start.evpkg")

    assert (found["revisions"], found["evidence"]) == (1, 0)
    (package,) = laptop.done("merge", small)["packages"]
    assert (package["status"], package["new_revisions"]) == ("merged", 1)


def test_a_task_carries_the_files_of_its_providers(
    inside: CommandLine, evidence: str, tmp_path: Path
) -> None:
    inside.done("assign", "周明", SECOND_CODE)
    task = ("--task", "周明")

    assert inside.done("export", tmp_path / "a.evpkg", *task)["evidence"] == 0
    assert inside.done("export", tmp_path / "b.evpkg", *task, "--providers", CODE)["evidence"] == 1


def test_a_task_of_nothing_is_refused(inside: CommandLine, tmp_path: Path) -> None:
    inside.refused("bad_value", "export", tmp_path / "p.evpkg", "--task", "NOBODY")
    assert not list(tmp_path.rglob("p.evpkg*"))


def test_merge(inside: CommandLine, package: Path, laptop: CommandLine) -> None:
    unknown = inside("merge", package)
    assert (unknown.code, unknown.error["error"]) == (2, "unknown_device")
    (refused,) = unknown.document["packages"]
    assert (refused["file"], refused["status"]) == (str(package), "unknown_device")
    fingerprint = laptop.done("device", "show")[0]["fingerprint"]
    assert fingerprint in refused["message"]
    wrong = inside("merge", package, "--trust", fingerprint.replace("1", "2").replace("3", "4"))
    assert wrong.code == 2

    inside.refused("bad_value", "merge", package, "--trust", fingerprint[:11])
    would = inside.done("merge", package, "--dry-run", "--trust", fingerprint)
    assert inside("merge", package).code == 2
    done = inside.done("merge", package, "--trust", fingerprint.replace("-", ""))

    assert list(done["packages"][0]) == STATUS_KEYS
    assert done["packages"][0]["status"] == "merged"
    assert (done["packages"][0]["new_revisions"], done["packages"][0]["new_evidence"]) == (2, 1)
    assert done["conflicts"] == would["conflicts"] == 0
    assert would["packages"][0]["new_revisions"] == 2
    assert inside.done("providers", "list")[0]["rated"] == 1
    (again,) = inside.done("merge", package)["packages"]
    assert (again["status"], again["new_revisions"]) == ("already_merged", 0)


def test_some_of_several_are_refused(inside: CommandLine, package: Path, tmp_path: Path) -> None:
    (tmp_path / "text.evpkg").write_text("text")
    os.mkfifo(tmp_path / "pipe.evpkg")
    cut = tmp_path / "cut.evpkg"
    cut.write_bytes(package.read_bytes()[:-100])
    part = tmp_path / "work.evpkg.part"
    part.write_bytes(package.read_bytes())
    bad = [tmp_path / n for n in ("text.evpkg", "pipe.evpkg", "nowhere.evpkg", ".")]

    answer = inside("merge", *bad, cut, part, package, "--trust-new")

    assert (answer.code, answer.err) == (1, "")
    statuses = [p["status"] for p in answer.document["packages"]]
    assert statuses == ["refused"] * 6 + ["merged"]
    assert inside.in_words("merge", package, cut).code == 1


def test_all_refused_is_bad_input(inside: CommandLine, package: Path, tmp_path: Path) -> None:
    (tmp_path / "text.evpkg").write_text("text")
    before = inside.done("dump")

    answer = inside("merge", tmp_path / "text.evpkg", package, tmp_path / "nowhere.evpkg")

    assert (answer.code, len(answer.document["packages"])) == (2, 3)
    assert [d["field"] for d in answer.error["details"]] == [
        str(tmp_path / "text.evpkg"),
        str(package),
        str(tmp_path / "nowhere.evpkg"),
    ]
    assert inside.done("dump") == before
    people = inside.in_words("merge", tmp_path / "text.evpkg", package)
    assert (people.code, len(people.out.splitlines()), len(people.err.splitlines())) == (2, 0, 3)


def test_a_package_of_another_round(inside: CommandLine, cli: CommandLine, tmp_path: Path) -> None:
    other = tmp_path / "other"
    cli.done("init", other, "--evaluator", "甲")
    cli.done("export", tmp_path / "foreign.evpkg", "--workspace", other)

    answer = inside("merge", tmp_path / "foreign.evpkg", "--trust-new")

    assert (answer.code, answer.error["error"]) == (2, "other_round")
    assert answer.document["packages"][0]["status"] == "other_round"


def test_a_changed_package(inside: CommandLine, package: Path, tmp_path: Path) -> None:
    content = package.read_bytes()
    place = content.index(b"a.pdf") if b"a.pdf" in content else len(content) // 2
    changed = tmp_path / "changed.evpkg"
    changed.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])

    answer = inside("merge", changed, "--trust-new")

    assert (answer.code, answer.error["error"]) == (2, "bad_package")


def test_a_file_of_age_that_is_no_package(inside: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "secret.evpkg").write_bytes(b"age-encryption.org/v1\n" + b"x" * 100)

    answer = inside("merge", tmp_path / "secret.evpkg")

    assert (answer.code, answer.error["error"]) == (2, "bad_package")


def test_a_package_from_standard_input(inside: CommandLine, package: Path) -> None:
    found = inside.done("merge", "-", "--trust-new", stdin=package.read_bytes())

    assert found["packages"][0]["file"] == "-"


def test_the_backup_before_a_merge(inside: CommandLine, workspace: Path, package: Path) -> None:
    before = set((workspace / "backups").iterdir())
    inside.done("merge", package, "--trust-new")

    (backup,) = set((workspace / "backups").iterdir()) - before
    with sqlite3.connect(backup) as database:
        assert database.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    database.close()


def test_the_last_merge_is_taken_back(inside: CommandLine, package: Path) -> None:
    before = inside.in_words("dump").out
    merged = inside.done("merge", package, "--trust-new")["packages"][0]

    taken = inside.done("unmerge")

    assert taken["packages"] == [package.name]
    assert taken["revisions"] == merged["new_revisions"]
    assert inside.in_words("dump").out == before
    inside.refused("no_step_back", "unmerge")


def test_a_merge_with_work_saved_since_stays(inside: CommandLine, package: Path) -> None:
    inside.done("merge", package, "--trust-new")
    inside.done("rate", CODE, "public_benefit.expenditure", "60", "--reason", "x")
    before = inside.in_words("dump").out

    answer = inside.refused("saved_since", "unmerge")

    assert "1" in answer.error["message"]
    assert inside.in_words("dump").out == before
