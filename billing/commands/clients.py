"""`python -m billing client`: which of the operator's own systems may use the APIs."""

import argparse

from billing import clock
from billing.access import OPERATOR_SCOPES
from billing.commands.opening import AddParser, opened
from billing.settings import Settings
from billing.signin import clients


def add_commands(add_parser: AddParser) -> None:
    """Add them."""
    parser = add_parser("client", help="the operator's own systems")
    parser.set_defaults(run=_run)
    acts = parser.add_subparsers(dest="act", required=True)
    add = acts.add_parser("add", help="let a system in; prints its secret, once")
    add.add_argument("name")
    add.add_argument(
        "--scope", action="append", required=True, choices=OPERATOR_SCOPES, help="may be repeated"
    )
    acts.add_parser("list", help="who has been let in, with which scopes")
    disable = acts.add_parser("disable", help="keep a system out, with all its tokens")
    disable.add_argument("name")


def _run(settings: Settings, arguments: argparse.Namespace) -> None:
    with opened(settings) as database, database.write() as session:
        match arguments.act:
            case "add":
                print(clients.add(session, arguments.name, arguments.scope, clock.now()))
            case "list":
                for each in clients.everyone(session):
                    state = "active" if each.active else "disabled"
                    print(f"{each.id}\t{state}\t{' '.join(each.scopes)}")
            case "disable":
                clients.disable(session, arguments.name)
