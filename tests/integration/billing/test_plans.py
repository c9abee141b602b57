"""How PostgreSQL carries out what lists ask for: by index, whatever the list's length."""

import os
import re
from collections.abc import Iterator, Mapping

import pytest
from sqlalchemy import make_url, text

from billing import clock
from billing.database import Database
from billing.tmf.resource import Resource
from billing.tmf.tickets import TROUBLE_TICKET
from billing.tmf.usage import USAGE
from scripts.billing_bench.lists import month_query
from scripts.billing_bench.operator_database import COMPANY, Size, last_month, operator_database
from scripts.billing_bench.plans import Statement, explained, scans_whole, statements

SERVER = os.environ.get("TEST_DATABASE_URL")
SIZE = Size(customers=500, calls=50_000)
OF_THE_COMPANY = SIZE.calls // 20
NOW = clock.now()

pytestmark = pytest.mark.skipif(
    not SERVER, reason="TEST_DATABASE_URL names no PostgreSQL: SQLite's plans are in test_speed.py"
)

LISTS: dict[str, tuple[Resource, str, Mapping[str, object]]] = {
    "month": (USAGE, "C-17", month_query(NOW)),
    "first page, counted": (USAGE, COMPANY, {"limit": 200}),
    "last page": (USAGE, COMPANY, {"limit": 200, "offset": OF_THE_COMPANY - 200}),
    "one line": (USAGE, COMPANY, {"productRef.id": "P-0-7", "limit": 200}),
    "one bill": (USAGE, "C-17", {"billId": f"BILL-17-{last_month(NOW)[0]:%Y%m}"}),
    "reports": (TROUBLE_TICKET, "C-17", {"sort": "-creationDate", "limit": 200}),
}


@pytest.fixture(scope="module")
def operator() -> Iterator[Database]:
    """An operator with 50,000 calls, of which PostgreSQL knows the distribution."""
    server = make_url(SERVER or "").set(drivername="postgresql+psycopg")
    with operator_database(server, SIZE, NOW) as address:
        database = Database(address.render_as_string(hide_password=False))
        yield database
        database.close()


@pytest.mark.parametrize("name", LISTS)
def test_no_list_reads_all_calls(operator: Database, name: str):
    resource, customer, query = LISTS[name]
    for statement in statements(operator, resource, customer, query, NOW):
        plan = explained(operator, statement)
        assert not scans_whole(plan, "call"), plan


@pytest.mark.parametrize("name", ["month", "first page, counted", "last page"])
def test_which_calls_are_on_a_page_and_how_many_there_are_is_found_in_the_index_alone(
    operator: Database, name: str
):
    of_calls = [it for it in statements(operator, *LISTS[name], NOW) if "FROM call" in it[0]]

    assert of_calls
    for statement in of_calls:
        plan = explained(operator, statement)
        assert re.search("Index Only Scan.* using ix_call_customer_id_started_at_id", plan), plan


def test_reports_are_found_by_their_customer_and_time(operator: Database):
    page, *_ = statements(operator, *LISTS["reports"], NOW)

    plan = explained(operator, page)
    assert "ix_ticket_customer_id_created_at" in plan, plan
    assert not scans_whole(plan, "ticket"), plan


def test_the_last_page_reads_no_more_than_the_first(operator: Database):
    oldest_first = {"limit": 200, "sort": "usageDate"}
    first = statements(operator, USAGE, COMPANY, oldest_first, NOW)
    last = statements(operator, *LISTS["last page"], NOW)

    assert pages_read(operator, last) <= pages_read(operator, first)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_takes_the_same_few_queries_however_long_it_is(operator: Database, name: str):
    resource, customer, query = LISTS[name]
    counts = {
        len(statements(operator, resource, customer, {**query, "limit": limit}, NOW))
        for limit in (1, 20, 1000)
    }

    assert max(counts) <= (9 if resource is TROUBLE_TICKET else 3)


def test_what_is_read_often_is_planned_once(operator: Database):
    often = text("select 'often', count(*) from plan")
    for _ in range(10):
        with operator.read() as session:
            session.execute(often)

    with operator.read() as session:
        prepared = session.scalars(text("select statement from pg_prepared_statements")).all()
    assert str(often) in prepared


def pages_read(operator: Database, ran: list[Statement]) -> int:
    """How many of the database's pages the statements touched."""
    total = 0
    for statement in ran:
        plan = explained(operator, statement)
        found = re.search(r"Buffers: shared hit=(\d+)(?: read=(\d+))?", plan)
        assert found, plan
        total += sum(int(number or 0) for number in found.groups())
    return total
