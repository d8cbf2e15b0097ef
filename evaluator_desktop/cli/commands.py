"""Every command of the contract, in the order that help shows them."""

from evaluator_desktop.cli import (
    conflict_commands,
    customer_commands,
    device_commands,
    entry_commands,
    evidence_commands,
    finding_commands,
    history_commands,
    joining_commands,
    ledger_commands,
    package_commands,
    people_commands,
    provider_commands,
    rating_commands,
    report_commands,
    scheme_commands,
    shop_commands,
    workspace_commands,
)
from evaluator_desktop.cli.command import Command

COMMANDS: tuple[Command, ...] = (
    *workspace_commands.COMMANDS,
    *scheme_commands.COMMANDS,
    *provider_commands.COMMANDS,
    *joining_commands.COMMANDS,
    *evidence_commands.COMMANDS,
    *rating_commands.COMMANDS,
    *finding_commands.COMMANDS,
    *entry_commands.COMMANDS,
    *customer_commands.COMMANDS,
    *shop_commands.COMMANDS,
    *package_commands.COMMANDS,
    *people_commands.COMMANDS,
    *ledger_commands.COMMANDS,
    *conflict_commands.COMMANDS,
    *report_commands.COMMANDS,
    *history_commands.COMMANDS,
    *device_commands.COMMANDS,
)
