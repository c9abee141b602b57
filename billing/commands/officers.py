"""`python -m billing officer add | list | disable | password | reset-totp | code`: who works at the
desk.
"""

from argparse import ArgumentParser, Namespace
from typing import Protocol

import segno

from billing import clock
from billing.commands.opening import AddParser, opened
from billing.commands.passwords import typed_password
from billing.credit_rules import credit_rules
from billing.database import Database
from billing.demo.officers import demo_code
from billing.settings import Settings
from billing.site.languages import LANGUAGES
from billing.staff import officers
from billing.staff.officers import NewOfficer
from billing.staff.second_factor import address
from billing.staff.vault import vault


class Command(Protocol):
    """Something that is done with officers."""

    def __call__(self, database: Database, settings: Settings, arguments: Namespace) -> None:
        """Do it. Raises BillingError."""


def add_commands(add_parser: AddParser) -> None:
    """Add them; each parser's `run` is the function that carries the command out."""
    parser = add_parser("officer", help="who works at the staff's desk")
    commands = parser.add_subparsers(dest="officer_command", required=True)

    def command(name: str, help_: str, carry_out: Command) -> ArgumentParser:
        added = commands.add_parser(name, help=help_)

        def run(settings: Settings, arguments: Namespace) -> None:
            with opened(settings) as database:
                carry_out(database, settings, arguments)

        added.set_defaults(run=run)
        return added

    add = command("add", "let somebody work at the desk", _add)
    add.add_argument("user_name")
    add.add_argument("--name", help="what they are called; the user name unless given")
    add.add_argument("--role", choices=credit_rules().roles, required=True)
    add.add_argument("--language", choices=LANGUAGES, required=True)
    add.add_argument("--password-stdin", action="store_true", help="read it instead of asking")
    command("list", "everybody who may, or might once", _list)
    disable = command("disable", "let somebody in no more", _disable)
    password = command("password", "a new one: it was lost, or somebody else knows it", _password)
    password.add_argument("--password-stdin", action="store_true", help="read it instead of asking")
    reset = command("reset-totp", "a new secret for the app: a telephone was lost", _reset_totp)
    shown = command("code", "of a demonstration officer, at this moment", _code)
    for each in (disable, password, reset, shown):
        each.add_argument("user_name")


def _add(database: Database, settings: Settings, arguments: Namespace) -> None:
    name = arguments.name or arguments.user_name
    password = typed_password(from_input=arguments.password_stdin)
    new = NewOfficer(arguments.user_name, name, password, arguments.role, arguments.language)
    with database.write() as session:
        secret = officers.add(session, vault(settings), new, clock.now())
    _show(secret, new.user_name, settings)


def _list(database: Database, settings: Settings, arguments: Namespace) -> None:
    with database.read() as session:
        for member in officers.everyone(session):
            state = "" if member.active else "  disabled"
            print(f"{member.user_name:20} {member.role:12} {member.language}  {member.name}{state}")


def _disable(database: Database, settings: Settings, arguments: Namespace) -> None:
    with database.write() as session:
        officers.disable(session, arguments.user_name, clock.now())
    print(f"{arguments.user_name} is let in no more.")


def _password(database: Database, settings: Settings, arguments: Namespace) -> None:
    password = typed_password(from_input=arguments.password_stdin)
    with database.write() as session:
        officers.set_password(session, arguments.user_name, password, clock.now())
    print(f"{arguments.user_name} signs in with it from now on.")


def _reset_totp(database: Database, settings: Settings, arguments: Namespace) -> None:
    with database.write() as session:
        secret = officers.reset_second_factor(
            session, vault(settings), arguments.user_name, clock.now()
        )
    _show(secret, arguments.user_name, settings)


def _code(database: Database, settings: Settings, arguments: Namespace) -> None:
    with database.read() as session:
        print(demo_code(session, vault(settings), arguments.user_name, clock.true_time()))


def _show(secret: str, user_name: str, settings: Settings) -> None:
    link = address(secret, user_name, settings.operator_name)
    print("For the officer's authenticator app; it is not shown again:\n")
    segno.make(link, error="m").terminal(compact=True)
    print(f"\n{link}")
