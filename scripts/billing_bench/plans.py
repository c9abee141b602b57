"""How PostgreSQL carries out what the lists ask it for."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import event
from starlette.datastructures import QueryParams

from billing.access import SELFCARE, Caller
from billing.database import Database
from billing.settings import Settings
from billing.tmf.query import read_query
from billing.tmf.resource import Reading, Resource

Statement = tuple[str, Any]
SCOPES = frozenset({SELFCARE})


def statements(
    database: Database,
    resource: Resource,
    customer: str,
    query: Mapping[str, object],
    now: datetime,
) -> list[Statement]:
    """What one list makes the database do, with its parameters."""
    ran: list[Statement] = []

    def note(_connection: object, _cursor: object, sql: str, parameters: Any, *_: object) -> None:
        ran.append((sql, parameters))

    parameters = QueryParams({name: str(value) for name, value in query.items()})
    asked = read_query(parameters, resource.attributes, resource.default_sort)
    event.listen(database.engine, "before_cursor_execute", note)
    with database.read() as session:
        resource.page(Reading(session, Settings(), now), Caller(customer, SCOPES, "bench"), asked)
    event.remove(database.engine, "before_cursor_execute", note)
    return ran


def explained(database: Database, statement: Statement) -> str:
    """The plan as it was carried out."""
    sql, parameters = statement
    with database.engine.connect() as connection:
        plan = connection.exec_driver_sql(f"explain (analyze, buffers) {sql}", parameters)
        return "\n".join(plan.scalars())


def scans_whole(plan: str, table: str) -> bool:
    """Whether it reads the table from end to end."""
    return bool(re.search(rf"Seq Scan on {table}\b", plan))
