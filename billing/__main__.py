"""The billing backend: `python -m billing migrate | downgrade | demo | serve | …`, see `--help`."""

import argparse

import uvicorn

from billing import clock
from billing.app import create_app
from billing.credit_rules import credit_rules
from billing.database import Database
from billing.decisions import Desk, Officer
from billing.demo import fill
from billing.demo.officers import add_officers
from billing.errors import BillingError
from billing.settings import Settings
from billing.staff import commands as officers
from billing.staff.vault import vault


def main() -> None:
    """Run one of the commands."""
    parser = argparse.ArgumentParser(prog="billing", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("migrate", help="bring the tables to the newest version")
    back = commands.add_parser("downgrade", help="bring the tables back to an earlier version")
    back.add_argument("revision", help="as the migrations are numbered: 0003")
    commands.add_parser("demo", help="and add the demonstration's customers")
    commands.add_parser("serve", help="the site, until it is stopped")
    _add_decide(commands.add_parser("decide", help="give the money back, or say why not"))
    officers.add_arguments(commands.add_parser("officer", help="who works at the staff's desk"))
    arguments = parser.parse_args()
    settings = Settings()
    match arguments.command:
        case "migrate":
            _migrated(settings).close()
        case "downgrade":
            _downgrade(settings, arguments.revision)
        case "demo":
            database = _migrated(settings)
            with database.write() as session:
                fill(session, clock.now())
                add_officers(session, vault(settings), clock.now())
            database.close()
        case "decide":
            _decide(_migrated(settings), arguments)
        case "officer":
            officers.run(_migrated(settings), settings, arguments)
        case "serve":
            uvicorn.run(
                create_app(settings),
                host=settings.site_host,
                port=settings.site_port,
                log_level="info",
                timeout_graceful_shutdown=3,  # a chat that polls would hold the end up for 25 s
            )


def _add_decide(parser: argparse.ArgumentParser) -> None:
    rules = credit_rules()
    parser.add_argument("number", help="the report's, as the customer has it: DSP-7F3K-29QX")
    parser.add_argument("words", help="what the customer is told, in the customer's language")
    parser.add_argument("--by", required=True, help="who decides; the audit trail keeps it")
    parser.add_argument("--role", choices=rules.limits, default="clerk")
    decision = parser.add_mutually_exclusive_group(required=True)
    decision.add_argument("--credit", action="store_true", help="give the disputed sum back")
    decision.add_argument("--offer", metavar="SUM", help="a part of it, as in 12.50")
    decision.add_argument("--refuse", choices=rules.refusals, metavar="REASON")


def _decide(database: Database, arguments: argparse.Namespace) -> None:
    desk = Desk(database, credit_rules())
    officer = Officer(arguments.by, arguments.role)
    try:
        if arguments.credit:
            desk.credit(arguments.number, officer, arguments.words, clock.now())
        elif arguments.offer:
            sum_ = desk.in_its_currency(arguments.number, arguments.offer)
            desk.offer(arguments.number, officer, sum_, arguments.words, clock.now())
        else:
            desk.refuse(arguments.number, officer, arguments.refuse, arguments.words, clock.now())
    except BillingError as error:
        raise SystemExit(f"Nothing was decided: {error}") from None
    finally:
        database.close()


def _downgrade(settings: Settings, revision: str) -> None:
    database = Database(settings.database)
    try:
        database.downgrade(revision)
    except BillingError as error:
        raise SystemExit(f"Nothing was changed: {error}") from None
    finally:
        database.close()


def _migrated(settings: Settings) -> Database:
    database = Database(settings.database)
    database.migrate()
    return database


if __name__ == "__main__":
    main()
