"""Codes for a report's status: sent once, good for ten minutes, tried five times."""

import hmac
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError

from selfcare.codes import StatusCodes, Tried
from selfcare.errors import Unavailable
from selfcare.store import StatusCodeRow, StatusMailRow
from tests.unit.selfcare.fakes import World, a_report

NUMBER = "MSG-068V-CD18"


@pytest.fixture
def codes(world: World) -> StatusCodes:
    filed = replace(a_report(NUMBER), contact="mailto:ana@example.com")
    world.unsigned_billing.its_reports = [filed]
    assert world.services.codes
    return world.services.codes


def sent(world: World, codes: StatusCodes, language: str = "es") -> str:
    assert codes.ask(NUMBER, language) is None
    codes.send_due()
    return world.mail.sent[-1][1]


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def test_a_code_has_six_digits_and_goes_to_the_contact_given(world: World, codes: StatusCodes):
    code = sent(world, codes, "pl")
    assert world.mail.sent == [("ana@example.com", code, NUMBER, "pl")]
    assert (len(code), code.isdecimal()) == (6, True)
    assert codes.check(NUMBER, code) is Tried.RIGHT


def test_it_is_kept_as_a_digest(world: World, codes: StatusCodes):
    code = sent(world, codes)
    with world.store.session() as session:
        row = session.get(StatusCodeRow, NUMBER)
        assert code not in row.digest


def test_what_was_to_be_stored_is_in_no_error(world: World):
    with world.store.session() as session, pytest.raises(OperationalError) as failure:
        session.execute(text("insert into nowhere values (:said)"), {"said": "my address"})
    assert "my address" not in str(failure.value)


def test_it_is_good_once(world: World, codes: StatusCodes):
    code = sent(world, codes)
    codes.check(NUMBER, code)
    assert codes.check(NUMBER, code) is Tried.OVER


def test_it_is_good_for_ten_minutes(world: World, codes: StatusCodes):
    code = sent(world, codes)
    world.clock.move(seconds=599)
    assert codes.check(NUMBER, other_than(code)) is Tried.WRONG
    world.clock.move(seconds=1)
    assert codes.check(NUMBER, code) is Tried.OVER


def test_asking_again_while_it_is_good_sends_nothing_more(world: World, codes: StatusCodes):
    sent(world, codes)
    codes.ask(NUMBER, "es")
    codes.send_due()
    assert len(world.mail.sent) == 1


def test_of_wrong_ones_at_once_each_is_counted(
    world: World, codes: StatusCodes, monkeypatch: pytest.MonkeyPatch
):
    def compared_slowly(one: str, other: str) -> bool:
        time.sleep(0.05)
        return one == other

    monkeypatch.setattr(hmac, "compare_digest", compared_slowly)
    code = sent(world, codes)
    with ThreadPoolExecutor(8) as guessers:
        tried = list(guessers.map(lambda _: codes.check(NUMBER, other_than(code)), range(24)))

    assert sorted(it.value for it in tried) == ["barred"] * 20 + ["wrong"] * 4
    assert codes.check(NUMBER, code) is Tried.BARRED


def test_after_five_wrong_ones_the_right_one_is_none_and_a_new_one_takes_an_hour(
    world: World, codes: StatusCodes
):
    code = sent(world, codes)
    tried = [codes.check(NUMBER, other_than(code)) for _ in range(5)]
    assert tried == [Tried.WRONG] * 4 + [Tried.BARRED]
    assert codes.check(NUMBER, code) is Tried.BARRED
    world.clock.move(seconds=3599)
    again = codes.ask(NUMBER, "es")
    assert again is not None
    assert (again - world.clock()).total_seconds() == pytest.approx(1)
    world.clock.move(seconds=2)
    assert codes.check(NUMBER, sent(world, codes)) is Tried.RIGHT


def test_a_new_code_does_not_forgive_the_wrong_tries(world: World, codes: StatusCodes):
    code = sent(world, codes)
    for _ in range(4):
        codes.check(NUMBER, other_than(code))
    world.clock.move(minutes=11)
    code = sent(world, codes)
    assert codes.check(NUMBER, other_than(code)) is Tried.BARRED


def test_an_address_gets_five_an_hour_whatever_they_are_for(world: World, codes: StatusCodes):
    numbers = [f"MSG-0000-000{digit}" for digit in range(8)]
    addresses = ["ana@example.com"] * 3 + ["Ana@Example.com"] * 4 + ["bo@example.com"]
    world.unsigned_billing.its_reports = [
        replace(a_report(number), contact=f"mailto:{address}")
        for number, address in zip(numbers, addresses, strict=True)
    ]
    for number in numbers:
        assert codes.ask(number, "es") is None
    codes.send_due()

    assert [number for _, _, number, _ in world.mail.sent] == [*numbers[:5], numbers[7]]
    assert codes.check(numbers[6], "123456") is Tried.WRONG
    with world.store.session() as session:
        assert "ana" not in " ".join(session.scalars(select(StatusMailRow.contact)))

    world.clock.move(minutes=61)
    assert codes.ask(numbers[6], "es") is None
    codes.send_due()
    to, code, number, _ = world.mail.sent[-1]
    assert (to, number) == ("Ana@Example.com", numbers[6])
    assert codes.check(number, code) is Tried.RIGHT
    with world.store.session() as session:
        assert len(session.scalars(select(StatusMailRow)).all()) == 1


@pytest.mark.parametrize("contact", [None, "tel:+34600123456"])
def test_without_an_address_of_mail_nothing_is_sent_and_no_code_is_right(
    world: World, codes: StatusCodes, contact: str | None
):
    world.unsigned_billing.its_reports = [replace(a_report(NUMBER), contact=contact)]
    assert codes.ask(NUMBER, "es") is None
    codes.send_due()
    assert world.mail.sent == []
    assert codes.check(NUMBER, "") is Tried.WRONG
    assert codes.check(NUMBER, "123456") is Tried.WRONG


def test_a_number_that_there_is_not_is_treated_like_any_other(world: World, codes: StatusCodes):
    world.unsigned_billing.its_reports = []
    assert codes.ask(NUMBER, "es") is None
    before = list(world.unsigned_billing.requests)
    assert codes.check(NUMBER, "123456") is Tried.WRONG
    assert world.unsigned_billing.requests == before
    codes.send_due()
    tried = [codes.check(NUMBER, "123456") for _ in range(4)]
    assert tried == [Tried.WRONG] * 3 + [Tried.BARRED]


@pytest.mark.parametrize("broken", ["mail", "billing"])
def test_what_cannot_be_sent_is_tried_again_after_a_while(
    world: World, codes: StatusCodes, broken: str
):
    if broken == "mail":
        world.mail.is_down = Unavailable("down")
    else:
        world.unsigned_billing.fails["report"] = Unavailable("down")
    codes.ask(NUMBER, "es")
    codes.send_due()
    world.mail.is_down = None
    world.unsigned_billing.fails.clear()
    codes.send_due()
    assert world.mail.sent == []
    world.clock.move(seconds=30)
    codes.send_due()
    assert codes.check(NUMBER, world.mail.sent[-1][1]) is Tried.RIGHT
