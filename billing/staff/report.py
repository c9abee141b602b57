"""A report's page, and the pages on which an officer acts on it."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from billing import clock, contacts
from billing.credit_rules import credit_rules
from billing.database import Database
from billing.decisions import Desk
from billing.errors import DecidedError, ForbiddenError, InvalidError
from billing.reports import OPEN
from billing.site.languages import best_of, own_name
from billing.site.operator import read_operator
from billing.staff.access import Acting, SignedIn, TurnedAway, Who
from billing.staff.acts import (
    ACTS,
    LONGEST_WORDS,
    NEXT_BILL,
    Draft,
    check_words,
    completed,
    drafted,
    possible,
    state_of,
)
from billing.staff.dossier import Dossier, dossier
from billing.staff.listed import listed
from billing.staff.pages import page, speaker
from billing.staff.said import action, author, history, status
from billing.staff.written import Written, telephone

router = APIRouter(prefix="/staff/reports", include_in_schema=False)


@router.get("/{number}")
def show(request: Request, who: Who, number: str, done: str = "") -> Response:
    """Everything about a report."""
    found, now = _found(request, who, number), clock.now()
    written, say = _written(found, who), speaker(request, who.member.language)
    with _database(request).read() as session:
        others = listed(session, found.others, who.member.language, now)
    return page(
        request,
        who,
        "report.html",
        found=found,
        written=written,
        telephone=telephone,
        contact=contacts.written(found.ticket.contact) if found.ticket.contact else "",
        state=lambda ticket: status(say, ticket.status, ticket.status_reason),
        waits=found.ticket.status in OPEN,
        days=written.days_until(found.ticket.answer_due_at, now),
        others=others,
        seen=state_of(found.ticket),
        events=history(found, say, written),
        acts=possible(found.ticket, who.officer) if who.acts else [],
        limit=_exceeded_limit(found, who, written),
        done=done if done in ACTS else "",
        language_name=own_name(_language(found, who)),
    )


@router.get("/{number}/{act}")
def prepare(
    request: Request,
    who: Who,
    number: str,
    act: str,
    sum_: Annotated[str, Query(alias="sum")] = "",
    reason: str = "",
) -> Response:
    """What is to be chosen and said before it is done."""
    if act not in ACTS:
        raise TurnedAway(404, "staff_unknown", who.member.language)
    if not who.acts:
        raise TurnedAway(403, "staff_reads_only", who.member.language)
    found = _found(request, who, number)
    if act not in possible(found.ticket, who.officer):
        return _too_late(request, who, found, Draft(act))
    draft = _completed(request, who, found, drafted(act, {"sum": sum_, "reason": reason}))
    draft = replace(draft, seen=state_of(found.ticket))
    if draft.is_ready and draft.problem is None:
        draft = replace(draft, words=_first_words(request, found, who, draft))
    return _act_page(request, who, found, draft, 422 if draft.problem else 200)


@router.post("/{number}/{act}")
def carry_out(request: Request, came: Acting, number: str, act: str) -> Response:
    """Do it, unless something is wrong with it or somebody was faster: then nothing is lost."""
    who, form = came
    if act not in ACTS:
        raise TurnedAway(404, "staff_unknown", who.member.language)
    found = _found(request, who, number)
    draft = _completed(request, who, found, drafted(act, form))
    if act not in possible(found.ticket, who.officer):
        return _too_late(request, who, found, draft)
    seen = replace(draft, seen=state_of(found.ticket))
    if form.get("seen") != seen.seen:
        return _meanwhile(request, who, found, seen)
    if draft.problem or not draft.is_ready:
        return _act_page(request, who, found, seen, 422)
    if form.get("target", "") != draft.target:
        return _act_page(request, who, found, replace(seen, problem="staff_other_target"), 409)
    try:
        check_words(draft)
        desk = Desk(_database(request), credit_rules())
        ACTS[act].carry_out(desk, number, who.officer, draft, clock.now())
    except DecidedError:
        return _too_late(request, who, _found(request, who, number), draft)
    except ForbiddenError:
        return _act_page(request, who, found, replace(seen, problem="staff_not_yours"), 403)
    except InvalidError:
        return _act_page(request, who, found, replace(seen, problem="staff_words_missing"), 422)
    headers = {"Cache-Control": "no-store"}
    return RedirectResponse(f"/staff/reports/{number}?done={act}", 303, headers)


def _found(request: Request, who: SignedIn, number: str) -> Dossier:
    with _database(request).read() as session:
        found = None if "\x00" in number else dossier(session, number)
    if found is None:
        raise TurnedAway(404, "staff_unknown", who.member.language)
    return found


def _completed(request: Request, who: SignedIn, found: Dossier, draft: Draft) -> Draft:
    with _database(request).read() as session:
        return completed(session, draft, found.ticket, credit_rules(), who.officer.role)


def _act_page(
    request: Request, who: SignedIn, found: Dossier, draft: Draft, status_code: int, **values: Any
) -> Response:
    reasons = ACTS[draft.act].reasons
    ticket, written = found.ticket, _written(found, who)
    amount = ""
    if draft.amount is not None and ticket.currency is not None:
        amount = written.money(draft.amount, ticket.currency)
    return page(
        request,
        who,
        "act.html",
        status_code,
        **{"meanwhile": None, "over": False} | values,
        found=found,
        written=written,
        draft=draft,
        act=ACTS[draft.act],
        reasons=reasons(credit_rules(), ticket) if reasons else [],
        amount=amount,
        limit=_exceeded_limit(found, who, written),
        goes_to_next=draft.target == NEXT_BILL,
        longest=LONGEST_WORDS,
        words_language=_language(found, who),
        language_name=own_name(_language(found, who)),
    )


def _meanwhile(
    request: Request, who: SignedIn, found: Dossier, draft: Draft, *, over: bool = False
) -> Response:
    """Somebody acted between the officer's look and the officer's act: who, and what."""
    say, written = speaker(request, who.member.language), _written(found, who)
    entry = found.entries[-1] if found.entries else None
    told = {"who": "", "what": status(say, found.ticket.status, found.ticket.status_reason)}
    told["when"] = written.instant(found.ticket.updated_at)
    if entry is not None and entry.at >= found.ticket.updated_at:
        told["who"] = author(entry.actor, found, say)
        told["what"] = action(say, entry, found.ticket.currency, written)
    return _act_page(request, who, found, draft, 409, meanwhile=told, over=over)


def _too_late(request: Request, who: SignedIn, found: Dossier, draft: Draft) -> Response:
    return _meanwhile(request, who, found, draft, over=True)


def _first_words(request: Request, found: Dossier, who: SignedIn, draft: Draft) -> str:
    """A beginning in the customer's language, for the officer to go on from."""
    language = _language(found, who)
    say, written = speaker(request, language), _written(found, who, language)
    if not ACTS[draft.act].has_words:
        return ""
    if draft.reason:
        try:
            return say(f"words_{draft.act}_{draft.reason}")
        except LookupError:  # a reason of the operator's own
            return ""
    if draft.amount is None or found.ticket.currency is None:
        return say(f"words_{draft.act}")
    amount = written.money(draft.amount, found.ticket.currency)
    if draft.act == "offer":
        return say("words_offer", amount=amount)
    if draft.target == NEXT_BILL:
        return say("words_credit_next", amount=amount)
    return say("words_credit_bill", amount=amount, bill=draft.bill_number)


def _exceeded_limit(found: Dossier, who: SignedIn, written: Written) -> str:
    """The most that the officer's role gives back, where the disputed sum is more; else empty."""
    amount, currency = found.ticket.disputed_amount, found.ticket.currency
    rules, role = credit_rules(), who.officer.role
    if amount is None or currency is None or role not in rules.limits:
        return ""
    if rules.may_give(role, amount, currency):
        return ""
    return written.money(rules.limits[role].get(currency, 0), currency)


def _language(found: Dossier, who: SignedIn) -> str:
    """The customer's, or the officer's where the pages do not speak the customer's."""
    return best_of([found.language]) or who.member.language


def _written(found: Dossier, who: SignedIn, language: str | None = None) -> Written:
    zone = (found.account or read_operator()).time_zone
    return Written(language or who.member.language, zone)


def _database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database
