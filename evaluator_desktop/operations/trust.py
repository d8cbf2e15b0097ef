"""Whose packages are taken: the round's, from devices that somebody said yes to."""

from dataclasses import dataclass, replace

from evaluator_desktop.exchange.errors import LostDeviceError, OtherRoundError, UnknownDeviceError
from evaluator_desktop.exchange.volumes import VolumeSet
from evaluator_desktop.operations.receiver import Receiver
from evaluator_desktop.store.device import KnownDevice, TrustedDevices, same_fingerprint
from evaluator_desktop.texts import _


@dataclass(frozen=True)
class Trust:
    """Which devices may be trusted from now on besides those that are."""

    fingerprints: tuple[str, ...] = ()
    any_new: bool = False

    def includes(self, fingerprint: str) -> bool:
        return self.any_new or any(same_fingerprint(f, fingerprint) for f in self.fingerprints)


def accept(receiver: Receiver, package: VolumeSet, trust: Trust) -> None:
    """Refuse packages of another round, and of devices that nobody here said yes to."""
    manifest = package.manifest
    if receiver.round not in (None, manifest.round):
        problem = _("it belongs to another round. Open that round's workspace.")
        raise OtherRoundError(file=package.name, problem=problem)
    if same_fingerprint(manifest.device, receiver.device.fingerprint):
        return
    known = TrustedDevices().find(manifest.device)
    if known is not None and known.lost:
        problem = _("its device was marked lost. Ask its owner how the package was made.")
        raise LostDeviceError(file=package.name, problem=problem)
    if known is not None and known.trusted:
        return
    if not trust.includes(manifest.device):
        problem = _(
            "it comes from a device that is not known here: {person}, {label}, {fingerprint}. "
            "Compare the digits by telephone, then trust it."
        )
        raise UnknownDeviceError(
            file=package.name,
            problem=problem.format(
                person=manifest.person, label=manifest.device_label, fingerprint=manifest.device
            ),
        )


def remember(receiver: Receiver, package: VolumeSet) -> None:
    """Trust a device from now on whose package was good: somebody said yes to it.

    Its recipient is kept with it, so that packages can be encrypted to it.
    """
    manifest = package.manifest
    if same_fingerprint(manifest.device, receiver.device.fingerprint):
        return
    known = device = TrustedDevices().find(manifest.device)
    if device is None or not device.trusted:
        label = f"{manifest.person} · {manifest.device_label}"
        device = KnownDevice(manifest.device, label, trusted=True)
    device = replace(device, recipient=manifest.device_recipient or device.recipient)
    if device != known:
        TrustedDevices().remember(device)
