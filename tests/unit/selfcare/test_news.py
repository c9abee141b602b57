"""News of reports: each event once, and in the conversation that knows the report."""

from dataclasses import replace
from datetime import timedelta

from tests.unit.selfcare.fakes import CHAT, NOW, OTHER_CHAT, World, a_report

REPORT = replace(a_report(), updated=NOW)
NUMBER = REPORT.number
LATER = NOW + timedelta(minutes=5)


def test_what_happens_after_a_report_was_seen_is_news(world: World):
    news = world.services.news
    news.follow(CHAT, REPORT)
    assert news.untold() == []

    assert news.take("e1", NUMBER, LATER)

    assert news.untold() == [(CHAT, NUMBER)]


def test_an_event_counts_once_whoever_brings_it(world: World):
    assert world.services.news.take("e1", NUMBER, LATER)
    world.restart()
    assert not world.services.news.take("e1", NUMBER, LATER)


def test_several_events_of_one_act_are_one_news(world: World):
    news = world.services.news
    news.follow(CHAT, REPORT)
    for event in ("e1", "e2", "e3"):
        news.take(event, NUMBER, LATER)
    assert news.untold() == [(CHAT, NUMBER)]

    news.follow(CHAT, replace(REPORT, updated=LATER))

    assert news.untold() == []
    news.take("e4", NUMBER, LATER)
    assert news.untold() == []


def test_what_its_customer_has_done_or_seen_is_no_news(world: World):
    news = world.services.news
    news.follow(CHAT, replace(REPORT, updated=LATER))
    news.take("e1", NUMBER, LATER)
    assert news.untold() == []


def test_a_report_that_nobody_here_knows_is_nobodys_news(world: World):
    world.services.news.take("e1", NUMBER, LATER)
    assert world.services.news.untold() == []


def test_news_goes_where_the_report_was_asked_about_last(world: World):
    news = world.services.news
    news.follow(CHAT, REPORT)
    news.follow(OTHER_CHAT, REPORT)
    news.take("e1", NUMBER, LATER)
    assert news.untold() == [(OTHER_CHAT, NUMBER)]
    assert news.is_untold(OTHER_CHAT, NUMBER)
    assert not news.is_untold(CHAT, NUMBER)


def test_a_report_that_was_read_before_its_change_does_not_hide_it(world: World):
    news = world.services.news
    news.follow(CHAT, replace(REPORT, updated=LATER))
    news.follow(CHAT, REPORT)
    news.take("e1", NUMBER, LATER)
    assert news.untold() == []
    news.take("e2", NUMBER, LATER + timedelta(seconds=1))
    assert news.untold() == [(CHAT, NUMBER)]


def test_news_is_told_by_saying_that_there_is_some(world: World):
    news = world.services.news
    news.follow(CHAT, REPORT)
    news.take("e1", NUMBER, LATER)

    news.told(CHAT, NUMBER)

    assert news.untold() == []
    news.take("e2", NUMBER, LATER + timedelta(seconds=1))
    assert news.untold() == [(CHAT, NUMBER)]


def test_news_survives_a_restart_and_is_forgotten_after_a_week(world: World):
    world.services.news.follow(CHAT, REPORT)
    world.services.news.take("e1", NUMBER, LATER)
    world.restart()
    assert world.services.news.untold() == [(CHAT, NUMBER)]

    world.clock.move(days=8)
    world.services.news.take("e2", "DSP-0000-0000", LATER)

    assert world.services.news.untold() == []


def test_where_the_backend_does_not_say_when_it_is_now(world: World):
    news = world.services.news
    news.follow(CHAT, a_report())
    news.take("e1", NUMBER, NOW - timedelta(seconds=1))
    assert news.untold() == []
    news.take("e2", NUMBER, NOW + timedelta(seconds=1))
    assert news.untold() == [(CHAT, NUMBER)]
