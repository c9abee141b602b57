"""``make bench-billing``: lists of calls and disputes over HTTP, with ten million calls.

DATABASE_URL names a PostgreSQL server on which a database can be made; it is removed at the end.
"""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import URL, create_engine, make_url

from billing import clock
from billing.database import Database
from billing.tmf.tickets import TROUBLE_TICKET
from billing.tmf.usage import USAGE
from scripts.billing_bench.client import Client
from scripts.billing_bench.disputes import disputes, file_disputes
from scripts.billing_bench.lists import PAGE, month_query, time_months, time_pages
from scripts.billing_bench.operator_database import COMPANY, Size, operator_database
from scripts.billing_bench.plans import explained, scans_whole, statements
from scripts.processes import Part, start, stop_all, wait_until_healthy
from scripts.settings import ROOT, SITE_PYTHON
from scripts.steps import log_file, say
from tests.stack import free_ports

SERVER = "postgresql://postgres@127.0.0.1:5432/postgres"


def main() -> None:
    parser = argparse.ArgumentParser(prog="billing_bench", description=__doc__)
    parser.add_argument("--calls", type=int, default=10_000_000)
    parser.add_argument("--customers", type=int, default=20_000)
    parser.add_argument("--months", type=int, default=500, help="how many months are asked for")
    parser.add_argument("--rate", type=int, default=200, help="disputes a second")
    parser.add_argument("--seconds", type=int, default=35, help="of disputes")
    parser.add_argument("--workers", type=int, default=2, help="processes of the site")
    asked = parser.parse_args()
    server = make_url(os.environ.get("DATABASE_URL") or SERVER)
    size, now = Size(asked.customers, asked.calls), clock.now()
    say(f"Making {size.calls:,} calls of {size.customers:,} customers …")
    with operator_database(server.set(drivername="postgresql+psycopg"), size, now) as address:
        print_plans(address, size, now)
        with running_site(address, asked.workers) as port:
            client = Client(port)
            print_figures(time_months(client, size, now, asked.months))
            print_figures(time_pages(client, size.calls // 20))
            engine = create_engine(address)
            with engine.connect() as connection:
                ready = disputes(connection, asked.rate * asked.seconds, now)
            engine.dispose()
            say(f"Filing {len(ready):,} disputes, {asked.rate} a second …")
            print_figures(file_disputes(client, ready, asked.rate).figures())


def print_plans(address: URL, size: Size, now: datetime) -> None:
    """How the statements are carried out, and whether one reads all calls."""
    database = Database(address.render_as_string(hide_password=False))
    whole, customer = {"limit": PAGE}, f"C-{size.customers // 2}"
    last = whole | {"offset": size.calls // 20 - PAGE}
    for name, resource, whose, query in (
        ("a month", USAGE, customer, month_query(now)),
        ("the company's first page", USAGE, COMPANY, whole),
        ("the company's last page", USAGE, COMPANY, last),
        ("reports", TROUBLE_TICKET, customer, whole),
    ):
        for statement in statements(database, resource, whose, query, now):
            plan = explained(database, statement)
            all_read = "READS ALL CALLS" if scans_whole(plan, "call") else "by index"
            say(f"\n{name}: {all_read}\n{statement[0]}\n{plan}")
    database.close()


@contextmanager
def running_site(address: URL, workers: int) -> Iterator[int]:
    """Its port while it runs on the database."""
    (port,) = free_ports(1)
    command = [str(SITE_PYTHON), "-m", "billing", "serve"]
    part = Part("site", command, port, f"http://127.0.0.1:{port}/healthz", ROOT)
    variables = {
        "DATABASE_URL": address.render_as_string(hide_password=False),
        "SITE_PORT": str(port),
        "SITE_WORKERS": str(workers),
    }
    process = start(part, variables, log_file("bench-billing"))
    try:
        wait_until_healthy([process])
        yield port
    finally:
        stop_all([process])


def print_figures(figures: dict[str, float]) -> None:
    """One a line."""
    for name, value in figures.items():
        say(f"{name:45}{value:10.1f}")


if __name__ == "__main__":
    main()
