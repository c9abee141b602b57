"""`python -m billing password`: a customer's, who was imported or has lost it. Whoever signed in
with the one before is signed out.
"""

import sys
from argparse import Namespace
from getpass import getpass

from sqlalchemy import select

from billing import clock
from billing.audit import note_down
from billing.commands.opening import AddParser, opened
from billing.decisions import OPERATOR
from billing.errors import InvalidError, NotFoundError
from billing.models import Customer
from billing.settings import Settings
from billing.signin import tokens
from billing.signin.passwords import check_new_password, hash_password


def add_commands(add_parser: AddParser) -> None:
    """Add it."""
    parser = add_parser("password", help="set a customer's, who was imported or has lost it")
    parser.add_argument("user_name")
    parser.add_argument("--password-stdin", action="store_true", help="read it instead of asking")
    parser.add_argument("--by", default=OPERATOR, help="who sets it, for the audit trail")
    parser.set_defaults(run=_set_password)


def typed_password(*, from_input: bool) -> str:
    """What is typed, twice and unseen; or the first line of the input.

    Raises InvalidError.
    """
    if from_input:
        return sys.stdin.readline().rstrip("\n")
    password = getpass("Password: ")
    if getpass("The same again: ") != password:
        raise InvalidError("the two are not the same")
    return password


def _set_password(settings: Settings, arguments: Namespace) -> None:
    with opened(settings) as database, database.write() as session:
        customer = session.scalar(
            select(Customer).where(Customer.user_name == arguments.user_name).with_for_update()
        )
        if customer is None:
            raise NotFoundError(f"no customer {arguments.user_name}")
        password = typed_password(from_input=arguments.password_stdin)
        check_new_password(password)
        customer.password_hash = hash_password(password)
        tokens.revoke_all(session, customer.id)
        told = {"customer": customer.id}
        note_down(session, arguments.by, "setPassword", None, told, clock.now())
    print(f"{arguments.user_name} signs in with it from now on.")
