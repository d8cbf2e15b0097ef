"""The command line: a second front end over the same operations as the window.

`command` says what a command is, the `*_commands` modules hold them as tables of data, `parser`
makes argparse of the tables, `dispatch` carries one out, `output` speaks to people and programs.
Names, exit codes and JSON keys are a contract: programs outside rely on them.
"""

INTERRUPTED = 130
"""What shells expect of a program that Ctrl+C ended. Here, as it is needed before all else."""
