"""Filing: once, whatever happens between the confirmation and the answer."""

import pytest

from selfcare.errors import NotEligible, NotFound, Rejected, TimedOut, Unavailable
from selfcare.filing import SAME_CONFIRMATION
from tests.unit.selfcare.fakes import CHAT, OCTOBER, OTHER_CHAT, TOKEN, World


@pytest.fixture
def confirmed(world: World) -> World:
    """A draft about one call, confirmed and not sent."""
    world.services.drafts.change(
        CHAT, calls=(OCTOBER[2],), reason="unrecognised_call", words="No he sido yo", confirmed=True
    )
    return world


def test_submitting_files_what_the_draft_says(confirmed: World):
    filed = confirmed.services.filing.submit(CHAT, TOKEN)
    (dispute,) = confirmed.billing.filed.values()

    assert not filed.before
    assert (dispute.reason, dispute.words) == ("unrecognised_call", "No he sido yo")
    assert dispute.calls == (OCTOBER[2],)
    assert dispute.channel == "web"


def test_submitting_twice_files_once_and_gives_the_same_number(confirmed: World):
    first = confirmed.services.filing.submit(CHAT, TOKEN)
    confirmed.restart()
    second = confirmed.services.filing.submit(CHAT, TOKEN)

    assert second.before
    assert second.report == first.report
    assert confirmed.billing.requests.count("file_dispute") == 1


def test_a_dispute_whose_answer_was_lost_is_not_filed_again(confirmed: World):
    confirmed.billing.loses_answer = TimedOut("no answer")
    with pytest.raises(TimedOut):
        confirmed.services.filing.submit(CHAT, TOKEN)
    assert confirmed.services.filing.awaits_confirmation_again(CHAT)
    again = confirmed.services.filing.submit(CHAT, TOKEN)

    assert again.report.number == "DSP-TEST-0001"
    assert len(confirmed.billing.filed) == 1


@pytest.mark.parametrize("error", [NotEligible("too old"), Rejected("no"), Unavailable("down")])
def test_a_failed_filing_leaves_the_confirmed_draft_as_it_was(confirmed: World, error: Exception):
    before = confirmed.services.drafts.of(CHAT)
    confirmed.billing.fails["file_dispute"] = error  # type: ignore[assignment]
    with pytest.raises(type(error)):
        confirmed.services.filing.submit(CHAT, TOKEN)

    assert confirmed.services.drafts.of(CHAT) == before


def test_what_was_not_confirmed_is_not_filed(world: World):
    world.services.drafts.change(CHAT, calls=(OCTOBER[2],), reason="fraud")
    with pytest.raises(NotFound):
        world.services.filing.submit(CHAT, TOKEN)
    with pytest.raises(NotFound):
        world.services.filing.submit(OTHER_CHAT, TOKEN)

    assert world.billing.filed == {}


def test_a_second_yes_within_a_minute_means_the_dispute_that_was_just_sent(confirmed: World):
    filing = confirmed.services.filing
    filing.submit(CHAT, TOKEN)
    confirmed.clock.move(seconds=SAME_CONFIRMATION)
    assert filing.awaits_confirmation_again(CHAT)

    confirmed.clock.move(seconds=1)
    assert not filing.awaits_confirmation_again(CHAT)


def test_a_yes_without_a_confirmed_draft_means_something_else(world: World):
    assert not world.services.filing.awaits_confirmation_again(CHAT)
    world.services.drafts.change(CHAT, reason="fraud")
    assert not world.services.filing.awaits_confirmation_again(CHAT)
