"""The billing backend: what `python -m billing --help` lists."""

import argparse
import asyncio

import uvicorn

from billing import clock
from billing.commands import clients, contracts, daily, desk, imports, officers, passwords
from billing.commands.opening import opened
from billing.database import Database
from billing.demo import fill
from billing.demo.officers import add_officers
from billing.errors import BillingError
from billing.events.delivery import deliver
from billing.events.subscriptions import keep_configured
from billing.logs import log_config
from billing.settings import Settings
from billing.signin.clients import keep_configured as keep_assistant
from billing.staff.vault import vault

FIELDS = (desk, daily, contracts, imports, officers, clients, passwords)


def main() -> None:
    """Run one of the commands."""
    parser = argparse.ArgumentParser(prog="billing", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    migrate = commands.add_parser("migrate", help="bring the tables to the newest version")
    migrate.set_defaults(run=_migrate)
    back = commands.add_parser("downgrade", help="bring the tables back to an earlier version")
    back.add_argument("revision", help="as the migrations are numbered: 0003")
    back.set_defaults(run=_downgrade)
    demo = commands.add_parser("demo", help="and add the demonstration's customers")
    demo.set_defaults(run=_demo)
    serve = commands.add_parser("serve", help="the site, until it is stopped")
    serve.set_defaults(run=_serve)
    events = commands.add_parser("deliver", help="events to those who listen, until it is stopped")
    events.set_defaults(run=_deliver)
    for field in FIELDS:
        field.add_commands(commands.add_parser)
    arguments = parser.parse_args()
    arguments.run(Settings(), arguments)


def _migrate(settings: Settings, _arguments: argparse.Namespace) -> None:
    with opened(settings):
        pass


def _downgrade(settings: Settings, arguments: argparse.Namespace) -> None:
    database = Database(settings.database)
    try:
        database.downgrade(arguments.revision)
    except BillingError as error:
        raise SystemExit(f"Nothing was changed: {error}") from None
    finally:
        database.close()


def _demo(settings: Settings, _arguments: argparse.Namespace) -> None:
    with opened(settings) as database, database.write() as session:
        fill(session, clock.now())
        add_officers(session, vault(settings), clock.now())


def _deliver(settings: Settings, _arguments: argparse.Namespace) -> None:
    asyncio.run(deliver(_listened_to(settings)))


def _serve(settings: Settings, _arguments: argparse.Namespace) -> None:
    _listened_to(settings).close()
    uvicorn.run(
        "billing.app:create_app",
        factory=True,
        workers=settings.site_workers,
        host=settings.site_host,
        port=settings.site_port,
        log_level="info",
        log_config=log_config(settings.site_access_log),
        access_log=settings.site_access_log,
        timeout_graceful_shutdown=3,  # a chat that polls would hold the end up for 25 s
    )


def _listened_to(settings: Settings) -> Database:
    """The database; who hears of reports, and files some, is as the settings have it."""
    database = Database(settings.database)
    with database.write() as session:
        keep_configured(session, settings, clock.now())
        keep_assistant(session, settings, clock.now())
    return database


if __name__ == "__main__":
    main()
