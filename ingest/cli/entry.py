"""What the script ``veille`` calls."""

import os
import sys

from ingest.cli.commands import application


def main() -> None:
    """Run the command that the command line names."""
    completing = "_VEILLE_COMPLETE" in os.environ  # noqa: TID251 – no setting: the shell's question, asked by click's rules
    application(sys.argv[1:], completing=completing)(prog_name="veille")
