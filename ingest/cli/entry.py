"""What the script ``veille`` calls."""

import os
import sys

from ingest.cli.commands import application
from ingest.cli.terminal import log_harmlessly, print_traceback


def main() -> None:
    """Run the command that the command line names."""
    completing = "_VEILLE_COMPLETE" in os.environ  # noqa: TID251 – no setting: the shell's question, asked by click's rules
    log_harmlessly()
    try:
        application(sys.argv[1:], completing=completing)(prog_name="veille")
    except Exception as e:  # noqa: BLE001 – shown whole, through the sieve
        print_traceback(e)
        sys.exit(1)
