"""Where a workspace may lie (fault 14), and that a refused creation leaves nothing."""

from pathlib import Path

import pytest

from evaluator_desktop.errors import (
    FileProblemError,
    StorageFailedError,
    UnsafeFolderError,
    WorkspaceExistsError,
)
from evaluator_desktop.store.folders import unsafe_place
from evaluator_desktop.store.workspace import Workspace

_LINE = "36 35 98:0 / {place} rw,noatime - {kind} /dev/x rw"


def mounts(**kinds: str) -> str:
    """The text of /proc/self/mountinfo; a mount point is given with _ for /."""
    lines = [_LINE.format(place="/", kind="ext4")]
    lines += [
        _LINE.format(place=place.replace("_", "/"), kind=kind) for place, kind in kinds.items()
    ]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "path",
    [
        "/home/x/OneDrive/work",
        "/home/x/onedrive/work",
        "/home/x/OneDrive - 上海某单位/work",
        "/home/x/Dropbox/a",
        "/Users/x/Library/Mobile Documents/com~apple~CloudDocs/a",
        "/Users/x/Library/CloudStorage/Box-Box/a",
        "/home/x/BaiduNetdisk/a",
        "/home/x/BaiduSyncdisk/a",
        "/home/x/百度网盘/a",
        "/home/x/我的坚果云/a",
        "/home/x/Nutstore/1/我的坚果云/a",
        "/home/x/WPSDrive/123/WPS云盘/a",
        "/home/x/WPS云盘/a",
        "/home/x/微云同步助手/a",
        "/home/x/阿里云盘/a",
        "/home/x/Nextcloud/a",
        "/home/x/Dropbox",
    ],
)
def test_folders_that_a_cloud_service_copies_are_unsafe(path: str) -> None:
    assert unsafe_place(Path(path), mounts())


@pytest.mark.parametrize(
    "path", ["/home/x/测评/2020", "/home/x/OneDriver/a", "/home/x/My Sync Plan"]
)
def test_other_folders_on_the_own_disk_are_safe(path: str) -> None:
    assert unsafe_place(Path(path), mounts(), Path("/nowhere")) is None


@pytest.mark.parametrize(
    ("kind", "unsafe"),
    [
        *((kind, True) for kind in ("cifs", "smb3", "nfs", "nfs4", "fuse.sshfs", "9p", "davfs")),
        *((kind, True) for kind in ("fuse.gvfsd-fuse", "fuse.rclone", "fuse.onedriver", "ceph")),
        *((kind, True) for kind in ("vfat", "exfat", "msdos", "fuse.exfat")),
        *((kind, False) for kind in ("ext4", "btrfs", "xfs", "tmpfs", "overlay", "fuseblk")),
        *((kind, False) for kind in ("zfs", "f2fs", "ntfs3", "fuse.fuse-overlayfs")),
    ],
)
def test_network_and_removable_file_systems_are_unsafe(kind: str, unsafe: bool) -> None:
    assert bool(unsafe_place(Path("/mnt/a/work"), mounts(_mnt_a=kind))) is unsafe
    assert unsafe_place(Path("/home/x"), mounts(_mnt_a=kind)) is None
    assert unsafe_place(Path("/mnt/ab"), mounts(_mnt_a=kind)) is None


def test_the_innermost_mount_counts() -> None:
    assert unsafe_place(Path("/mnt/a/b/work"), mounts(_mnt_a="nfs", _mnt_a_b="ext4")) is None
    assert unsafe_place(Path("/mnt/a/b/work"), mounts(_mnt_a_b="nfs", _mnt_a="ext4"))


def test_a_mount_point_with_blanks_is_found() -> None:
    text = mounts() + "\n" + _LINE.format(place="/media/x/USB\\040DISK", kind="vfat")

    assert unsafe_place(Path("/media/x/USB DISK/work"), text)


def test_a_link_into_a_synchronised_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "Dropbox")

    assert unsafe_place(tmp_path / "link" / "work", mounts())


def test_a_workspace_in_a_synchronised_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsafeFolderError, match="OneDrive"):
        Workspace.create(tmp_path / "OneDrive" / "work", person="林一帆", role="lead")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.txt", ".hidden", "folder"])
def test_a_folder_that_holds_something_is_refused_as_it_is(tmp_path: Path, name: str) -> None:
    path = tmp_path / "work"
    path.mkdir()
    (path / name).mkdir() if name == "folder" else (path / name).write_text("x")

    with pytest.raises(WorkspaceExistsError):
        Workspace.create(path, person="林一帆", role="lead")

    assert [p.name for p in path.iterdir()] == [name]


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "work").write_text("x")

    with pytest.raises(WorkspaceExistsError):
        Workspace.create(tmp_path / "work", person="林一帆", role="lead")
    with pytest.raises(FileProblemError):
        Workspace.create(tmp_path / "work" / "deeper", person="林一帆", role="lead")

    assert (tmp_path / "work").read_text() == "x"


@pytest.mark.parametrize("existed", [False, True])
def test_a_creation_that_fails_leaves_the_folder_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, existed: bool
) -> None:
    from evaluator_desktop.store import migrations

    path = tmp_path / "work"
    if existed:
        path.mkdir()
    monkeypatch.setattr(migrations, "steps", lambda: [(1, "SELECT nonsense;\n")])

    with pytest.raises(StorageFailedError):
        Workspace.create(path, person="林一帆", role="lead")

    assert [p.name for p in tmp_path.rglob("*")] == (["work"] if existed else [])


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    with Workspace.create(tmp_path, person="林一帆", role="lead") as workspace:
        assert (workspace.person, workspace.role, workspace.round) == ("林一帆", "lead", None)

    with Workspace.open(tmp_path) as workspace:
        assert (workspace.person, workspace.role) == ("林一帆", "lead")


@pytest.mark.parametrize(
    ("place", "removable", "unsafe"),
    [
        ("pci0000:00/usb2/2-1/block/sdb/sdb1", "0", True),
        ("pci0000:00/mmc/block/mmcblk1/mmcblk1p1", "1", True),
        ("pci0000:00/nvme/block/nvme0n1/nvme0n1p2", "0", False),
        ("virtual/block/dm-0/dm-0", None, False),
    ],
)
def test_a_disk_that_can_be_pulled_out_is_unsafe_however_it_is_formatted(
    tmp_path: Path, place: str, removable: str | None, unsafe: bool
) -> None:
    partition = tmp_path / "devices" / place
    partition.mkdir(parents=True)
    if removable is not None:
        (partition.parent / "removable").write_text(removable + "\n")
    (tmp_path / "block").mkdir()
    (tmp_path / "block" / "98:0").symlink_to(partition)

    found = unsafe_place(Path("/home/x/work"), mounts(), tmp_path / "block")

    assert bool(found) is unsafe
