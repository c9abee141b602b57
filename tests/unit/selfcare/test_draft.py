"""Drafts: what was said so far, kept through restarts, and never changed once it was filed."""

from dataclasses import replace
from datetime import date

from selfcare.draft import Draft
from tests.unit.selfcare.fakes import (
    CHAT,
    OCTOBER,
    OTHER_CHAT,
    World,
    a_report,
    euros,
)


def test_a_draft_reads_back_as_it_was_written(world: World):
    draft = Draft(
        calls=tuple(OCTOBER),
        bill_id="B-10",
        bill_number="F-2026-10",
        reason="payment_not_credited",
        words="Zażółć gęślą jaźń: «no he sido yo» 🙃",
        amount=euros(4550),
        day=date(2026, 11, 3),
        means="card",
        confirmed=True,
        report=replace(a_report(), credited=euros(121), note="Ok", note_day=date(2026, 11, 20)),
        filed_at=1_795_000_000,
    )
    world.services.drafts.save(CHAT, draft)
    world.restart()

    assert world.services.drafts.of(CHAT) == draft


def test_an_empty_draft_reads_back_too(world: World):
    draft = world.services.drafts.start(CHAT)
    assert world.services.drafts.of(CHAT) == draft


def test_a_conversation_without_a_draft_has_none(world: World):
    world.services.drafts.start(CHAT)
    assert world.services.drafts.of(OTHER_CHAT) is None


def test_the_idempotency_key_stays_while_answers_change(world: World):
    drafts = world.services.drafts
    key = drafts.start(CHAT).key
    drafts.change(CHAT, reason="fraud")
    drafts.change(CHAT, confirmed=True)

    assert drafts.change(CHAT, words="No he sido yo").key == key


def test_every_draft_has_a_key_of_its_own(world: World):
    drafts = world.services.drafts
    keys = {drafts.start(CHAT).key, drafts.start(CHAT).key, drafts.start(OTHER_CHAT).key}
    assert len(keys) == 3


def test_a_change_takes_the_confirmation_back(world: World):
    drafts = world.services.drafts
    drafts.change(CHAT, reason="fraud", confirmed=True)
    assert not drafts.change(CHAT, words="Otra cosa").confirmed


def test_an_answer_after_the_filing_begins_a_new_draft(world: World):
    drafts = world.services.drafts
    filed = drafts.change(CHAT, reason="fraud", words="No he sido yo", confirmed=True)
    drafts.save(CHAT, replace(filed, report=a_report()))
    later = drafts.change(CHAT, reason="roaming")

    assert later.key != filed.key
    assert later.words == ""
    assert later.report is None


def test_dropping_forgets_a_draft_but_not_a_filed_one(world: World):
    drafts = world.services.drafts
    drafts.start(CHAT)
    drafts.drop(CHAT)
    assert drafts.of(CHAT) is None
    drafts.drop(CHAT)

    drafts.save(CHAT, Draft(report=a_report(), confirmed=True))
    drafts.drop(CHAT)
    kept = drafts.of(CHAT)
    assert kept is not None
    assert kept.report == a_report()


def test_a_payment_is_submitted_only_when_all_of_it_is_known():
    draft = Draft(reason="payment_not_credited", amount=euros(4550), day=date(2026, 11, 3))

    assert draft.dispute("web").payment is None
    payment = replace(draft, means="cash").dispute("web").payment
    assert payment is not None
    assert (payment.amount, payment.day, payment.means) == (euros(4550), date(2026, 11, 3), "cash")
