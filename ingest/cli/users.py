"""``veille users``: the desk's accounts."""

import sys
from typing import Annotated

import typer
from rich.table import Table

from ingest.cli.common import AsJson, ConfigDir, out, print_json, says_errors
from ingest.ledger import desk as people
from ingest.web import passwords
from ingest.workspace import Workspace

app = typer.Typer(help="Accounts of the desk (`veille serve`): list, add, lock.", no_args_is_help=True)


@app.command("list")
@says_errors
def list_users(config: ConfigDir = None, json: AsJson = False) -> None:
    """Who may use the desk.

    Examples:

      veille users list
    """
    with Workspace.of(config) as ws, ws.ledger.read() as c:
        users = people.all_users(c)
    rows = [{"name": u.name, "role": u.role, "locked": u.disabled_at is not None, "since": u.created_at} for u in users]
    if json:
        print_json(rows)
        return
    table = Table("name", "role", "since", "", box=None, pad_edge=False)
    for row in rows:
        table.add_row(str(row["name"]), str(row["role"]), f"{row['since']:%Y-%m-%d}", "locked" if row["locked"] else "")
    out.print(table)


@app.command("add")
@says_errors
def add(
    name: Annotated[str, typer.Argument(help="What they sign in with.")],
    role: Annotated[str, typer.Option(help="reader | editor | admin.")] = "reader",
    password_stdin: Annotated[bool, typer.Option(help="Read the password from standard input.")] = False,
    config: ConfigDir = None,
) -> None:
    """Make an account, or give one that is there a new role and password.

    The password is asked for at the terminal; it is kept as an Argon2id hash.

    Examples:

      veille users add analyst --role editor
    """
    if role not in people.ROLES:
        raise typer.BadParameter(f"{role!r} is no role; there are: {', '.join(people.ROLES)}")
    password = sys.stdin.readline().rstrip("\n") if password_stdin else _asked()
    if complaint := passwords.complaint(password, name):
        raise typer.BadParameter(f"the password must have {complaint}")
    with Workspace.of(config) as ws, ws.ledger.begin() as c:
        people.put_user(c, name, role, passwords.hashed(password), ws.clock())
        people.record(c, "command line", "account", name, ws.clock(), role)
    out.print(f"✓ {name} ({role})", markup=False)


@app.command("lock")
@says_errors
def lock(name: Annotated[str, typer.Argument(help="Who.")], config: ConfigDir = None) -> None:
    """Lock an account out: its sessions and tokens end.

    Examples:

      veille users lock analyst
    """
    with Workspace.of(config) as ws, ws.ledger.begin() as c:
        done = people.disable_user(c, name, ws.clock())
        people.record(c, "command line", "account-lock", name, ws.clock())
    if not done:
        raise typer.BadParameter(f"there is no account {name!r} in use")
    out.print(f"✓ {name} is locked out", markup=False)


def _asked() -> str:
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
