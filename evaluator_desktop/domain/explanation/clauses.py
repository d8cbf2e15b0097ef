"""What each clause says, in a sentence: our reading where the documents are silent.

Named as in the scheme's comments and the report (D1 … P13), so that one can look a rule up.
"""

from collections.abc import Mapping

from evaluator_desktop.texts import N_

CLAUSES: Mapping[str, str] = {
    "D1": N_(
        "An item is rated 0 to 100 and has a weight in basis points; all of them are 10 000. "
        "The documents print none."
    ),
    "D2": N_(
        "Fractions are exact throughout; a number is rounded half-up once, to two decimals, when "
        "printed."
    ),
    "D3": N_(
        "Not rated is not 0: there is no total until every item is rated, or not applicable with "
        "a reason."
    ),
    "D5": N_("False material proposes a class, which a lead confirms or declines."),
    "D6": N_("A suggested rating is shown beside the field and never filled in."),
    "D7": N_(
        "Satisfied interviews ÷ completed interviews; the interval is Wilson's, and the threshold "
        "is compared in whole numbers."
    ),
    "D8": N_("Who says that the service never took place counts in neither number of the rate."),
    "D9": N_(
        "The sample is sized for the margin of error, corrected for a finite list and rounded up; "
        "a short list is called whole."
    ),
    "D10": N_(
        "Ratings belong to persons. Up to the tolerance their mean counts; beyond it, a lead's "
        "consensus."
    ),
    "D11": N_("The class is decided on the printed total, or by rank where the scheme says so."),
    "D12": N_("Entry conditions are listed and never touch a score; they are another year's."),
    "P1": N_("The first tier is printed as 100; a parameter says where it begins."),
    "P2": N_("Completed years from the registration to the cut-off date, without a cap."),
    "P3": N_("A cap limits its own rule alone."),
    "P4": N_("Products on sale at the cut-off date."),
    "P5": N_("Distinct calendar days in Shanghai with at least one login."),
    "P6": N_("Each full ten of an unbroken run of login days, on top of the days themselves."),
    "P7": N_("Followers at the cut-off date."),
    "P8": N_("Orders completed through the service cloud."),
    "P9": N_("Praise, comments and replies count each by itself."),
    "P10": N_("Good ratings of all in the activity period, compared in whole numbers."),
    "P11": N_("What counts is the shop's life up to the cut-off date, or the evaluation period."),
    "P13": N_("The tier stands beside the score and adds nothing to it."),
}
