"""The laws of the history, one sentence each; whoever breaks one is told which."""

from enum import StrEnum


class Law(StrEnum):
    """What holds after every step of every history."""

    KEPT = "what was acknowledged is there byte for byte, and nothing else"
    HEADS = "the current versions are those that nobody continued"
    CONFLICTS = "conflicts are the current versions that differ in what decides"
    COVERS = "a decision covers what it was made on, and is to be confirmed when that changes"
    FILES = "evidence files are there as they were stored or merged"
    PERSONAL = "personal data come in encrypted packages only, and never again once erased"
    ON_SCREEN = "a save names exactly the versions that its author had on screen"
    NO_OVERRULING = "nobody writes over versions that differ without having seen them"
    STEPS = "a provider is submitted, given back, locked and opened again, each from its own state"
    LOCKED = "a lock refuses changes made here, and nothing else does"
    UNDO = "undo replaces what this start wrote, and nothing newer"
    RESOLUTION = "a resolution ends the conflict that was shown, or is refused"
    PACKED = "a package carries what its sender has and the receiver's receipt does not show"
    WHOLE = "a package is taken whole where nothing is missing and nothing was changed, else not"
    COUNTED = "a merge says how much came in"
    UNTOUCHED = "a merge that fails, or brings nothing, leaves the store byte for byte as it was"
    STEP_BACK = "a merge can be taken back whole as long as nothing was saved since"
    SAME = "laptops that heard of each other are the same, whatever the order and how often"
    SOUND = "the workspace finds nothing wrong with itself"


def hold(holds: object, law: Law) -> None:
    """Raises AssertionError with the law that is broken."""
    assert holds, law
