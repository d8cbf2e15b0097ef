"""The kinds of entities by the names that people read.

Apart from the bodies, which are what is recorded; names are for findings, lists and refusals.
"""

from collections.abc import Mapping

from evaluator_desktop.texts import N_

KIND_NAMES: Mapping[str, str] = {
    "round": N_("the round"),
    "scheme": N_("the scheme"),
    "provider": N_("the provider"),
    "profile": N_("the profile"),
    "evidence": N_("evidence"),
    "outcome": N_("an outcome"),
    "rating": N_("a rating"),
    "shop_facts": N_("the shop's facts"),
    "consensus": N_("a consensus"),
    "class_decision": N_("the decision on the class"),
    "review": N_("the review"),
    "lock": N_("the lock"),
    "submission": N_("a submission"),
    "sample": N_("the sample"),
    "assignment": N_("an assignment"),
    "alias": N_("the joining of providers"),
    "customer": N_("a customer"),
    "call": N_("a call"),
    "entry_fact": N_("an entry condition"),
    "issued_report": N_("an issued report"),
    "resolution": N_("a resolution"),
    "purge": N_("an erasure"),
}
