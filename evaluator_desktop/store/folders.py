"""Whether a folder is a safe place for a workspace.

A database in a folder that another program copies, or on a disk that is pulled out, is damaged
sooner or later. Known sync folders are told by their names, the rest by the file system.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from evaluator_desktop.errors import FileProblemError, UnsafeFolderError, WorkspaceExistsError
from evaluator_desktop.store.database import FILE_NAME
from evaluator_desktop.store.disk_space import is_full
from evaluator_desktop.texts import N_, _

SYNC_FOLDERS = (
    *("OneDrive", "Dropbox", "iCloudDrive", "iCloud Drive", "Mobile Documents"),
    "CloudStorage",
    *("Google Drive", "GoogleDrive", "My Drive", "Nextcloud", "ownCloud", "Syncthing", "Sync"),
    *("BaiduNetdisk", "BaiduSyncdisk", "BaiduYunDownload", "百度网盘", "百度云同步盘"),
    *("Nutstore", "Nutstore Files", "我的坚果云", "坚果云"),
    *("WPS Cloud Files", "WPSDrive", "WPS云盘", "WPS网盘", "金山文档"),
    *("Weiyun", "微云同步助手", "腾讯微云", "aDrive", "阿里云盘", "115", "天翼云盘"),
)
_NETWORK = {"cifs", "smb3", "smbfs", "nfs", "nfs4", "afpfs", "9p", "davfs", "ceph", "glusterfs"}
_REMOVABLE = {"vfat", "msdos", "exfat", "fuse.exfat", "fuse.mount.exfat-fuse"}
_LOCAL_FUSE = {"fuse.fuse-overlayfs", "fuse.lowntfs-3g", "fuse.ntfs-3g"}
_SYNCED_PLACE = N_("folder that a cloud service synchronises ({name})")
_NETWORK_PLACE = N_("network folder")
_REMOVABLE_PLACE = N_("removable disk")


@contextmanager
def new_folder(path: Path) -> Iterator[None]:
    """Make a folder for a workspace; when the block fails, what it put there is taken back.

    Raises WorkspaceExistsError unless the folder is new or empty, UnsafeFolderError,
    FileProblemError.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise WorkspaceExistsError(path=path)
    if place := unsafe_place(path):
        raise UnsafeFolderError(path=path, place=place)
    refuse_inside_workspace(path)
    existed = path.exists()
    _make(path)
    try:
        yield
    except BaseException:
        empty_folder(path, keep=existed)
        raise


def refuse_inside_workspace(path: Path) -> None:
    """Only the program itself puts files into a workspace (faults.md 43). FileProblemError."""
    if any((folder / FILE_NAME).is_file() for folder in path.resolve().parents):
        problem = _(
            "lies in the folder of a workspace, which is no place for files. Choose another."
        )
        raise FileProblemError(file=str(path), problem=problem)


def _make(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if is_full(error):
            raise
        problem = _("the folder cannot be made ({reason}).").format(reason=error.strerror)
        raise FileProblemError(file=str(path), problem=problem) from error


def empty_folder(path: Path, *, keep: bool) -> None:
    """Remove what was just made in a folder that was new or, to be kept, empty."""
    with suppress(OSError):
        for entry in path.iterdir():
            if entry.is_dir():
                shutil.rmtree(entry)
            else:
                entry.unlink()
        if not keep:
            path.rmdir()


def unsafe_place(
    path: Path, mounts: str | None = None, devices: Path = Path("/sys/dev/block")
) -> str | None:
    """Say what kind of unsafe place `path` lies in, None where it is safe.

    `mounts` is the text of /proc/self/mountinfo; read from the system when not given. `devices`
    is where the system tells of its disks, by their numbers.
    """
    names = {name.casefold() for name in SYNC_FOLDERS}
    path = path.resolve()
    for part in path.parts:
        if part.casefold() in names or part.casefold().startswith("onedrive - "):
            return _(_SYNCED_PLACE).format(name=part)
    if os.name == "nt":
        return _windows_place(path)
    kind, device = _file_system(path, _read_mounts() if mounts is None else mounts)
    if kind in _REMOVABLE or _can_be_pulled_out(device, devices):
        return _(_REMOVABLE_PLACE)
    is_network = kind in _NETWORK or (kind.startswith("fuse.") and kind not in _LOCAL_FUSE)
    return _(_NETWORK_PLACE) if is_network else None


def _read_mounts() -> str:
    mounts = Path("/proc/self/mountinfo")
    return mounts.read_text("utf-8", "replace") if mounts.exists() else ""


def _can_be_pulled_out(device: str, devices: Path) -> bool:
    """Tell whether a disk or card says so itself, or hangs on a USB cable, however formatted."""
    link = devices / device
    if not device or not link.exists():
        return False
    disk = link.resolve()
    marks = (folder / "removable" for folder in (disk, disk.parent))
    says = next((mark.read_text().strip() for mark in marks if mark.is_file()), "0")
    return says == "1" or any(part.startswith("usb") for part in disk.parts)


def _file_system(path: Path, mounts: str) -> tuple[str, str]:
    """Return type and device numbers of what holds `path`: the longest mount point wins."""
    place, best, kind, device = str(path), -1, "", ""
    for line in mounts.splitlines():
        fields, _separator, rest = line.partition(" - ")
        mount = fields.split()[4].replace("\\040", " ")
        inside = place == mount or place.startswith(mount.rstrip("/") + "/")
        if inside and len(mount) >= best:
            best, kind, device = len(mount), rest.split()[0], fields.split()[2]
    return kind, device


def _windows_place(path: Path) -> str | None:
    import ctypes

    removable, remote = 2, 4
    drive = os.path.splitdrive(path)[0]
    if drive.startswith("\\\\"):
        return _(_NETWORK_PLACE)
    windll = getattr(ctypes, "windll")  # noqa: B009  known to type checkers on Windows only
    kind = windll.kernel32.GetDriveTypeW(drive + "\\")
    return {removable: _(_REMOVABLE_PLACE), remote: _(_NETWORK_PLACE)}.get(kind)
