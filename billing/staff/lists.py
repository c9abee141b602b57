"""The desk's first page, with its queues, and the search."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from billing import clock
from billing.credit_rules import credit_rules
from billing.database import Database
from billing.errors import InvalidError
from billing.models import Customer, Ticket
from billing.staff.access import Posted, SignedIn, TurnedAway, Who
from billing.staff.listed import page_of
from billing.staff.pages import page, speaker
from billing.staff.queues import ALL_OPEN, counts, queue
from billing.staff.said import status
from billing.staff.search import FOUND, search

Number = Annotated[int, Query(alias="page")]

router = APIRouter(prefix="/staff", include_in_schema=False)


@router.get("")
def desk(
    request: Request,
    who: Who,
    name: Annotated[str, Query(alias="queue")] = ALL_OPEN,
    number: Number = 1,
    failed: int = 0,
) -> Response:
    """A queue of reports; after the log-in, how many tries had failed before it."""
    database: Database = request.app.state.database
    with database.read() as session:
        try:
            waiting = queue(session, name, clock.now(), who.officer, credit_rules())
        except InvalidError:
            raise TurnedAway(404, "staff_unknown", who.member.language) from None
    return _list(request, who, waiting, number, f"/staff?queue={name}", name, failed=failed)


@router.post("/search")
def find(request: Request, came: Posted) -> Response:
    """Reports by number, and customers by name or telephone number; a report's number opens it.

    Posted, so that no name and no number of a customer gets into a log of addresses.
    """
    who, form = came
    typed = form.get("q", "").strip()[:100]
    database: Database = request.app.state.database
    with database.read() as session:
        found, customers = search(session, typed)
    if len(found) == 1 and not customers:
        headers = {"Cache-Control": "no-store"}
        return RedirectResponse(f"/staff/reports/{found[0].id}", 303, headers)
    return _list(request, who, found, 1, "", typed=typed, customers=customers)


def _list(
    request: Request,
    who: SignedIn,
    tickets: list[Ticket],
    number: int,
    address: str,
    chosen: str = "",
    typed: str = "",
    failed: int = 0,
    customers: Sequence[Customer] = (),
) -> Response:
    database: Database = request.app.state.database
    now, say = clock.now(), speaker(request, who.member.language)
    with database.read() as session:
        shown = page_of(session, tickets, number, who.member.language, now)
        counted = counts(session, now, who.officer, credit_rules())
    return page(
        request,
        who,
        "list.html",
        address=address,
        chosen=chosen,
        typed=typed,
        failed=failed,
        customers=customers,
        most_found=FOUND,
        shown=shown,
        counted=counted,
        state=lambda ticket: status(say, ticket.status, None),
    )
