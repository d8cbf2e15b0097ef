"""The one connection to a workspace's SQLite file: settings, lock, migrations, errors in words.

The settings are those of docs/decisions: a rollback journal (SQLite before 3.51.3 can lose commits
in WAL), EXTRA syncs, and an exclusive lock that is taken at once and kept until `close`.
"""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, cast

import peewee

from evaluator_desktop.errors import (
    EvaluatorError,
    NewerWorkspaceError,
    NotAWorkspaceError,
    ReadOnlyStoreError,
    StorageFailedError,
    StoreGoneError,
    WorkspaceBusyError,
)
from evaluator_desktop.store import migrations
from evaluator_desktop.store.backup_files import store_damaged
from evaluator_desktop.store.disk_space import disk_full, is_full
from evaluator_desktop.store.replacing import put_in_place

FILE_NAME = "store.sqlite3"
APPLICATION_ID = 0x45564C44  # "EVLD": tells our database from any other SQLite file
_PRAGMAS = {
    "journal_mode": "DELETE",
    "synchronous": "EXTRA",
    "foreign_keys": "ON",
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
    "secure_delete": "ON",
    "temp_store": "MEMORY",
}
SAYS_FULL = "disk is full"
"""What SQLite says of one."""
_NEEDED = 1_000_000
_KEYS_AT_ONCE = 500
"""About the bytes that a save wants, for what is said when the disk is full."""
_ENVIRONMENT = (peewee.OperationalError, sqlite3.OperationalError, OSError)


class Database:
    """An open database; everything is called on the thread that opened it."""

    def __init__(self, path: Path, *, new: bool = False, holder: Callable[[], str] = str) -> None:
        """Open `path` and lock it; `holder` says who has it when somebody else does.

        A file that is not a workspace's, or a newer version's, is refused as it is.
        Raises WorkspaceBusyError, NotAWorkspaceError, NewerWorkspaceError, StoreDamagedError.
        """
        self.path = path
        self._holder = holder
        self.trouble = ""
        """Why nothing is written any more: the disk fails. "" while all is well."""
        self._is_shaken = False
        self.peewee = peewee.SqliteDatabase(
            str(path), pragmas={"locking_mode": "EXCLUSIVE"}, timeout=0
        )
        try:
            self._connect(new=new)
        except BaseException:
            self.peewee.close()
            raise

    def _connect(self, *, new: bool = False) -> None:
        with self.errors_in_words():
            self.peewee.connect()
            self.peewee.execute_sql("BEGIN EXCLUSIVE")
            self.peewee.execute_sql("COMMIT")
        if not new:
            self._refuse_foreign()
        for name, value in _PRAGMAS.items():
            self.rows(f"PRAGMA {name} = {value}")
        self._file = _file_of(self.path)

    def _refuse_foreign(self) -> None:
        known = migrations.steps()[-1][0]
        if self.rows("PRAGMA application_id") != [(APPLICATION_ID,)]:
            raise NotAWorkspaceError(path=self.path.parent)
        if self.version > known:
            raise NewerWorkspaceError(path=self.path.parent, found=self.version, known=known)

    def close(self) -> None:
        """Release the lock; safe to call twice."""
        if self.is_open:
            self.peewee.close()

    @property
    def is_open(self) -> bool:
        return not self.peewee.is_closed()

    def errors_in_words(self) -> "_InWords":
        """Turn what SQLite reports of the environment into errors that a person can mend."""
        return _InWords(self._explained)

    def _explained(self, error: Exception) -> Exception:
        self._is_shaken = self._is_shaken or _is_of_the_disk(error)
        return self._in_words(error)

    def _in_words(self, error: Exception) -> Exception:
        text = str(error)
        if isinstance(error, OSError):
            text = SAYS_FULL if is_full(error) else error.strerror or text
        if "locked" in text:
            return WorkspaceBusyError(path=self.path.parent, holder=self._holder())
        if SAYS_FULL in text:
            return disk_full(self.path.parent, _NEEDED)
        if "malformed" in text or "not a database" in text:
            return store_damaged(self.path.parent, text)
        if isinstance(error, _ENVIRONMENT):
            return StorageFailedError(reason=text)
        return error

    def _refuse_trouble(self) -> None:
        """Refuse to write where it would be lost: on a disk that fails, or is not there any more.

        A file that was pulled out stays open for us, and takes everything, and keeps nothing.
        """
        if self._is_shaken:
            self._renew()
        if self.trouble:
            raise ReadOnlyStoreError(reason=self.trouble)
        if _file_of(self.path) != self._file:
            raise StoreGoneError(path=self.path.parent)

    def _renew(self) -> None:
        """Give a connection up that an I/O error went through, and look at the file anew.

        What could not be synced may be gone from the disk and still be in the system's memory:
        a second sync would say that all is well. So nothing is ever synced twice.
        """
        self._is_shaken = False
        self.peewee.close()
        try:
            self._connect()
            self.trouble = next(iter(self.quick_check()), "")
        except EvaluatorError as error:
            self.trouble = str(error)
        self._is_shaken = False

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; what was written is durable when the block has ended.

        After an error of the disk the connection is another one, and the file was looked at.
        """
        is_outermost = not self.peewee.in_transaction()
        if is_outermost:
            self._refuse_trouble()
        try:
            with self.errors_in_words():
                try:
                    with self.peewee.atomic("IMMEDIATE"):
                        yield
                except peewee.OperationalError as error:
                    raise _first_cause(error) from error
        finally:
            if self._is_shaken and is_outermost:
                self._renew()

    def rows(self, sql: str, *params: object) -> list[tuple[Any, ...]]:
        """Run one statement and return all its rows.

        A cursor that a failure left open would hold on to the lock.
        """
        with self.errors_in_words(), closing(self.peewee.cursor()) as cursor:
            return cast("list[tuple[Any, ...]]", cursor.execute(sql, params).fetchall())

    def rows_in(self, sql: str, keys: Iterable[object]) -> Iterator[tuple[Any, ...]]:
        """Run a statement that ends with IN for any number of keys, and yield all rows."""
        wanted = list(keys)
        for start in range(0, len(wanted), _KEYS_AT_ONCE):
            some = wanted[start : start + _KEYS_AT_ONCE]
            marks = ", ".join("?" * len(some))
            yield from self.rows(f"{sql} ({marks})", *some)

    def each(self, sql: str, *params: object) -> Iterator[tuple[Any, ...]]:
        """Run one statement and yield its rows one by one, however many there are."""
        with self.errors_in_words(), closing(self.peewee.cursor()) as cursor:
            yield from cursor.execute(sql, params)

    def write_many(self, sql: str, rows: Iterable[Sequence[object]]) -> int:
        """Run one statement for many rows, the fast way; returns how many rows it changed."""
        with self.errors_in_words(), closing(self.peewee.cursor()) as cursor:
            return int(cursor.executemany(sql, rows).rowcount)

    @property
    def version(self) -> int:
        return int(self.rows("PRAGMA user_version")[0][0])

    def migrate(self, before: Callable[[], object]) -> None:
        """Bring an older format up to this program's; `before` makes the backup."""
        found, known = self.version, migrations.steps()[-1][0]
        if found == known:
            return
        if found:
            before()
        with self.transaction():
            for version, script in migrations.steps():
                if version > found:
                    self._run_script(script)
            self.rows(f"PRAGMA application_id = {APPLICATION_ID}")
            self.rows(f"PRAGMA user_version = {known}")

    def _run_script(self, script: str) -> None:
        """Run statements one by one: sqlite3's own executescript would commit before it starts."""
        statement = ""
        for line in script.splitlines():
            statement += line + "\n"
            if sqlite3.complete_statement(statement):
                self.rows(statement)
                statement = ""

    def forget(self) -> None:
        """Empty the journal: under an exclusive lock it keeps the pages as they were before."""
        self.rows("PRAGMA journal_size_limit = 0")
        try:
            with self.transaction():
                self.rows(f"PRAGMA user_version = {self.version}")
        finally:
            self.rows("PRAGMA journal_size_limit = -1")

    @contextmanager
    def attached(self, path: Path, name: str) -> Iterator[None]:
        """Have another database of our own making at hand, outside a transaction.

        Nothing of it needs to survive: changes in it are neither synced nor taken back.
        """
        self.rows(f"ATTACH DATABASE ? AS {name}", str(path))
        try:
            self.rows(f"PRAGMA {name}.journal_mode = OFF")
            self.rows(f"PRAGMA {name}.synchronous = OFF")
            yield
        finally:
            self.rows(f"DETACH DATABASE {name}")

    def quick_check(self) -> list[str]:
        """Return what SQLite finds wrong with the file, nothing when it is sound."""
        return [row[0] for row in self.rows("PRAGMA quick_check") if row[0] != "ok"]

    def backup(self, path: Path) -> None:
        """Copy the database to a new file by SQLite's backup interface, and verify the copy."""
        part = path.with_name(path.name + ".part")
        with self.errors_in_words():
            part.unlink(missing_ok=True)
            try:
                if problems := self._copy_to(part):
                    raise store_damaged(self.path.parent, problems[0])
                sync_file(part)
                put_in_place(part, path)
                sync_folder(path.parent)
            finally:
                part.unlink(missing_ok=True)

    def _copy_to(self, path: Path) -> list[str]:
        """Copy everything to a new file and return what is wrong with the copy."""
        with closing(sqlite3.connect(path)) as copy:
            self.peewee.connection().backup(copy)
            return [row[0] for row in copy.execute("PRAGMA quick_check") if row[0] != "ok"]


class _InWords:
    """A block whose errors are explained; no generator, as each statement goes through one."""

    __slots__ = ("_explain",)

    def __init__(self, explain: Callable[[Exception], Exception]) -> None:
        self._explain = explain

    def __enter__(self) -> None: ...

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, (peewee.DatabaseError, sqlite3.DatabaseError, OSError)):
            raise self._explain(error) from error


def _is_of_the_disk(error: Exception) -> bool:
    """Tell an error of reading, writing or syncing from one that a retry may mend."""
    found = (error, *error.args, error.__cause__)
    names = {getattr(one, "sqlite_errorname", "") for one in found}
    return any(name.startswith("SQLITE_IOERR") for name in names)


def _file_of(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another one of its name, None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _first_cause(error: BaseException) -> BaseException:
    """Return what was said first.

    On a full disk SQLite rolls back by itself; rolling back once more then fails for a reason
    that helps nobody.
    """
    while "cannot rollback" in str(error) and error.__context__ is not None:
        error = error.__context__
    return error


def sync_file(path: Path) -> None:
    """Make a file's bytes durable."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(path: Path) -> None:
    """Make a rename in this folder durable, where the system lets a folder be synced."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EISDIR, errno.EPERM):  # Windows
            return
        raise
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
