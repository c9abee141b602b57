"""Signing in by the device grant: codes, polls, idling, signing out, and what is stored."""

from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from selfcare.errors import SignedOut, Unavailable
from selfcare.signin import IDLE, LEAST_LEFT, SLOWER, Conversation, Refused, SlowDown, Token
from tests.unit.selfcare.fakes import CHAT, NAME, OTHER_CHAT, TOKEN, World


def stored_bytes(file: Path) -> bytes:
    """Everything that SQLite keeps on disk, its journal too."""
    return b"".join(part.read_bytes() for part in file.parent.glob(f"{file.name}*"))


def test_a_code_is_handed_out_again_while_more_than_a_minute_is_left(world: World):
    first = world.services.signin.begin(CHAT, "es")
    world.clock.move(seconds=world.provider.expires_in - LEAST_LEFT - 1)
    again = world.services.signin.begin(CHAT, "es")

    assert (again.code, again.link, again.is_repeated) == (first.code, first.link, True)
    assert not first.is_repeated
    assert world.provider.begun == ["es"]


def test_a_code_with_a_minute_left_is_replaced(world: World):
    first = world.services.signin.begin(CHAT, "es")
    world.clock.move(seconds=world.provider.expires_in - LEAST_LEFT)
    again = world.services.signin.begin(CHAT, "pl")

    assert again.code != first.code
    assert not again.is_repeated
    assert world.provider.begun == ["es", "pl"]


def test_each_conversation_has_a_code_of_its_own(world: World):
    signin = world.services.signin
    assert signin.begin(CHAT, "es").code != signin.begin(OTHER_CHAT, "es").code


def test_a_customer_is_signed_in_once_the_provider_has_a_token(world: World):
    signin = world.services.signin
    signin.begin(CHAT, "es")
    world.provider.answers = [None, Token(TOKEN, 3600, NAME)]

    world.clock.move(seconds=1)
    signin.poll_due()
    assert signin.finished() == []
    assert not signin.is_signed_in(CHAT)

    world.clock.move(seconds=1)
    signin.poll_due()
    assert signin.finished() == [CHAT]
    assert signin.token_of(CHAT) == TOKEN
    assert signin.name_of(CHAT) == NAME
    assert not signin.is_signed_in(OTHER_CHAT)


def test_a_finished_sign_in_is_neither_polled_again_nor_told_twice(world: World):
    world.sign_in()
    world.clock.move(seconds=10)
    world.services.signin.poll_due()

    assert world.provider.polled == ["device-1"]
    assert world.services.signin.finished() == []


def test_a_finished_sign_in_stays_to_be_told_until_it_was(world: World):
    signin = world.services.signin
    signin.begin(CHAT, "es")
    world.clock.move(seconds=1)
    world.provider.answers = [Token(TOKEN, 3600, NAME)]
    signin.poll_due()
    world.restart()

    assert world.services.signin.finished() == [CHAT]


def test_the_provider_is_asked_no_sooner_than_its_interval_says(world: World):
    world.provider.interval = 5
    world.services.signin.begin(CHAT, "es")
    world.clock.move(seconds=4.9)
    world.services.signin.poll_due()
    assert world.provider.polled == []

    world.clock.move(seconds=0.1)
    world.services.signin.poll_due()
    world.services.signin.poll_due()
    assert world.provider.polled == ["device-1"]


def test_slow_down_adds_five_seconds_to_the_interval_for_good(world: World):
    signin = world.services.signin
    signin.begin(CHAT, "es")
    world.provider.answers = [SlowDown()]
    world.clock.move(seconds=1)
    signin.poll_due()

    for polls in (2, 3):
        world.clock.move(seconds=world.provider.interval + SLOWER - 0.1)
        signin.poll_due()
        assert len(world.provider.polled) == polls - 1
        world.clock.move(seconds=0.1)
        signin.poll_due()
        assert len(world.provider.polled) == polls


def test_after_a_refusal_nothing_is_pending_and_the_next_code_is_a_new_one(world: World):
    signin = world.services.signin
    first = signin.begin(CHAT, "es")
    world.provider.answers = [Refused("access_denied")]
    world.clock.move(seconds=1)
    signin.poll_due()
    world.clock.move(seconds=10)
    signin.poll_due()

    assert world.provider.polled == ["device-1"]
    assert signin.begin(CHAT, "es").code != first.code


def test_an_expired_code_is_dropped_without_asking(world: World):
    world.services.signin.begin(CHAT, "es")
    world.clock.move(seconds=world.provider.expires_in + 1)
    world.services.signin.poll_due()
    world.clock.move(seconds=10)
    world.services.signin.poll_due()

    assert world.provider.polled == []


def test_a_provider_that_is_down_is_asked_again_later(world: World):
    signin = world.services.signin
    signin.begin(CHAT, "es")
    world.provider.is_down = Unavailable("down")
    world.clock.move(seconds=1)
    signin.poll_due()

    world.provider.is_down = None
    world.provider.answers = [Token(TOKEN, 3600, NAME)]
    world.clock.move(seconds=1)
    signin.poll_due()
    assert signin.is_signed_in(CHAT)


def test_one_refused_sign_in_does_not_keep_another_from_being_polled(world: World):
    signin = world.services.signin
    signin.begin(CHAT, "es")
    signin.begin(OTHER_CHAT, "es")
    world.provider.answers = [Refused("access_denied"), Token(TOKEN, 3600, NAME)]
    world.clock.move(seconds=1)
    signin.poll_due()

    assert [signin.is_signed_in(it) for it in (CHAT, OTHER_CHAT)].count(True) == 1


def test_fifteen_idle_minutes_sign_a_customer_out(world: World):
    world.sign_in()
    world.clock.move(seconds=IDLE)

    assert not world.services.signin.is_signed_in(CHAT)
    with pytest.raises(SignedOut):
        world.services.signin.token_of(CHAT)


def test_using_the_token_keeps_a_customer_awake(world: World):
    world.sign_in()
    for _ in range(3):
        world.clock.move(seconds=IDLE - 1)
        assert world.services.signin.token_of(CHAT) == TOKEN


def test_looking_whether_somebody_is_signed_in_keeps_nobody_awake(world: World):
    world.sign_in()
    world.clock.move(seconds=IDLE - 1)
    assert world.services.signin.is_signed_in(CHAT)
    world.clock.move(seconds=1)
    assert not world.services.signin.is_signed_in(CHAT)


def test_a_token_is_not_used_beyond_its_own_time(world: World):
    world.sign_in()
    for _ in range(4):
        world.clock.move(seconds=IDLE - 1)
        if world.services.signin.is_signed_in(CHAT):
            world.services.signin.token_of(CHAT)
    world.clock.move(seconds=4)

    with pytest.raises(SignedOut):
        world.services.signin.token_of(CHAT)


def test_signing_out_revokes_the_token(world: World):
    world.sign_in()

    assert world.services.signin.forget(CHAT)
    assert world.provider.revoked == [TOKEN]
    assert not world.services.signin.is_signed_in(CHAT)


def test_signing_out_works_while_the_provider_is_down(world: World):
    world.sign_in()
    world.provider.is_down = Unavailable("down")

    assert world.services.signin.forget(CHAT)
    assert not world.services.signin.is_signed_in(CHAT)


def test_who_is_not_signed_in_cannot_sign_out(world: World):
    assert not world.services.signin.forget(CHAT)
    assert world.provider.revoked == []


def test_signing_out_ends_a_sign_in_that_is_under_way(world: World):
    world.services.signin.begin(CHAT, "es")
    world.services.signin.forget(CHAT)
    world.provider.answers = [Token(TOKEN, 3600, NAME)]
    world.clock.move(seconds=1)
    world.services.signin.poll_due()

    assert not world.services.signin.is_signed_in(CHAT)


@pytest.mark.parametrize("goes_on", [False, True], ids=["and goes", "and signs in anew"])
def test_who_signs_out_while_the_provider_is_asked_stays_signed_out(
    world: World, monkeypatch: pytest.MonkeyPatch, goes_on: bool
):
    signin = world.services.signin
    signin.begin(CHAT, "es")

    def poll_meanwhile(_: str) -> Token:
        signin.sign_out(CHAT)
        if goes_on:
            signin.begin(CHAT, "es")
        return Token(TOKEN, 3600, NAME)

    monkeypatch.setattr(world.provider, "poll", poll_meanwhile)
    world.clock.move(seconds=1)
    signin.poll_due()

    assert not signin.is_signed_in(CHAT)
    assert signin.finished() == []
    assert world.provider.revoked == [TOKEN]


def test_neither_token_nor_device_code_is_readable_in_the_database(world: World):
    world.sign_in()
    world.services.signin.begin(OTHER_CHAT, "es")
    content = stored_bytes(world.file)

    assert CHAT.key.encode() in content
    assert TOKEN.encode() not in content
    assert b"device-1" not in content
    assert b"device-2" not in content


def test_a_changed_key_signs_everybody_out(world: World):
    world.sign_in()
    world.restart(key=Fernet.generate_key())

    assert not world.services.signin.is_signed_in(CHAT)
    with pytest.raises(SignedOut):
        world.services.signin.token_of(CHAT)
    assert not world.services.signin.forget(CHAT)


def test_a_changed_key_ends_pending_sign_ins_and_a_new_one_can_begin(world: World):
    first = world.services.signin.begin(CHAT, "es")
    world.restart(key=Fernet.generate_key())
    world.clock.move(seconds=1)
    world.services.signin.poll_due()

    assert world.provider.polled == []
    assert world.services.signin.begin(CHAT, "es").code != first.code


def test_a_restart_keeps_pending_sign_ins_and_who_is_signed_in(world: World):
    world.sign_in()
    pending = world.services.signin.begin(OTHER_CHAT, "es")
    world.restart()
    signin = world.services.signin

    assert signin.token_of(CHAT) == TOKEN
    assert signin.begin(OTHER_CHAT, "es").code == pending.code
    world.provider.answers = [Token("another", 3600, "Camille")]
    world.clock.move(seconds=1)
    signin.poll_due()
    assert signin.token_of(OTHER_CHAT) == "another"


def test_a_conversation_is_named_back_from_its_key_whatever_the_sender_is():
    conversation = Conversation("rest", "a:b:c")
    assert Conversation.of(conversation.key) == conversation


def test_the_operators_page_signs_a_visitor_in_without_a_question(world: World):
    signin = world.services.signin
    assert signin.meets(CHAT, "monday")
    signin.accept(CHAT, "visitor-1")

    assert signin.token_of(CHAT) == TOKEN
    assert signin.name_of(CHAT) == NAME
    assert not signin.meets(CHAT, "monday")
    assert TOKEN.encode() not in stored_bytes(world.file)
    assert b"visitor-1" not in stored_bytes(world.file)


def test_a_visitor_who_was_idle_is_welcome_again(world: World):
    signin = world.services.signin
    signin.accept(CHAT, "visitor-1")
    world.clock.move(seconds=IDLE)

    assert not signin.is_signed_in(CHAT)
    assert signin.meets(CHAT, "monday")


def test_who_signs_out_at_their_wish_is_not_signed_in_again_by_the_same_log_in(world: World):
    signin = world.services.signin
    assert signin.meets(CHAT, "monday")
    signin.accept(CHAT, "visitor-1")
    assert signin.sign_out(CHAT)

    assert world.provider.revoked == [TOKEN]
    assert not signin.meets(CHAT, "monday")
    assert signin.meets(CHAT, "tuesday")
    signin.accept(CHAT, "visitor-2")
    assert signin.is_signed_in(CHAT)


def test_signing_out_ends_a_later_log_in_too_that_found_the_customer_signed_in(world: World):
    signin = world.services.signin
    signin.meets(CHAT, "monday")
    signin.accept(CHAT, "visitor-1")
    assert not signin.meets(CHAT, "tuesday")
    signin.sign_out(CHAT)

    assert not signin.meets(CHAT, "tuesday")


def test_a_token_that_the_provider_no_longer_takes_is_no_wish_to_sign_out(world: World):
    signin = world.services.signin
    signin.accept(CHAT, "visitor-1")
    signin.forget(CHAT)

    assert signin.meets(CHAT, "monday")


def test_a_refused_visitor_is_not_signed_in(world: World):
    world.provider.refused = {"visitor-1"}

    with pytest.raises(Refused):
        world.services.signin.accept(CHAT, "visitor-1")
    assert not world.services.signin.is_signed_in(CHAT)


def test_a_sign_in_that_was_waited_for_goes_on_when_the_page_has_signed_in(world: World):
    signin = world.services.signin
    signin.begin(CHAT, "es")
    signin.accept(CHAT, "visitor-1")

    assert signin.finished() == [CHAT]
