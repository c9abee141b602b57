"""What a list costs does not grow with its length."""

from datetime import timedelta

import pytest
from sqlalchemy import event, text
from starlette.datastructures import QueryParams

from billing import clock
from billing.access import SELFCARE, Caller
from billing.database import Database
from billing.settings import Settings
from billing.tmf.bills import CUSTOMER_BILL
from billing.tmf.query import read_query
from billing.tmf.rates import APPLIED_RATE
from billing.tmf.resource import Reading, Resource
from billing.tmf.tickets import TROUBLE_TICKET
from billing.tmf.usage import USAGE

ANA = Caller("C-1001", frozenset({SELFCARE}), "aclaro")


@pytest.fixture
def database(billing_settings: Settings):
    database = Database(billing_settings.database)
    yield database
    database.close()


def statements(database: Database, settings: Settings, resource: Resource, limit: int) -> list[str]:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    query = read_query(
        QueryParams({"limit": str(limit)}), resource.attributes, resource.default_sort
    )
    with database.read() as session:
        session.execute(text("select 1"))
        event.listen(database.engine, "before_cursor_execute", note)
        reading = Reading(session, settings, clock.now() + timedelta(0))
        resource.page(reading, ANA, query)
        event.remove(database.engine, "before_cursor_execute", note)
    return seen


# A page of reports takes one for each kind of thing that a report has.
@pytest.mark.parametrize(
    ("resource", "most"),
    [(USAGE, 3), (CUSTOMER_BILL, 3), (TROUBLE_TICKET, 9), (APPLIED_RATE, 2)],
    ids=["usage", "bills", "tickets", "rates"],
)
def test_a_list_takes_the_same_few_queries_however_long_it_is(
    database: Database, billing_settings: Settings, resource: Resource, most: int
):
    short = statements(database, billing_settings, resource, 1)
    long = statements(database, billing_settings, resource, 300)

    assert max(len(short), len(long)) <= most


def test_calls_of_a_line_are_found_by_an_index(database: Database):
    if database.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL reads so small a table as a whole; its plan says nothing")
    with database.read() as session:
        plan = session.execute(
            text(
                "explain query plan select * from call where line_id = 'P-34910123471' "
                "and started_at >= '2026-10-01' and started_at < '2026-11-01'"
            )
        ).all()

    assert "ix_call_line_id_started_at" in str(plan)
