"""Guessing user codes and passwords is slowed down, and the pause ends by itself."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from billing.signin import attempts
from tests.integration.billing.visitor import LUCIA, TOMASZ, MovingClock, Site, Visitor, path_of

HERE = "127.0.0.1"


def guess(visitor: Visitor, user_name: str, times: int) -> list[int]:
    return [visitor.sign_in(user_name, f"guess {n}").status_code for n in range(times)]


def test_after_five_wrong_passwords_even_the_right_one_has_to_wait(site: Site):
    asked = site.ask("en")
    with Visitor(site) as visitor:
        visitor.open(asked)
        answers = guess(visitor, LUCIA, 5)
        page = visitor.sign_in(LUCIA)

    assert answers == [422] * 5
    assert page.status_code == 429
    assert 0 < int(page.headers["retry-after"]) <= 900
    assert "There have been too many tries." in page.text
    assert "please wait 15 minutes" in page.text
    assert site.poll(asked).json()["error"] == "authorization_pending"


def test_the_pause_ends_by_itself_although_somebody_goes_on_trying(site: Site, moving: MovingClock):
    with Visitor(site) as visitor:
        visitor.open(site.ask())
        guess(visitor, LUCIA, 5)
        moving.forward(minutes=10)
        assert guess(visitor, LUCIA, 3) == [429] * 3
        moving.forward(minutes=5)
        visitor.open(site.ask())
        assert path_of(visitor.sign_in(LUCIA)) == "/device/done"


def test_one_customers_pause_is_not_anothers(site: Site):
    with Visitor(site) as visitor:
        visitor.open(site.ask())
        guess(visitor, LUCIA, 6)
        assert path_of(visitor.sign_in(TOMASZ)) == "/device/done"


def test_the_pause_is_the_same_for_a_name_that_nobody_has(site: Site):
    with Visitor(site) as visitor:
        visitor.open(site.ask())
        assert guess(visitor, "nobody", 6) == [422] * 5 + [429]


def test_writing_the_name_in_another_way_does_not_give_more_tries(site: Site):
    with Visitor(site) as visitor:
        visitor.open(site.ask())
        names = ["lucia", "LUCIA", " Lucia", "lUcIa", "lucia "]
        for name in names:
            visitor.sign_in(name, "guess")
        assert visitor.sign_in(LUCIA).status_code == 429


def test_the_right_password_forgives_the_wrong_ones(site: Site):
    with Visitor(site) as visitor:
        visitor.open(site.ask())
        guess(visitor, LUCIA, 4)
        visitor.sign_in(LUCIA)
        visitor.open(site.ask())
        assert guess(visitor, LUCIA, 4) == [422] * 4


def test_one_address_cannot_try_many_names(site: Site):
    for _ in range(29):
        attempts.count(site.database, attempts.address(HERE))
    with Visitor(site) as visitor:
        visitor.open(site.ask())
        answers = [visitor.sign_in(f"customer {n}", "guess").status_code for n in range(2)]

    assert answers == [422, 429]


def test_tries_at_the_same_time_do_not_slip_past_the_limit(site: Site):
    asked = site.ask()

    def one(_: int) -> int:
        with Visitor(site) as visitor:
            visitor.open(asked)
            return visitor.sign_in(LUCIA, "guess").status_code

    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(one, range(12)))

    assert answers.count(422) <= 5
    assert set(answers) <= {422, 429}


def test_guessed_codes_are_counted_and_right_ones_are_not(site: Site, moving: MovingClock):
    asked = site.ask("en")
    for _ in range(29):
        attempts.count(site.database, attempts.code_entry(HERE))
    with Visitor(site) as visitor:
        right = [visitor.open(asked).status_code for _ in range(3)]
        guesses = [visitor.open({"user_code": "BBBB-BBBB"}).status_code for _ in range(2)]
        paused = visitor.open(asked, lang="en")
        moving.forward(minutes=15)
        later = visitor.open(site.ask())

    assert right == [200] * 3
    assert guesses == [404, 429]
    assert paused.status_code == 429
    assert "Too many codes were not right." in paused.text
    assert later.status_code == 200


def test_a_counted_try_can_be_taken_back(site: Site):
    subject = attempts.user("somebody")

    for _ in range(20):
        attempts.forgive(site.database, attempts.count(site.database, subject))
    for _ in range(5):
        attempts.count(site.database, subject)

    with pytest.raises(attempts.Paused) as pause:
        attempts.count(site.database, subject)
    assert timedelta(minutes=14) < pause.value.remaining <= timedelta(minutes=15)


def test_a_household_with_ipv6_counts_as_one_address():
    assert attempts.address("2001:db8:1:2::1") == attempts.address("2001:db8:1:2:ffff::9")
    assert attempts.address("2001:db8:1:2::1") != attempts.address("2001:db8:1:3::1")
    assert attempts.address("192.0.2.1") != attempts.address("192.0.2.2")
