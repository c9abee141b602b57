"""Whole conversations at half past ten at night, when nobody is there."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message

from assistant.texts import texts
from locales import LANGUAGES
from tests.conversations.play import Player
from tests.conversations.scenarios import OFFLINE, scenarios
from tests.stack import Stack, free_ports, running_stack

#: Wednesday, in Madrid at UTC+1.
NIGHT = "2026-11-18T21:30:00Z"
PLAYED = [
    pytest.param(language, steps, id=f"{language}-{name}")
    for language in LANGUAGES
    for name, steps in scenarios(language).items()
    if name.startswith(OFFLINE)
]


@pytest.fixture(scope="module")
def night() -> Iterator[Stack]:
    """The real parts, with the clock at night."""
    with running_stack(now=NIGHT) as stack:
        yield stack


@pytest.mark.parametrize(("language", "steps"), PLAYED)
def test_conversation_at_night(night: Stack, language: str, steps: list[dict[str, Any]]) -> None:
    """The customer hears what the scenario says, and billing has what was left."""
    night.restore_billing()
    Player(night, language).play(steps)


class Inbox(Message):
    """Keeps the mails that come."""

    def __init__(self) -> None:
        super().__init__()
        self.mails: list[Any] = []

    def wait_for_more_than(self, count: int) -> None:
        """Wait until another mail has come."""
        deadline = time.monotonic() + 30
        while len(self.mails) <= count:
            assert time.monotonic() < deadline, "the mail has not come"
            time.sleep(0.05)

    def handle_message(self, message: Any) -> None:
        self.mails.append(message)


@contextmanager
def mail_server(stack: Stack) -> Iterator[Inbox]:
    """A mail server, which the actions know."""
    inbox, (port,) = Inbox(), free_ports(1)
    controller = Controller(inbox, hostname="127.0.0.1", port=port)
    controller.start()
    stack.variables["SMTP_URL"] = f"smtp://127.0.0.1:{port}"
    stack.restart("actions")
    yield inbox
    controller.stop()
    del stack.variables["SMTP_URL"]
    stack.restart("actions")


@pytest.mark.parametrize("language", LANGUAGES)
def test_elsewhere_the_number_and_a_code_show_the_status(night: Stack, language: str) -> None:
    with mail_server(night) as inbox:
        night.restore_billing()
        number = _left(night, language)
        _asked_elsewhere(night, language, number, inbox)


def _left(stack: Stack, language: str) -> str:
    """A message that is to be answered by e-mail; its number."""
    (steps,) = (s for name, s in scenarios(language).items() if name == f"{OFFLINE}by_mail")
    customer = Player(stack, language)
    customer.play(steps)
    return customer.numbers()[-1]


def _asked_elsewhere(stack: Stack, language: str, number: str, inbox: Inbox) -> None:
    say = texts()
    before = len(inbox.mails)
    stranger = Player(stack, language)
    try:
        stranger.do_press(f'/check_report_status{{"report_number":"{number}"}}')
        stranger.do_bot(["*", "*"])
        assert say.render(language, "button_send_code") in stranger.chat.messages[-2].titles
        payload = f'/check_report_status{{"report_number":"{number}","answer":"code"}}'
        stranger.do_press(payload)
        stranger.do_bot([say.render(language, "utter_code_sent", {"report": number}), "*"])
        inbox.wait_for_more_than(before)
        code = re.search(r"\d{6}", str(inbox.mails[-1]["Subject"]))
        assert code
        stranger.do_say(code[0])
        status = say.render(language, "status_acknowledged")
        told = {"report": number, "status": status}
        stranger.do_bot([say.render(language, "utter_status_alone", told)])
    finally:
        stranger.chat.close()
