"""Every parameter of a scheme has a name, a clause and a meaning."""

import re
from dataclasses import fields

from evaluator_desktop.domain.parameter_words import PARAMETER_WORDS
from evaluator_desktop.domain.parameters import Parameters

LISTS = {"classes", "entry_conditions", "phrases", "departure_checks"}


def test_every_parameter_but_the_lists_has_words() -> None:
    assert set(PARAMETER_WORDS) == {field.name for field in fields(Parameters)} - LISTS


def test_they_name_their_clause_and_speak_chinese() -> None:
    for words in PARAMETER_WORDS.values():
        assert re.fullmatch(r"[DP][0-9]+a?(, [DP][0-9]+)*", words.clause)
        assert words.title
        assert words.text
