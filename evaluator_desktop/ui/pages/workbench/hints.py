"""The keys that the hint line names, by the pane that has the focus."""

from collections.abc import Mapping, Sequence

from evaluator_desktop.texts import N_, _

_EVERYWHERE = (("F3", N_("next to-do")), ("F6", N_("next pane")))
_KEYS: Mapping[str, Sequence[tuple[str, str]]] = {
    "evidence": (
        ("Space", N_("verified")),
        ("2 3 4", N_("other outcomes")),
        ("F2", N_("note")),
        *_EVERYWHERE,
    ),
    "rating": (("Enter", N_("next item")), ("F2", N_("reason")), *_EVERYWHERE),
    "text": (("Enter", N_("record")), ("Esc", N_("back")), ("F4", N_("phrases")), *_EVERYWHERE),
    "preview": (("+ −", N_("zoom")), ("PgUp PgDn", N_("pages")), *_EVERYWHERE),
    "": (("Alt+↑↓", N_("other item")), ("F12", N_("check before leaving")), *_EVERYWHERE),
}


def keys_of(place: str) -> list[tuple[str, str]]:
    """Return keys and words for evidence, rating, text (reason, note), preview or "" elsewhere."""
    return [(key, _(does)) for key, does in _KEYS[place]]
