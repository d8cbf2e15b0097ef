"""Sentences of the merge page: what packages would bring, what came in, how far it is."""

from collections.abc import Sequence

from evaluator_desktop.operations.merge import PackageResult
from evaluator_desktop.texts import _, count_text, ngettext
from evaluator_desktop.ui.models.conflict_views import MergeView


def state_words(view: MergeView) -> str:
    """Say how many conflicts there are and how many are left."""
    count, left = len(view.conflicts), len(view.open)
    words = ngettext(
        "{count} conflict · {settled} settled · {left} left",
        "{count} conflicts · {settled} settled · {left} left",
        count,
    )
    return words.format(count=count, settled=count - left, left=left)


def preview_words(packages: Sequence[PackageResult]) -> str:
    """Say what a merge would bring, and that nothing has been written."""
    conflicts = sum(package.conflicts for package in packages)
    parts = [
        _packages(packages),
        _new(packages),
        ngettext("{count} conflict expected", "{count} conflicts expected", conflicts).format(
            count=conflicts
        )
        if conflicts
        else _("no conflict expected"),
        _("nothing has been written yet"),
    ]
    return " · ".join(parts)


def came_in_words(packages: Sequence[PackageResult], settled: int, left: int) -> str:
    """Say what came in and was read again, and what became of the conflicts."""
    parts = []
    if packages:
        parts += [_packages(packages), _new(packages), _("all of it was read again from the disk")]
    if settled:
        words = ngettext("{count} conflict settled", "{count} conflicts settled", settled)
        parts.append(words.format(count=settled))
    words = ngettext("{count} conflict open", "{count} conflicts open", left)
    parts.append(words.format(count=left) if left else _("no conflict is open"))
    return " · ".join(parts)


def _packages(packages: Sequence[PackageResult]) -> str:
    count = len(packages)
    return ngettext("{count} package", "{count} packages", count).format(count=count)


def _new(packages: Sequence[PackageResult]) -> str:
    records = sum(package.new_revisions for package in packages)
    files = sum(package.new_evidence for package in packages)
    return _("{records} new records and {files} new files").format(
        records=count_text(records), files=count_text(files)
    )
