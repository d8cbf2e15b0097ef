"""What each parameter of a scheme is called and what it decides, for whoever sets it.

Apart from `parameters`, which is what the rules read; a parameter without words is a fault
(tested). Lists stand by themselves: classes, conditions, phrases and checks.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from evaluator_desktop.texts import N_, _


@dataclass(frozen=True)
class ParameterWords:
    """The clause that fixed a parameter, its name and its meaning (English msgids)."""

    clause: str
    name: str
    meaning: str

    @property
    def title(self) -> str:
        return _(self.name)

    @property
    def text(self) -> str:
        return _(self.meaning)


PARAMETER_WORDS: Mapping[str, ParameterWords] = {
    "not_applicable": ParameterWords(
        "D3",
        N_("Weight of items that are not applicable"),
        N_("renormalise: goes to the rest of the dimension; lose: is lost to the highest total"),
    ),
    "reason_required_below": ParameterWords(
        "D3a", N_("Reason required below"), N_("A rating below it needs a reason")
    ),
    "integrity_class": ParameterWords(
        "D5",
        N_("Class for false material"),
        N_("Id of the class that false material proposes; empty: it proposes none"),
    ),
    "partly_verified_percent": ParameterWords(
        "D6",
        N_("Partly verified counts (%)"),
        N_("How much a partly verified piece counts in the suggested rating"),
    ),
    "basic_satisfied_counts": ParameterWords(
        "D7",
        N_("Basically satisfied counts"),
        N_("Whether “basically satisfied” counts as satisfied"),
    ),
    "satisfaction_threshold_percent": ParameterWords(
        "D7", N_("Satisfaction asked for (%)"), N_("The rate is compared as ≥, in whole numbers")
    ),
    "confidence_z": ParameterWords(
        "D7, D9",
        N_("Quantile z"),
        N_("Of the normal distribution: 1.959964 for 95 % confidence"),
    ),
    "sample_margin_percent": ParameterWords(
        "D9", N_("Margin of the sample (±%)"), N_("Half the width that the sample aims at")
    ),
    "sample_proportion_percent": ParameterWords(
        "D9",
        N_("Share assumed for the sample (%)"),
        N_("50 gives the largest sample, right for every share"),
    ),
    "sample_minimum": ParameterWords(
        "D9",
        N_("Smallest sample"),
        N_("Lists up to this length are called whole; samples are never smaller"),
    ),
    "call_attempts": ParameterWords(
        "D9", N_("Attempts per customer"), N_("Then the next customer of the reserve is called")
    ),
    "rating_tolerance": ParameterWords(
        "D10",
        N_("Tolerated spread of ratings"),
        N_("The mean counts up to this spread; beyond it a consensus is needed"),
    ),
    "blind_until_submitted": ParameterWords(
        "D10a",
        N_("Blind until submitted"),
        N_("Evaluators do not see each other's ratings before they submit"),
    ),
    "classes_official": ParameterWords(
        "D11", N_("Classes are official"), N_("Whether the documents themselves name the classes")
    ),
    "class_quota": ParameterWords(
        "D11",
        N_("Ranks of the first class"),
        N_("The first class goes to so many ranks; empty: to its lowest total"),
    ),
    "entry_checklist": ParameterWords(
        "D12", N_("Check entry conditions"), N_("Whether the entry conditions are checked")
    ),
    "first_tier_min": ParameterWords(
        "P1", N_("First tier begins at"), N_("Points; a total below it has no tier")
    ),
    "anniversary_counts": ParameterWords(
        "P2",
        N_("Anniversary counts"),
        N_("A year since registration is complete on the anniversary itself"),
    ),
    "leap_day": ParameterWords(
        "P2",
        N_("Anniversary of 29 February"),
        N_("In a common year: february_28 or march_1"),
    ),
    "positive_rate_percent": ParameterWords(
        "P10", N_("Rate of good ratings asked for (%)"), N_("Good ratings ÷ all ratings, ≥")
    ),
    "positive_rate_periods": ParameterWords(
        "P10", N_("Activity periods"), N_("The points are given once for each period")
    ),
    "points_window": ParameterWords(
        "P11",
        N_("What the points count"),
        N_("lifetime: the shop's life up to the cut-off; period: the evaluation period"),
    ),
}

SCHEME_WORDS: Mapping[str, ParameterWords] = {
    "id": ParameterWords("", N_("Id of the scheme"), N_("Stays the same over all versions")),
    "version": ParameterWords("", N_("Version"), N_("Of this state of the scheme, such as 1.1")),
    "name.zh": ParameterWords("", N_("Name, Chinese"), N_("As the document prints it")),
    "name.en": ParameterWords("", N_("Name, English"), N_("Our translation")),
    "weights_official": ParameterWords(
        "D1",
        N_("Weights are official"),
        N_("no: they are marked as sample weights wherever they are shown"),
    ),
}
