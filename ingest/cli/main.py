"""The whole application, with every command: for tests, and for ``python -m ingest.cli.main``."""

from ingest.cli.commands import COMMANDS, build

app = build(COMMANDS)

if __name__ == "__main__":
    app()
