"""TMF621, writing: customers file reports and answer, the operator's systems work on them."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Path, Request
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse

from billing import attachments, clock, reports, unsigned, updates
from billing.access import (
    SELFCARE,
    TICKETS,
    UNSIGNED,
    Caller,
    OutOfScopeError,
    requires,
)
from billing.answers import answer
from billing.attachments import AttachmentRules
from billing.credit_rules import credit_rules
from billing.decisions import Desk
from billing.errors import InvalidError
from billing.models import Customer, Ticket
from billing.reports import Policy
from billing.settings import Settings
from billing.tmf.body import TicketCreate, TicketUpdate
from billing.tmf.described import ERRORS, ID, WRITING_ERRORS, Error
from billing.tmf.errors import tmf_error
from billing.tmf.query import JSON
from billing.tmf.resource import database_of, reading_of
from billing.tmf.tickets import PATH, TROUBLE_TICKET

router = APIRouter(tags=[TROUBLE_TICKET.name])

Writer = Annotated[Caller, requires(SELFCARE, TICKETS, UNSIGNED)]


@router.post(f"/{PATH}", responses=WRITING_ERRORS, status_code=201)
def create(request: Request, caller: Writer, body: TicketCreate) -> JSONResponse:
    """File a report, one's own, for the customer whom relatedParty names, or for somebody who has
    not signed in, whom it calls the writer: 201, or 200 if the same one was filed before.
    """
    settings: Settings = request.app.state.settings
    policy = Policy(timedelta(days=settings.dispute_age_limit_days), _attachment_rules(settings))
    database, now = database_of(request), clock.now()

    def show(session: Session, ticket: Ticket, customer: Customer | None) -> JSON:
        return TROUBLE_TICKET.render(reading_of(request, session), [(ticket, customer)])[0]

    if caller.customer_id is None and unsigned.is_unsigned(body):
        _check(caller, UNSIGNED)
        filed = unsigned.file_and_show(database, caller.client_id, body, now, policy, show)
    else:
        _check(caller, SELFCARE, TICKETS)
        customer_id = caller.customer_id or _named(body)
        sender = None if caller.customer_id else caller.client_id
        filed = reports.file_and_show(database, customer_id, body, now, policy, show, sender)
    ticket, is_new = filed
    if not is_new:
        return JSONResponse(ticket)
    return JSONResponse(ticket, 201, {"Location": ticket["href"]})


@router.patch(f"/{PATH}/{{id}}", responses=WRITING_ERRORS)
def update(
    request: Request,
    id_: Annotated[str, Path(alias="id")],
    caller: Writer,
    body: TicketUpdate,
) -> JSONResponse:
    """The customer appends notes and attachments, withdraws, confirms or denies a solution, answers
    an offer; a system of the operator's takes a report on, asks, tells, and decides on it, or
    passes on what the writer of a report that it filed has to say.

    Whoever sends a report as they read it, with a change, changes that alone.
    """
    if body.model_extra:
        with database_of(request).read() as session:
            shown = TROUBLE_TICKET.find(reading_of(request, session), caller, id_)
        body = body.beside(shown)
    if caller.customer_id is None and TICKETS in caller.scopes:
        desk = Desk(database_of(request), credit_rules())
        updates.update(desk, caller.client_id, id_, body, clock.now())
    else:
        _answer(request, caller, id_, body)
    with database_of(request).read() as session:
        return JSONResponse(TROUBLE_TICKET.find(reading_of(request, session), caller, id_))


@router.delete(
    f"/{PATH}/{{id}}",
    dependencies=[requires(TICKETS)],
    status_code=405,
    response_model=Error,
    responses=ERRORS,
    openapi_extra={"parameters": [ID]},
)
def delete() -> JSONResponse:
    """Reports are kept, whoever asks: what was decided on them can be looked up for good."""
    message = "reports are kept: a customer withdraws one by the status cancelled"
    allowed = {"Allow": "GET, PATCH"}
    return tmf_error(405, "methodNotAllowed", "Method Not Allowed", message, allowed)


def _named(body: TicketCreate) -> str:
    ids = {party.id for party in body.related_party if party.role == "customer"}
    if len(ids) != 1:
        raise InvalidError("relatedParty names the one customer whose report it is")
    return ids.pop()


def _check(caller: Caller, *scopes: str) -> None:
    if caller.scopes.isdisjoint(scopes):
        raise OutOfScopeError(scopes)


def _answer(request: Request, caller: Caller, number: str, body: TicketUpdate) -> None:
    with database_of(request).write() as session:
        now = clock.now()
        whose = Ticket.filed_by == caller.client_id
        if caller.customer_id is not None:
            whose = Ticket.customer_id == caller.customer_id
        ticket = reports.add_notes(session, whose, number, body, now)
        rules = _attachment_rules(request.app.state.settings)
        if attachments.attach(ticket, body.attachment, ticket.author, now, rules):
            reports.take_answer(session, ticket, now)
        if body.status is not None:
            seen = body.credit_offer.amount if body.credit_offer else None
            answer(session, ticket, body.status, now, seen)


def _attachment_rules(settings: Settings) -> AttachmentRules:
    return AttachmentRules(
        settings.attachment_types, settings.largest_attachment, settings.most_attachments
    )
