"""Every error that a person can mend, one class a kind.

`code` is the word that commands print, `exit_code` the process's, `sentence` what people read.
Anything else that is raised is a fault of the program and ends in the crash dialog.
"""

import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from evaluator_desktop.texts import N_, _

BAD_INPUT = 2
ENVIRONMENT_FAILED = 3


@dataclass(frozen=True)
class FieldProblem:
    """One field that is wrong and how to mend it; `field` is a path like `followers.personal`."""

    field: str
    message: str


class EvaluatorError(Exception):
    """Root. Construct with the values that the sentence names."""

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = BAD_INPUT
    sentence: ClassVar[str] = N_("The request could not be carried out.")

    def __init__(self, *, details: Sequence[FieldProblem] = (), **params: object) -> None:
        super().__init__(params)
        self.params = params
        self.details = tuple(details)

    @property
    def details_text(self) -> str:
        """The details, a line each, for what stands behind a button."""
        return "\n".join(f"{d.field}: {d.message}" for d in self.details)

    def __str__(self) -> str:
        return _(self.sentence).format(**self.params)

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes: constructors differ, what an error holds is its state."""
        return _bare, (type(self),), self.__dict__


def _bare(kind: type[EvaluatorError]) -> EvaluatorError:
    return kind.__new__(kind)


def crash_report(error: BaseException) -> str:
    """Return kinds and places of a mistake, no message and no value: those may name people."""
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__name__)
        frames = traceback.extract_tb(seen.__traceback__)
        lines += [f"  {_place(f.filename)}:{f.lineno} {f.name}" for f in frames]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines)


def _place(file_name: str) -> str:
    path, root = Path(file_name), Path(__file__).resolve().parent
    return str(path.relative_to(root)) if path.is_relative_to(root) else path.name


class NoWorkspaceError(EvaluatorError):
    code = "no_workspace"
    sentence = N_("This command needs a workspace. Name one with --workspace DIR.")


class NotAWorkspaceError(EvaluatorError):
    code = "not_a_workspace"
    sentence = N_(
        "{path} is not a workspace. Choose the folder that holds store.sqlite3, "
        "or make a new workspace with init."
    )


class WorkspaceExistsError(EvaluatorError):
    code = "workspace_exists"
    sentence = N_("{path} is not empty. Choose a new or an empty folder for the workspace.")


class UnsafeFolderError(EvaluatorError):
    code = "unsafe_folder"
    sentence = N_(
        "{path} lies in a {place}, where a workspace can be damaged. "
        "Choose a folder on this computer's own disk."
    )


class NewerWorkspaceError(EvaluatorError):
    code = "newer_workspace"
    sentence = N_(
        "{path} was written by a newer version of the program (format {found}, this one reads "
        "{known}). Nothing was changed. Update the program, then open it again."
    )


class WorkspaceBusyError(EvaluatorError):
    code = "workspace_busy"
    exit_code = ENVIRONMENT_FAILED
    sentence = N_("{path} is open elsewhere: {holder}. Close it there, then try again.")


class HeldElsewhereError(WorkspaceBusyError):
    """By another computer, whose lock cannot be seen from here: a person may take it over."""


class DiskFullError(EvaluatorError):
    code = "disk_full"
    exit_code = ENVIRONMENT_FAILED
    sentence = N_(
        "The disk is full: {needed} are needed, {free} are free. What was recorded before is safe. "
        "Free some space, then try again."
    )


class StorageFailedError(EvaluatorError):
    code = "storage_failed"
    exit_code = ENVIRONMENT_FAILED
    sentence = N_("The workspace could not be read or written: {reason}. Nothing was changed.")


class NoHomeError(EvaluatorError):
    code = "no_home"
    exit_code = ENVIRONMENT_FAILED
    sentence = N_(
        "This account has no home folder, so its settings and its device key have no place. "
        "Set HOME, or XDG_CONFIG_HOME, to a folder of its own. Nothing was changed."
    )


class StoreGoneError(StorageFailedError):
    code = "store_gone"
    sentence = N_(
        "{path} is not there any more: was its disk pulled out? Nothing was recorded. What you "
        "typed is still in the window; connect the disk again, then open the workspace again."
    )


class ReadOnlyStoreError(StorageFailedError):
    """The disk gives errors: whatever is written now might be lost."""

    code = "read_only"
    sentence = N_(
        "The disk of this workspace gives errors ({reason}). Nothing is written any more. What was "
        "recorded before can be read: export a package to another disk now, then restore there."
    )


class StoreDamagedError(EvaluatorError):
    code = "store_damaged"
    exit_code = ENVIRONMENT_FAILED
    sentence = N_("The database of {path} is damaged: {reason}. {way}")

    def __init__(self, *, path: Path, reason: str, backup: Path | None) -> None:
        """`backup` is the last verified one, None where there is none."""
        way = _WAY_BACK if backup else _NO_WAY_BACK
        way = _(way).format(backup=backup)
        super().__init__(path=path, reason=reason, backup=backup, way=way)


_WAY_BACK = N_(
    "The last verified backup is {backup}: `restore` makes a new workspace of it, then merge the "
    "packages that were exported since."
)
_NO_WAY_BACK = N_(
    "There is no backup beside it: begin a new workspace from the last package that was exported "
    "of it."
)


class BackupDamagedError(EvaluatorError):
    """A backup that was sound when it was made."""

    code = "store_damaged"
    exit_code = ENVIRONMENT_FAILED
    sentence = N_("The backup {path} is damaged: {reason}. Take the one before it.")


class DamagedRecordError(EvaluatorError):
    """A row that was sound when it was written."""

    code = "store_damaged"
    exit_code = ENVIRONMENT_FAILED
    sentence = N_(
        "A record of this workspace is damaged and cannot be read any more. Nothing was changed. "
        "`check` says what is wrong and names the last backup."
    )


class FieldsError(EvaluatorError):
    """Values that break their bounds; `details` name each field."""

    code = "bad_value"
    sentence = N_("{what}: {problems}")

    def __init__(self, what: str, details: Sequence[FieldProblem]) -> None:
        problems = "; ".join(f"{d.field}: {d.message}" if d.field else d.message for d in details)
        super().__init__(details=details, what=what, problems=problems)


class SchemeError(FieldsError):
    code = "bad_scheme"


class FactsError(FieldsError):
    code = "bad_facts"


class RatingError(EvaluatorError):
    code = "bad_rating"
    sentence = N_("{text} is not a rating. Give 0 to 100 with at most one decimal, or na.")


class UnknownItemError(EvaluatorError):
    code = "unknown_item"
    sentence = N_("The scheme has no item {item}. `scheme show` lists the items.")


class UnknownRequirementError(EvaluatorError):
    code = "unknown_requirement"
    sentence = N_("Item {item} has no requirement {requirement}. It has: {known}.")


class UnknownProviderError(EvaluatorError):
    code = "unknown_provider"
    sentence = N_(
        "No provider has the credit code {code}. `providers list` shows them; import it first."
    )


class UnknownEvidenceError(EvaluatorError):
    code = "unknown_evidence"
    sentence = N_("There is no evidence {evidence}. `evidence list` shows the ids of a provider.")


class UnknownCustomerError(EvaluatorError):
    code = "unknown_customer"
    sentence = N_(
        "The provider has no customer {customer}. `customers sample` shows the ids of those drawn."
    )


class NothingToDrawError(EvaluatorError):
    code = "nothing_to_draw"
    sentence = N_(
        "{provider} has no customers with a number that can be called. Import its list first."
    )


class NamesMissingError(EvaluatorError):
    """The draw needs names and numbers, and those of some customers are not here (D9)."""

    code = "names_missing"
    sentence = N_(
        "Names and numbers of customers that are not on this computer: {count}. Draw where the "
        "list was imported, or merge an encrypted package from there first."
    )


class UnknownConflictError(EvaluatorError):
    code = "unknown_conflict"
    sentence = N_(
        "Conflict {conflict} is no longer as it was shown. Look at `conflicts` again, then decide."
    )


class InConflictError(EvaluatorError):
    code = "in_conflict"
    sentence = N_("The records of {what} differ between laptops. Resolve the conflict first.")


class SchemeLossError(EvaluatorError):
    """Recorded work that a new scheme has no place for; `details` list it."""

    code = "work_would_be_lost"
    sentence = N_(
        "With this scheme some of what was recorded would no longer count. Nothing was written. "
        "Look through the list and accept it, or keep the items."
    )


class AlreadyJoinedError(EvaluatorError):
    """Two providers that are read as one, or one that was named twice."""

    code = "already_joined"
    sentence = N_("Both are {provider} already: they are one provider.")


class NotJoinedError(EvaluatorError):
    code = "not_joined"
    sentence = N_("{other} is not joined with {provider}: there is nothing to take apart.")


class ReasonMissingError(EvaluatorError):
    code = "reason_missing"
    sentence = N_("{what} needs a reason. Write why.")


class RoleError(EvaluatorError):
    code = "lead_only"
    sentence = N_("{what} is for the team lead; you work here as an evaluator.")


class StepError(EvaluatorError):
    code = "wrong_step"
    sentence = N_("{provider}: {problem}")


class LockedProviderError(EvaluatorError):
    code = "locked"
    sentence = N_("{provider} is locked (final review). A lead can unlock it with a reason.")


class NothingToUndoError(EvaluatorError):
    code = "nothing_to_undo"
    sentence = N_("There is nothing to take back.")


class UndoOvertakenError(EvaluatorError):
    code = "undo_overtaken"
    sentence = N_("“{action}” was changed again since, so it cannot be taken back.")


class FinalStepError(EvaluatorError):
    code = "final_step"
    sentence = N_("“{step}” is not taken back by Ctrl+Z. {then}")


class StepBackError(EvaluatorError):
    code = "no_step_back"
    sentence = N_("The last merge cannot be taken back: {reason}.")


class SavedSinceError(EvaluatorError):
    """Work that was saved after a merge would be lost with it."""

    code = "saved_since"
    sentence = N_(
        "The last merge cannot be taken back: {count} records were saved after it and would be "
        "lost. Nothing was changed."
    )


class SeenGoneError(EvaluatorError):
    """A merge was taken back under what somebody still had on screen."""

    code = "seen_gone"
    sentence = N_(
        "What was on screen went with a merge that was taken back. Nothing was recorded: open the "
        "provider again and save once more."
    )


class FileProblemError(EvaluatorError):
    """A file of the user's that cannot be used; nothing of it was taken."""

    code = "bad_file"
    sentence = N_("{file}: {problem}")


class NotAvailableError(EvaluatorError):
    """Something this version does not do yet, said rather than guessed."""

    code = "not_available"
    sentence = N_("{what} is not available in this version.")
