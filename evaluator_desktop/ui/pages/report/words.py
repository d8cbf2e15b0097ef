"""What the reports page says of a paper and of a batch."""

from evaluator_desktop.operations.batch import Written
from evaluator_desktop.operations.prepared import FINAL, STATE_WORDS, MadeReport
from evaluator_desktop.texts import _, ngettext
from evaluator_desktop.ui.pages.report.saving import Batch


def state_words(made: MadeReport, *, is_report: bool, will_be_signed: bool) -> str:
    """Say what a paper is, and how long; only a provider's report is final or not."""
    if made.state != FINAL:
        said = _("Draft with a watermark") if made.pages else _("Draft")
    elif not is_report:
        said = _("Ready to hand out")
    else:
        said = _("Final report, to be signed when saved") if will_be_signed else _("Final report")
    if not made.pages:
        return said
    words = ngettext("{state} · {count} page", "{state} · {count} pages", made.pages)
    return words.format(state=said, count=made.pages)


def outcome_words(one: Written) -> str:
    """Say in a list what became of one paper."""
    if one.result is None:
        return _("Not saved: {reason}").format(reason=one.error)
    return _("Saved ({state})").format(state=_(STATE_WORDS[one.result.state]))


def result_words(one: Written) -> str:
    """Say what became of one paper, and where it is."""
    if one.result is None:
        return outcome_words(one)
    words = _("Saved ({state}): {file}")
    return words.format(state=_(STATE_WORDS[one.result.state]), file=one.result.file.name)


def batch_words(batch: Batch) -> str:
    """Say how far a batch has come and what is left of it."""
    wanted, written = len(batch.wanted), len(batch.wanted) - len(batch.left)
    folder = batch.wanted[0].target.parent.name
    words = ngettext(
        "{written} of {count} paper is in the folder “{folder}”.",
        "{written} of {count} papers are in the folder “{folder}”.",
        wanted,
    )
    said = [words.format(written=written, count=wanted, folder=folder)]
    if refused := len(batch.refused):
        refusals = ngettext(
            "{count} could not be written, the list says why.",
            "{count} could not be written, the list says why.",
            refused,
        )
        said.append(refusals.format(count=refused))
    if batch.index_file is not None:
        said.append(_("The index sheet is {file}.").format(file=batch.index_file.name))
    return " ".join(said)
