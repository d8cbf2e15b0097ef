"""init, demo, check, backup, restore."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from evaluator_desktop.paths import resource_dir
from tests.cli.command_line import CODE, CommandLine

KEYS = {"workspace", "round", "scheme", "scheme_digest"}


def test_init(cli: CommandLine, tmp_path: Path) -> None:
    made = cli.done("init", tmp_path / "w", "--evaluator", "林一帆", "--round", "2026 秋季")

    assert set(made) == KEYS
    assert made["workspace"] == str(tmp_path / "w")
    assert (made["round"], made["scheme"]) == ("2026 秋季", "shanghai-2020")
    shown = cli.done("scheme", "show", "--workspace", tmp_path / "w")
    assert shown["digest"] == made["scheme_digest"]


def test_init_takes_a_scheme_and_a_cutoff(cli: CommandLine, tmp_path: Path) -> None:
    scheme = tmp_path / "own.toml"
    text = (resource_dir() / "schemes" / "shanghai-2020.toml").read_text("utf-8")
    scheme.write_text(text.replace('id = "shanghai-2020"', 'id = "own"', 1), encoding="utf-8")
    options = ("--evaluator", "甲", "--scheme", scheme, "--cutoff", "2019-06-30")

    assert cli.done("init", tmp_path / "w", *options)["scheme"] == "own"
    (first, *_rest) = cli.done("history", "--workspace", tmp_path / "w")
    assert first["new"]["cutoff"] == "2019-06-30"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--scheme", "nowhere.toml"), "bad_file"),
        (("--scheme", "."), "bad_file"),
        (("--cutoff", "2020-02-30"), "bad_value"),
        (("--cutoff", "20201231"), "bad_value"),
        (("--round", "r" * 201), "bad_value"),
        (("--from", "nowhere.evpkg"), "bad_file"),
        (("--from", "x", "--passphrase-file", "p"), "bad_file"),
    ],
)
@pytest.mark.parametrize("existed", [False, True])
def test_a_failed_init_leaves_nothing_behind(
    cli: CommandLine, tmp_path: Path, options: tuple[str, ...], code: str, existed: bool
) -> None:
    path = tmp_path / "w"
    if existed:
        path.mkdir()

    cli.refused(code, "init", path, "--evaluator", "甲", *options)

    assert list(tmp_path.iterdir()) == ([path] if existed else [])
    assert not existed or list(path.iterdir()) == []


def test_init_needs_an_empty_folder(cli: CommandLine, workspace: Path, tmp_path: Path) -> None:
    cli.refused("workspace_exists", "init", workspace, "--evaluator", "甲")
    file = tmp_path / "file"
    file.write_text("x")
    cli.refused("workspace_exists", "init", file, "--evaluator", "甲")
    cli.refused("bad_file", "init", file / "inside", "--evaluator", "甲")
    cli.refused("unsafe_folder", "init", tmp_path / "Dropbox" / "w", "--evaluator", "甲")
    cli.refused("bad_value", "init", tmp_path / "w", "--evaluator", " ")
    cli.refused("bad_value", "init", tmp_path / "w", "--evaluator", "甲", "--round", "")
    assert not (tmp_path / "w").exists()


def test_init_from_a_package_trusts_its_device(
    cli: CommandLine, inside: CommandLine, tmp_path: Path
) -> None:
    inside.done("export", tmp_path / "task.evpkg")
    (own,) = inside.done("device", "show")
    laptop = cli.on(tmp_path / "other")

    made = laptop.done(
        "init", tmp_path / "w", "--evaluator", "周明", "--from", tmp_path / "task.evpkg"
    )

    assert set(made) == KEYS | {"device"}
    assert made["device"] == own["fingerprint"]
    _here, trusted = laptop.done("device", "show")
    assert (trusted["fingerprint"], trusted["trusted"]) == (own["fingerprint"], True)
    assert laptop.done("dump", "--workspace", tmp_path / "w") == inside.done("dump")
    laptop.refused("lead_only", "lock", CODE, "--workspace", tmp_path / "w")


def test_init_from_a_package_says_the_device_to_people(
    cli: CommandLine, inside: CommandLine, tmp_path: Path
) -> None:
    inside.done("export", tmp_path / "task.evpkg")
    (own,) = inside.done("device", "show")
    options = ("--evaluator", "周明", "--from", tmp_path / "task.evpkg", "--role", "lead")

    answer = cli.on(tmp_path / "other").in_words("init", tmp_path / "w", *options)

    assert answer.code == 0
    assert own["fingerprint"] in answer.out


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no package", b"\0" * 5000])
def test_init_from_a_damaged_package_leaves_nothing(
    cli: CommandLine, tmp_path: Path, content: bytes
) -> None:
    package = tmp_path / "p.evpkg"
    package.write_bytes(content)

    cli.refused("bad_package", "init", tmp_path / "w", "--evaluator", "甲", "--from", package)

    assert list(tmp_path.iterdir()) == [package]


def test_init_from_standard_input(cli: CommandLine, inside: CommandLine, tmp_path: Path) -> None:
    inside.done("export", tmp_path / "task.evpkg")
    package = (tmp_path / "task.evpkg").read_bytes()

    cli.done("init", tmp_path / "w", "--evaluator", "周明", "--from", "-", stdin=package)


def test_demo(cli: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "demo"

    made = cli.done("demo", path)

    assert (set(made), made["workspace"]) == (KEYS, str(path))
    rows = cli.done("providers", "list", "--workspace", path)
    assert len(rows) >= 12
    assert sum(row["state"] == "open" and row["evidence"] > 0 for row in rows) >= 5
    assert sum(row["conflicts"] for row in rows) == 1
    cli.refused("workspace_exists", "demo", path)


def test_check(inside: CommandLine, workspace: Path, evidence: str) -> None:
    found = inside.done("check", "--deep")
    assert found == {"ok": True, "problems": [], "revisions": found["revisions"], "evidence": 1}

    (file,) = (workspace / "evidence").glob("??/*")
    file.write_bytes(b"%PDF-1.7 stuff")
    assert inside("check").code == 0
    deep = inside("check", "--deep")
    assert (deep.code, deep.err, deep.document["ok"]) == (1, "", False)
    assert "名单.pdf" in deep.document["problems"][0]

    file.unlink()
    assert inside("check").code == 1
    assert inside.in_words("check").code == 1


def test_backup_and_restore(
    inside: CommandLine, cli: CommandLine, workspace: Path, evidence: str, tmp_path: Path
) -> None:
    own = inside.done("backup")
    assert own["verified"] is True
    assert Path(own["file"]).parent == workspace / "backups"
    target = tmp_path / "copy.sqlite3"
    assert inside.done("backup", target) == {"file": str(target), "verified": True}
    inside.refused("bad_file", "backup", target)
    inside.refused("bad_file", "backup", tmp_path / "no" / "copy.sqlite3")

    restored = cli.done("restore", target, tmp_path / "again")

    assert restored == {"file": str(target), "verified": True}
    piped = cli.done("restore", "-", tmp_path / "piped", stdin=target.read_bytes())
    assert piped == {"file": "-", "verified": True}
    assert cli.done("dump", "--workspace", tmp_path / "again") == inside.done("dump")
    (piece,) = cli.done("evidence", "list", CODE, "--workspace", tmp_path / "again")
    assert piece["state"] == "missing"


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_restoring_what_is_no_backup(cli: CommandLine, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)

    cli.refused("bad_file", "restore", file, tmp_path / "w")
    cli.refused("bad_file", "restore", tmp_path / "nowhere", tmp_path / "w")
    cli.refused("bad_file", "restore", tmp_path, tmp_path / "w")

    assert list(tmp_path.iterdir()) == [file]


def test_restoring_a_damaged_backup(cli: CommandLine, inside: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite3"
    inside.done("backup", target)
    with sqlite3.connect(target) as copy:
        for (name,) in copy.execute(
            "SELECT name FROM sqlite_master WHERE type='trigger'"
        ).fetchall():
            copy.execute(f"DROP TRIGGER {name}")
        copy.execute("UPDATE revision SET content = CAST(replace(content, 'lead', 'dean') AS BLOB)")
    copy.close()

    answer = cli("restore", target, tmp_path / "w")

    assert (answer.code, answer.error["error"]) == (3, "store_damaged")
    assert not (tmp_path / "w").exists()


def test_a_workspace_of_a_newer_version_stays_as_it_is(
    inside: CommandLine, workspace: Path
) -> None:
    store = workspace / "store.sqlite3"
    with sqlite3.connect(store) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    before = (store.read_bytes(), sorted(workspace.iterdir()))

    answer = inside.refused("newer_workspace", "rate", CODE, "organization.staff", "80")

    assert "99" in answer.error["message"]
    assert (store.read_bytes(), sorted(workspace.iterdir())) == before


def test_a_damaged_database_is_no_bad_input(inside: CommandLine, workspace: Path) -> None:
    store = workspace / "store.sqlite3"
    shutil.copy(store, workspace / "backups" / "kept")
    store.write_bytes(b"SQLite format 3\0" + b"\xff" * 8000)

    answer = inside("results")

    assert (answer.code, answer.error["error"]) == (3, "store_damaged")


def test_damage_names_the_last_backup_and_it_can_be_restored(
    inside: CommandLine, cli: CommandLine, workspace: Path, tmp_path: Path
) -> None:
    backup = inside.done("backup")["file"]
    (workspace / "store.sqlite3").write_bytes(b"SQLite format 3\0" + b"\xff" * 8000)

    message = inside("results").error["message"]

    assert backup in message
    assert "restore" in message
    cli.done("restore", backup, tmp_path / "new")


def test_check_names_the_last_backup_when_there_are_problems(
    inside: CommandLine, workspace: Path
) -> None:
    backup = inside.done("backup")["file"]
    assert backup not in inside.in_words("check").out
    with sqlite3.connect(workspace / "store.sqlite3") as store:
        store.execute("DELETE FROM summary")
    store.close()

    assert backup in inside.in_words("check").out


def test_where_a_workspace_lies_badly_people_are_warned_at_each_call(
    inside: CommandLine, cli: CommandLine, workspace: Path, tmp_path: Path
) -> None:
    assert inside.in_words("results").err == ""
    bad = tmp_path / "OneDrive" / "work"
    bad.parent.mkdir()
    workspace.rename(bad)

    said = cli.in_words("providers", "list", "--workspace", bad)

    assert said.code == 0
    assert said.err.count("OneDrive") == 1
    assert "copy" in said.err
    assert "OneDrive" not in said.out
    assert cli.done("providers", "list", "--workspace", bad), "nothing but the contract with --json"


def test_a_workspace_is_copied_whole(
    inside: CommandLine, cli: CommandLine, evidence: str, workspace: Path, tmp_path: Path
) -> None:
    good = tmp_path / "good"

    assert inside.done("copy", good) == {"workspace": str(good), "damaged": []}
    assert cli("check", "--deep", "--workspace", good).document["ok"]
    assert cli.in_words("dump", "--workspace", good).out == inside.in_words("dump").out
    inside.refused("workspace_exists", "copy", good)
    [file] = (workspace / "evidence").glob("??/*")
    file.write_bytes(b"rotten")
    said = inside.in_words("copy", tmp_path / "left")
    assert said.code == 0
    assert len(said.out.splitlines()) == 2
    assert inside.done("copy", tmp_path / "third")["damaged"] == [file.name]


def test_a_workspace_that_another_computer_left_open_is_taken_over_when_asked(
    inside: CommandLine, workspace: Path
) -> None:
    note = {"pid": 77, "host": "laptop-of-chen", "since": "2020-06-01T08:00:00+00:00"}
    (workspace / "lock").write_text(json.dumps(note), "utf-8")

    refused = inside("check")
    assert (refused.code, refused.error["error"]) == (3, "workspace_busy")
    assert "laptop-of-chen" in refused.error["message"]

    assert inside.done("check", "--take-over")["ok"]
