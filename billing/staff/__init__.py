"""The staff's desk: where persons answer what customers report."""

from fastapi import FastAPI

from billing.staff import customers, entry, evidence, handoff, lists, live, report, trail
from billing.staff.access import SignInNeeded, TurnedAway
from billing.staff.pages import ask_to_sign_in, turn_away


def add_desk(app: FastAPI) -> None:
    """Open the desk at `/staff`."""
    for room in (entry, lists, customers, evidence, trail, report, live, handoff):
        app.include_router(room.router)
    app.add_exception_handler(SignInNeeded, ask_to_sign_in)
    app.add_exception_handler(TurnedAway, turn_away)
