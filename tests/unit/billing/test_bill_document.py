"""A bill's document: many pages, carried totals, and lines that break where they may."""

import io
import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from itertools import pairwise

import pytest
from pypdf import PdfReader

from billing.documents.contents import Printer
from billing.documents.drawing import shortened, wrapped
from billing.documents.statement import BilledCall, BilledLine, Statement
from billing.documents.words import Words, duration, telephone
from billing.models import Account, Bill, Credit, Customer, Payment
from billing.settings import Settings
from billing.site.operator import read_operator
from billing.site.texts import Texts

START = datetime(2026, 10, 1, tzinfo=timezone.utc)
CARRIED = {
    "es": ("Suma y sigue", "Suma anterior"),
    "fr": ("À reporter", "Report"),
    "pl": ("Do przeniesienia", "Z przeniesienia"),
    "en": ("Carried forward", "Brought forward"),
}


def statement(language: str, calls: int, name: str = "Zoë Żółć", country: str = "ES") -> Statement:
    """A bill of one line; the calls cost one cent, two cents, and so on."""
    made = [
        BilledCall(
            line_id="P-1",
            started_at=START + timedelta(minutes=place),
            called_number=f"+34910{place:06}",
            call_type="international",
            destination_country="ST",
            duration=61,
            amount=place,
        )
        for place in range(1, calls + 1)
    ]
    usage = sum(call.amount for call in made)
    bill = Bill(
        id="BILL-1",
        account_id="BA-1",
        number="N-1",
        period_start=START,
        period_end=START + timedelta(days=31),
        bill_date=START + timedelta(days=31),
        due_date=START + timedelta(days=59),
        next_bill_date=START + timedelta(days=62),
        fixed_charges=1000,
        usage_charges=usage,
    )
    account = Account(
        id="BA-1",
        customer_id="C-1",
        name=name,
        time_zone="Europe/Madrid",
        currency="EUR",
        country=country,
        tax_rate=550,
        cycle_day=1,
        opened_at=START,
    )
    credit = Credit(id="CR-1", account_id="BA-1", bill_id="BILL-1", amount=5, created_at=START)
    payment = Payment(id="PAY-1", bill_id="BILL-1", amount=7, paid_at=START, means="cash")
    return Statement(
        bill=bill,
        account=account,
        customer=Customer(id="C-1", name=name, language=language),
        lines=[BilledLine("+34910123471", "Casa", 1000, made)],
        credits=[credit],
        payments=[payment],
        remaining=1000 + usage - 12,
    )


def pages(of: Statement) -> list[list[str]]:
    pdf = Printer(Settings(), read_operator()).bill(of)
    read = (page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return [page.replace("\u00a0", " ").splitlines() for page in read]


def amount(page: list[str], name: str) -> int:
    return int(re.sub(r"\D", "", page[page.index(name) + 1]))


@pytest.mark.parametrize("language", CARRIED)
def test_what_a_page_carries_over_is_what_the_next_begins_with(language: str):
    carried, brought = CARRIED[language]
    written = pages(statement(language, 400))

    assert len(written) > 5
    for page, following in pairwise(written):
        last = max(int(call[-6:]) for call in re.findall(r"\+349100\d{5}", _close(page)))
        assert amount(page, carried) == last * (last + 1) // 2 == amount(following, brought)
    assert carried not in written[-1]
    assert brought not in written[0]


@pytest.mark.parametrize("calls", [0, *range(1, 60, 4)])
def test_however_many_calls_there_are_each_is_written_once(calls: int):
    written = _close([line for page in pages(statement("en", calls)) for line in page])

    found = [number for number in re.findall(r"\+34(\d{9})", written) if number.startswith("9100")]
    assert len(found) == len(set(found)) == calls


def _close(page: list[str]) -> str:
    return re.sub(r"[ \u00a0\u202f]", "", "\n".join(page))


def test_a_fee_that_has_changed_since_is_not_told_line_by_line():
    changed = statement("en", 1)
    changed.bill.fixed_charges = 900

    (page,) = pages(changed)

    assert amount(page, "Monthly charge") == 900
    assert not any("Casa" in line for line in page)


def test_calls_that_do_not_come_to_what_was_billed_are_not_told_line_by_line():
    changed = statement("en", 3)
    changed.bill.usage_charges = 77

    (page,) = pages(changed)

    assert amount(page, "Calls") == 77
    assert not any("calls ·" in line for line in page)


def test_credit_notes_that_no_page_takes_go_on_over_several():
    disputed = statement("en", 3)
    note = {"account_id": "BA-1", "bill_id": "BILL-1", "created_at": START, "amount": 1}
    many = replace(disputed, credits=[Credit(id=f"CR-{place:03}", **note) for place in range(150)])

    written = [line for page in pages(many) for line in page]

    assert len(pages(many)) == 4
    assert sum("Credit note CR-" in line for line in written) == 150


def test_a_very_long_name_takes_several_lines():
    (page,) = pages(statement("en", 1, name="Maria " * 60))

    assert sum("Maria Maria" in line for line in page) > 1


def test_a_customer_whose_language_we_do_not_have_gets_the_operator_s():
    (page,) = pages(statement("de", 1))

    assert any(line.startswith("Factura") for line in page)


@pytest.mark.parametrize(
    ("language", "country", "expected"),
    [
        ("es", "ES", ("1.234,50\u00a0€", "5,5\u00a0%", "1\u00a0de\u00a0octubre\u00a0de\u00a02026")),
        ("fr", "FR", ("1\u202f234,50\u00a0€", "5,5\u00a0%", "1er\u00a0octobre\u00a02026")),
        ("pl", "PL", ("1\u00a0234,50\u00a0€", "5,5%", "1\u00a0października\u00a02026")),
        ("en", "GB", ("€1,234.50", "5.5%", "1\u00a0October\u00a02026")),
        ("en", "ES", ("1.234,50\u00a0€", "5,5%", "1\u00a0October\u00a02026")),
    ],
)
def test_money_rates_and_days_are_written_in_the_customer_s_way(
    language: str, country: str, expected: tuple[str, str, str]
):
    words = Words(Texts("Telvia"), language, country, "EUR", "Europe/Madrid")

    assert (words.money(123450), words.rate(550), words.day(START)) == expected


def test_times_are_the_account_s():
    words = Words(Texts("Telvia"), "en", "GB", "GBP", "Europe/Madrid")

    assert words.moment(START) == "01/10/2026 02:00:00"
    assert words.last_day(START + timedelta(days=31) - timedelta(hours=1)) == (
        "31\u00a0October\u00a02026"
    )


@pytest.mark.parametrize(
    ("seconds", "written"), [(0, "0:00"), (59, "0:59"), (2008, "33:28"), (5712, "1:35:12")]
)
def test_a_duration_is_in_minutes_and_hours(seconds: int, written: str):
    assert duration(seconds) == written


def test_a_number_that_is_none_stays_as_it_is():
    assert telephone("+34910123471") == "+34\u00a0910\u00a012\u00a034\u00a071"
    assert telephone("unknown") == "unknown"


def test_a_line_breaks_at_plain_spaces_alone():
    assert wrapped("Une erreur\u202f? Oui", 40) == ["Une", "erreur\u202f?", "Oui"]
    assert wrapped("x" * 200, 50) == ["x" * 200]


def test_what_is_too_long_for_its_column_is_shortened():
    assert shortened("Local", 100) == "Local"
    assert re.fullmatch(r"International.*…", shortened("International · São Tomé", 70))
