"""What argparse says by itself, said in the user's language.

argparse asks the process-wide gettext, which knows nothing of this program's catalogue; it looks
its two functions up by name at each sentence, and that is where ours are put in their place.
"""

import argparse

from evaluator_desktop.texts import N_, _, ngettext

WORDS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("unrecognized arguments: %s"),
    N_("not allowed with argument %s"),
    N_("ignored explicit argument %r"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("unknown parser %(parser_name)r (choices: %(choices)s)"),
)


def translate_argparse() -> None:
    """Let argparse speak through this program's catalogue from now on."""
    vars(argparse).update(_=_, ngettext=ngettext)
