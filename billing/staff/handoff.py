"""Customers who want a person: who waits, who is there for them, and each conversation's page."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import uuid4

from fastapi import APIRouter, Depends, HTTPException, Path, Request, Response
from fastapi.requests import HTTPConnection
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from billing import clock
from billing.credit_rules import credit_rules
from billing.database import Database
from billing.errors import ConflictError, DecidedError, InvalidError
from billing.handoff import presence
from billing.handoff.desk import LONGEST_WORDS, HandoffDesk
from billing.site.forms import Form
from billing.site.languages import best_of, own_name
from billing.staff.access import Acting, SignedIn, TurnedAway, Who
from billing.staff.pages import page, speaker
from billing.staff.talks import Talk, taken_rows, talk, waiting_rows

LIST = "/staff/handoff"
#: Answers that are there to be chosen, by `staff_canned_…`; customers read `words_canned_…`.
CANNED = ("hello", "moment", "checking", "details", "recorded", "anything", "back", "goodbye")
ENDINGS = ("handed_back", "ended")


def handed_over(connection: HTTPConnection) -> None:
    """Raises HTTPException where no assistant hands anything over."""
    if not connection.app.state.settings.handoff_secret:
        raise HTTPException(404)


router = APIRouter(prefix=LIST, include_in_schema=False, dependencies=[Depends(handed_over)])

Id = Annotated[str, Path(alias="id")]


@router.get("")
def waiting_list(request: Request, who: Who, done: str = "") -> Response:
    """Who waits, the longest first; who is with an officer; and whether one is there oneself."""
    with _database(request).read() as session:
        shown = listed_for(request, session, who)
    return page(request, who, "handoffs.html", **shown, done=done if done in ENDINGS else "")


@router.post("/presence")
def say_where(request: Request, came: Acting) -> Response:
    """Be there for customers, or away."""
    (who, form), now = came, clock.now()
    if form.get("there") == "yes":
        presence.arrive(_database(request), who.member.user_name, now)
    else:
        with _database(request).write() as session:
            presence.leave(session, who.member.user_name, now)
    return _moved(LIST)


@router.get("/{id}")
def show(request: Request, who: Who, id_: Id) -> Response:
    """A conversation."""
    return _talk_page(request, who, id_)


@router.post("/{id}/take")
def take(request: Request, came: Acting, id_: Id) -> Response:
    """Take it; whoever was faster is named."""
    return _act(request, came, id_, _take, f"{LIST}/{id_}")


@router.post("/{id}/say")
def write(request: Request, came: Acting, id_: Id) -> Response:
    """Write to the customer."""
    return _act(request, came, id_, _say, f"{LIST}/{id_}")


@router.post("/{id}/canned")
def insert(request: Request, came: Acting, id_: Id) -> Response:
    """Put an answer that is there into what is being written; nothing is sent."""
    who, form = came
    found = _found(request, who, id_)
    words, chosen = _words(form), form.get("canned", "")
    if chosen in CANNED:
        words = f"{words}\n{canned(request, who, found)[chosen]}".strip()
    return _talk_page(request, who, id_, words=words)


@router.post("/{id}/hand-back")
def hand_back(request: Request, came: Acting, id_: Id) -> Response:
    """Let the assistant go on."""
    return _act(request, came, id_, _hand_back, f"{LIST}?done=handed_back")


@router.post("/{id}/end")
def end(request: Request, came: Acting, id_: Id) -> Response:
    """Everything is settled."""
    return _act(request, came, id_, _end, f"{LIST}?done=ended")


def listed_for(connection: HTTPConnection, session: Session, who: SignedIn) -> dict[str, Any]:
    """What the waiting list shows an officer."""
    language, now = who.member.language, clock.now()
    say = speaker(connection, language)
    return {
        "waiting": waiting_rows(session, language, say, now),
        "taken": taken_rows(session, language, say, now),
        "present": presence.how_many(session, now),
        "there": presence.is_there(session, who.member.user_name, now),
    }


def canned(connection: HTTPConnection, who: SignedIn, found: Talk) -> dict[str, str]:
    """The answers that are there, in the customer's language."""
    say = speaker(connection, customers_language(found, who))
    return {name: say(f"words_canned_{name}", name=who.member.name) for name in CANNED}


def customers_language(found: Talk, who: SignedIn) -> str:
    """The customer's, or the officer's where the pages do not speak the customer's."""
    return best_of([found.row.handoff.language]) or who.member.language


def _take(desk: HandoffDesk, id_: str, who: SignedIn, form: Form) -> None:
    desk.take(id_, who.speaker, form.get("seen", ""), clock.now())


def _say(desk: HandoffDesk, id_: str, who: SignedIn, form: Form) -> None:
    desk.say(id_, who.speaker, form.get("message", ""), _words(form), clock.now())


def _hand_back(desk: HandoffDesk, id_: str, who: SignedIn, _form: Form) -> None:
    desk.hand_back(id_, who.speaker, clock.now())


def _end(desk: HandoffDesk, id_: str, who: SignedIn, _form: Form) -> None:
    desk.end(id_, who.speaker, clock.now())


def _act(
    request: Request,
    came: tuple[SignedIn, Form],
    id_: str,
    carry_out: Callable[[HandoffDesk, str, SignedIn, Form], None],
    then: str,
) -> Response:
    """Do it, unless somebody was faster or it makes no sense: then what was typed stays."""
    who, form = came
    words = _words(form)
    _found(request, who, id_)
    try:
        with _database(request).write() as session:
            carry_out(HandoffDesk(session, credit_rules()), id_, who, form)
    except DecidedError:
        return _talk_page(request, who, id_, 409, words=words, problem="staff_talk_over_already")
    except ConflictError:
        return _talk_page(request, who, id_, 409, words=words, problem="staff_talk_not_yours")
    except InvalidError:
        return _talk_page(request, who, id_, 422, words=words, problem="staff_words_missing")
    return _moved(then)


def _found(request: Request, who: SignedIn, id_: str) -> Talk:
    say = speaker(request, who.member.language)
    with _database(request).read() as session:
        found = talk(session, id_, who.member, say, clock.now())
    if found is None:
        raise TurnedAway(404, "staff_no_talk", who.member.language)
    return found


def _talk_page(
    request: Request,
    who: SignedIn,
    id_: str,
    status: int = 200,
    words: str = "",
    problem: str | None = None,
) -> Response:
    found = _found(request, who, id_)
    language = customers_language(found, who)
    return page(
        request,
        who,
        "handoff.html",
        status,
        found=found,
        words=words,
        problem=problem,
        message=uuid4().hex,
        canned=canned(request, who, found),
        longest=LONGEST_WORDS,
        words_language=language,
        language_name=own_name(language),
    )


def _words(form: Form) -> str:
    return form.get("words", "").replace("\r\n", "\n").strip()


def _moved(path: str) -> Response:
    return RedirectResponse(path, 303, {"Cache-Control": "no-store"})


def _database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database
