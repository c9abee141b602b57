"""Mail with a code, over a real mail server."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from locales import DIRECTORY, LANGUAGES
from selfcare.errors import Unavailable
from selfcare.mail import SmtpMail
from selfcare.mail_words import MailWords
from tests.stack import free_ports

SENDER = "ayuda@telvia.example"


class Inbox:
    """Takes mail, or says that it does not; and knows one user."""

    def __init__(self) -> None:
        self.mails: list[Any] = []
        self.recipients: list[str] = []
        self.answer = "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.mails.append(
            message_from_bytes(bytes(envelope.original_content or b""), policy=policy.default)
        )
        self.recipients += envelope.rcpt_tos
        return self.answer

    def knows(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: Any
    ) -> AuthResult:
        known = isinstance(given, LoginPassword) and given.password == b"right"
        return AuthResult(success=known)


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def server(inbox: Inbox) -> Iterator[str]:
    """The address of a mail server without a password."""
    (port,) = free_ports(1)
    controller = Controller(inbox, hostname="127.0.0.1", port=port)
    controller.start()
    yield f"127.0.0.1:{port}"
    controller.stop()


def mail(url: str) -> SmtpMail:
    return SmtpMail(url, SENDER, MailWords(DIRECTORY, "Telvia").code)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_arrives_in_the_writers_language(inbox: Inbox, server: str, language: str) -> None:
    mail(f"smtp://{server}").send_code("ana@example.com", "042917", "MSG-7F3K-29QE", language)

    (received,) = inbox.mails
    body = received.get_content()
    assert inbox.recipients == ["ana@example.com"]
    assert (received["From"], received["To"]) == (SENDER, "ana@example.com")
    assert received["Content-Language"] == language
    assert "042917" in received["Subject"]
    assert "042917" in body
    assert "MSG-7F3K-29QE" in body
    assert "Telvia" in body


def test_a_server_that_does_not_take_it_is_unavailable(inbox: Inbox, server: str) -> None:
    inbox.answer = "451 try again later"
    with pytest.raises(Unavailable):
        mail(f"smtp://{server}").send_code("ana@example.com", "042917", "MSG-1", "es")


def test_no_server_is_unavailable() -> None:
    (port,) = free_ports(1)
    with pytest.raises(Unavailable):
        mail(f"smtp://127.0.0.1:{port}").send_code("ana@example.com", "042917", "MSG-1", "es")


def test_a_password_is_not_sent_in_the_clear(inbox: Inbox) -> None:
    (port,) = free_ports(1)
    controller = Controller(
        inbox, hostname="127.0.0.1", port=port, authenticator=inbox.knows, auth_require_tls=False
    )
    controller.start()
    try:
        with pytest.raises(Unavailable):
            mail(f"smtp://me:right@127.0.0.1:{port}").send_code("a@example.com", "1", "MSG-1", "es")
    finally:
        controller.stop()
    assert inbox.mails == []


@pytest.mark.parametrize("url", ["mail.example", "http://mail.example", "smtp://"])
def test_an_address_that_is_none_is_refused_at_the_start(url: str) -> None:
    with pytest.raises(ValueError, match="SMTP_URL"):
        mail(url)
