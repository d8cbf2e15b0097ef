"""Why a package is not taken, or cannot be written for somebody; shaped as `errors.py` says."""

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.texts import N_


class PackageError(EvaluatorError):
    """A package that cannot be merged; the file stays where it is, nothing was written."""

    code = "bad_package"
    sentence = N_("{file} cannot be merged: {problem}")


class NewerPackageError(PackageError):
    code = "newer_package"


class OtherRoundError(PackageError):
    code = "other_round"


class UnknownDeviceError(PackageError):
    code = "unknown_device"


class LostDeviceError(UnknownDeviceError):
    """Of a device that was marked lost: no yes is asked for."""


class PassphraseNeededError(PackageError):
    code = "needs_passphrase"


class WrongPassphraseError(PackageError):
    code = "wrong_passphrase"


class NotARecipientError(PackageError):
    """Encrypted to others only."""

    code = "not_a_recipient"


class DamagedPackageError(PackageError):
    """Bytes that changed on the way: the container's own sums do not match."""

    code = "damaged_package"


class AlteredPackageError(PackageError):
    """Ciphertext that matches its sums and yet is not what was written."""

    code = "altered_package"


class RecipientError(EvaluatorError):
    code = "bad_recipient"
    sentence = N_(
        "{recipient}… is not a recipient. It begins with age1; `device show` prints it on the "
        "laptop that is to open the package."
    )
