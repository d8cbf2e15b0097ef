"""What the export dialog says: what would be written, to whom, how safe, and what was written."""

from evaluator_desktop.domain.passphrase import Strength, passphrase_strength
from evaluator_desktop.exchange.package_writer import Written
from evaluator_desktop.operations.export_estimate import Estimate
from evaluator_desktop.store.device import KnownDevice
from evaluator_desktop.store.queries.ledger import Ledger, Share
from evaluator_desktop.texts import N_, _, count_text, ngettext, size_text

_STRENGTHS = {
    Strength.WEAK: N_(
        "Weak: easily guessed. Take four words or more, or six unrelated characters."
    ),
    Strength.FAIR: N_("Fair: enough for a few days on a stick. Longer is better."),
    Strength.STRONG: N_("Strong. Tell it to the receiver on the telephone, not with the package."),
}
_FIRST_GROUPS = 2


def strength_words(passphrase: str) -> str:
    """Say how hard a passphrase is to guess."""
    return _(_STRENGTHS[passphrase_strength(passphrase)])


def device_words(device: KnownDevice, *, own: bool) -> str:
    """Name a laptop by label and the beginning of its fingerprint."""
    digits = "  ".join(device.fingerprint.split("-")[:_FIRST_GROUPS]) + " …"
    parts = [device.label or _("without a name"), digits]
    if own:
        parts.append(_("this computer"))
    if device.recipient is None:
        parts.append(_("key not known yet: merge a package from there, or paste it below"))
    return " · ".join(parts)


def share_words(ledger: Ledger, share: Share) -> str:
    """Name a provider and how much of it is assigned."""
    row = ledger.providers[share.provider]
    count = len(share.assigned)
    items = ngettext("{count} item", "{count} items", count).format(count=count)
    return " · ".join(part for part in (row.name, row.code or "", items) if part)


def estimate_words(found: Estimate) -> str:
    """Say how large the package can become and how much room there is."""
    sentence = _("{revisions} records and {evidence} files, at most {size}.").format(
        revisions=count_text(found.revisions),
        evidence=count_text(found.evidence),
        size=size_text(found.size),
    )
    if found.free is None:
        return sentence
    free = _("{free} are free there.").format(free=size_text(found.free))
    tight = _("This may not be enough.") if found.is_tight else ""
    return " ".join(part for part in (sentence, free, tight) if part)


def written_words(written: Written) -> str:
    """Say what was written."""
    sentence = _("Written and read again: {file}, {size}, {revisions} records, {evidence} files.")
    return sentence.format(
        file=", ".join(file.path.name for file in written.files),
        size=size_text(written.bytes),
        revisions=count_text(written.revisions),
        evidence=count_text(written.evidence),
    )


def left_out_words(written: Written) -> str:
    """Say how many personal objects a plain package did not take along, "" for none."""
    count = written.personal_left_out
    sentence = ngettext(
        "{count} name with its number stayed here: the package is not encrypted.",
        "{count} names with their numbers stayed here: the package is not encrypted.",
        count,
    )
    return sentence.format(count=count_text(count)) if count else ""


def too_large_words(written: Written, limit: int | None) -> str:
    """Say which files are larger than was wished, as one piece of evidence is never divided."""
    large = [file.path.name for file in written.files if limit and file.bytes > limit]
    sentence = _("{files}: larger than wished, for one piece of evidence is not divided.")
    return sentence.format(files=", ".join(large)) if large else ""


def digest_lines(written: Written) -> str:
    """Return the package number and the digest of each file, to be copied."""
    lines = [_("Package number {number}").format(number=written.number)]
    lines += [f"SHA-256 {file.digest}  {file.path.name}" for file in written.files]
    return "\n".join(lines)
