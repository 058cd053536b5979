"""What the script ``veille`` calls."""

import sys

from ingest.cli.commands import build, wanted


def main() -> None:
    """Run the command that the command line names."""
    build(wanted(sys.argv[1:]))(prog_name="veille")
