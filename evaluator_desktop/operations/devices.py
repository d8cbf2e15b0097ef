"""This account's device and the others that packages may come from; kept on this computer alone."""

from evaluator_desktop.errors import FieldProblem, FieldsError
from evaluator_desktop.store.device import (
    Device,
    KnownDevice,
    TrustedDevices,
    in_groups,
    same_fingerprint,
)
from evaluator_desktop.texts import _

_DIGITS = 40


def known_devices() -> list[KnownDevice]:
    """Return this account's device, then the others in the order they were met."""
    own = Device()
    itself = KnownDevice(own.fingerprint, own.label, trusted=True, recipient=own.recipient)
    return [itself, *TrustedDevices().all()]


def mark_lost(fingerprint: str) -> KnownDevice:
    """Refuse from now on what comes from a device, whether it was met here or not.

    Raises FieldsError for what is no fingerprint, or this account's own.
    """
    check_fingerprint(fingerprint)
    if same_fingerprint(fingerprint, Device().fingerprint):
        raise _refused(_("this is the device you are working on"))
    known = TrustedDevices().find(fingerprint)
    lost = KnownDevice(
        known.fingerprint if known else in_groups(fingerprint),
        known.label if known else "",
        trusted=False,
        lost=True,
    )
    TrustedDevices().remember(lost)
    return lost


def check_fingerprint(text: str) -> None:
    """Raise FieldsError for what cannot be a fingerprint: a device is named by all its digits."""
    if sum(c.isdecimal() for c in text) != _DIGITS:
        raise _refused(_("a fingerprint has {count} digits").format(count=_DIGITS))


def _refused(message: str) -> FieldsError:
    return FieldsError(_("Device"), [FieldProblem("fingerprint", message)])
