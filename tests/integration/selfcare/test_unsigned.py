"""Reports without a sign-in, over HTTP: the assistant's own access to the real billing."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count

import pytest

from selfcare.account import Home
from selfcare.credentials import ClientCredentials
from selfcare.errors import NotFound, Rejected, Unavailable
from selfcare.oauth_server import OAuthServer
from selfcare.operator_http import OperatorHttp
from selfcare.report import Report, ReportAnswer
from selfcare.reports import Unsigned
from selfcare.unsigned_tmf import UnsignedTmfBilling
from selfcare.written_report import WrittenReport
from tests.stack import Stack

HOME = Home("EUR", "Europe/Madrid", "ES")
_keys = count(1)


def access(site: Stack, secret: str | None = None) -> Unsigned:
    known = site.variables["ASSISTANT_CLIENT_ID"]
    secret = secret or site.variables["ASSISTANT_CLIENT_SECRET"]
    credentials = ClientCredentials(OAuthServer(site.site_url), known, secret)
    return Unsigned(UnsignedTmfBilling(OperatorHttp(site.site_url), HOME), credentials)


@pytest.fixture
def unsigned(site: Stack) -> Unsigned:
    return access(site)


def filed(unsigned: Unsigned, written: WrittenReport) -> Report:
    return unsigned.ask(
        lambda billing, token: billing.file_written_report(token, billing.account(token), written)
    )


def a_message(**changes: object) -> WrittenReport:
    return WrittenReport(
        key=f"unsigned-http-{next(_keys)}",
        channel="telegram",
        topic="contact_form",
        words="No tengo línea.",
        **{"writer": "a-digest", "language": "es", **changes},  # type: ignore[arg-type]
    )


def test_it_is_filed_read_and_added_to(unsigned: Unsigned) -> None:
    written = a_message(contact="tel:+34600123456")
    report = filed(unsigned, written)

    assert report.number.startswith("MSG-")
    assert report.contact == "tel:+34600123456"
    assert filed(unsigned, written) == report
    read = unsigned.ask(lambda billing, token: billing.report(token, report.number))
    assert read == report
    unsigned.ask(lambda it, token: it.add_to_report(token, report.number, "Desde ayer."))
    withdrawn = unsigned.ask(
        lambda it, token: it.answer_report(token, report.number, ReportAnswer.WITHDRAW)
    )
    assert withdrawn.status == "cancelled"


def test_what_was_promised_is_the_deadline(site: Stack, unsigned: Unsigned) -> None:
    assert site.now
    began = datetime.fromisoformat(site.now.replace("Z", "+00:00"))
    promised = began + timedelta(hours=9)
    assert filed(unsigned, a_message(promised=promised)).answer_at == promised


def test_it_is_found_again_by_its_key(unsigned: Unsigned) -> None:
    written = a_message()
    report = filed(unsigned, written)
    assert unsigned.ask(lambda it, token: it.find_report(token, written.key)) == report


def test_a_number_that_there_is_not_is_not_found(unsigned: Unsigned) -> None:
    with pytest.raises(NotFound):
        unsigned.ask(lambda billing, token: billing.report(token, "MSG-7F3K-29QE"))


def test_a_contact_that_is_none_is_rejected(unsigned: Unsigned) -> None:
    with pytest.raises(Rejected):
        filed(unsigned, a_message(contact="mailto:nobody"))


def test_a_wrong_secret_is_nothing_that_a_customer_could_help(site: Stack) -> None:
    with pytest.raises(Unavailable):
        filed(access(site, "wrong"), a_message())
