"""Which reports a conversation knows, and with whose access they are asked for."""

import pytest

from selfcare.errors import NotFound, SignedOut, Unavailable
from selfcare.report import Report
from selfcare.written_report import WrittenReport
from tests.unit.selfcare.fakes import CHAT, OTHER_CHAT, World, a_report


def filed(world: World, key: str = "k") -> Report:
    written = WrittenReport(key, "web", "contact_form", "No tengo línea.", language="es")
    return world.services.reports.file_unsigned(CHAT, written)


def test_what_was_filed_here_is_known_here_alone(world: World):
    report = filed(world)
    reports = world.services.reports
    assert reports.of(CHAT) == [report]
    assert reports.one(CHAT, report.number) == report
    with pytest.raises(SignedOut):
        reports.of(OTHER_CHAT)
    with pytest.raises(SignedOut):
        reports.one(OTHER_CHAT, report.number)


def test_the_same_key_is_one_report(world: World):
    assert filed(world) == filed(world)
    assert len(world.services.reports.of(CHAT)) == 1


def test_who_signs_in_sees_both_kinds(world: World):
    report = filed(world)
    world.billing.its_reports = [a_report()]
    world.sign_in()
    assert {it.number for it in world.services.reports.of(CHAT)} == {
        report.number,
        a_report().number,
    }


def test_it_is_no_account_s(world: World):
    report = filed(world)
    world.sign_in(OTHER_CHAT)
    with pytest.raises(NotFound):
        world.services.reports.one(OTHER_CHAT, report.number)


def test_a_token_that_is_refused_is_replaced_once(world: World):
    report = filed(world)
    world.unsigned_billing.tokens.clear()
    with pytest.raises(Unavailable):
        world.services.reports.one(CHAT, report.number)
    assert world.credentials.forgotten == 1


def test_what_billing_has_no_more_is_not_listed(world: World):
    filed(world)
    world.unsigned_billing.its_reports = []
    with pytest.raises(SignedOut):
        world.services.reports.of(CHAT)


def test_words_are_added_without_a_sign_in(world: World):
    report = filed(world)
    world.services.reports.add(CHAT, report.number, "Desde ayer.")
    assert world.unsigned_billing.added == [(report.number, "Desde ayer.")]
    assert world.billing.requests == []


def test_two_conversations_are_told_apart_without_their_names(world: World):
    filed(world)
    world.services.reports.file_unsigned(OTHER_CHAT, WrittenReport("o", "web", "contact_form", "x"))
    writers = {written.writer for written in world.unsigned_billing.written.values()}
    assert len(writers) == 2
    assert not any(CHAT.sender in str(writer) for writer in writers)
