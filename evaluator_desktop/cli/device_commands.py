"""This account's device and those it trusts."""

from evaluator_desktop.cli.command import Call, Command, Reply, arg
from evaluator_desktop.cli.tables import table
from evaluator_desktop.operations.devices import known_devices, mark_lost
from evaluator_desktop.texts import N_, _


def _show(_call: Call) -> Reply:
    devices = known_devices()
    document = [
        {
            "fingerprint": device.fingerprint,
            "label": device.label,
            "trusted": device.trusted,
            "lost": device.lost,
            "recipient": device.recipient,
        }
        for device in devices
    ]
    rows = (
        (d.fingerprint, d.label, _("lost") if d.lost else _("trusted") if d.trusted else None)
        for d in devices
    )
    lines = table((_("Fingerprint"), _("Device"), _("State")), rows)
    own = _("The first is this account's own. Others encrypt packages for it to {recipient}")
    return Reply(document, [*lines, own.format(recipient=devices[0].recipient)])


def _lost(call: Call) -> Reply:
    mark_lost(call.options.fingerprint)
    return _show(call)


COMMANDS = (
    Command("device show", N_("this account's device and the trusted ones"), _show),
    Command(
        "device lost",
        N_("refuse packages of a device from now on"),
        _lost,
        (arg("fingerprint", metavar="FINGERPRINT", about=N_("its groups of digits")),),
    ),
)
