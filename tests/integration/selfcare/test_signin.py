"""The device grant before the real site."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from selfcare.billing_tmf import TmfBilling
from selfcare.errors import SignedOut, Unavailable
from selfcare.secrets_box import SecretsBox
from selfcare.signin import Conversation, Refused, SignIn, Token
from selfcare.signin_oauth import OAuthProvider
from selfcare.store import Store
from tests.customer_page import refuse, sign_in
from tests.stack import Stack
from tests.unit.selfcare.fakes import KEY, MovingClock

CHAT = Conversation("web", "5eb63bbbe01eeed0")


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock(datetime.now(timezone.utc))


@pytest.fixture
def signin(provider: OAuthProvider, tmp_path: Path, clock: MovingClock) -> SignIn:
    store = Store.at(f"sqlite:///{tmp_path / 'selfcare.db'}")
    return SignIn(provider, store, SecretsBox(KEY), clock)


def test_a_customer_signs_in_reads_the_account_and_signs_out(
    signin: SignIn, clock: MovingClock, billing: TmfBilling
):
    prompt = signin.begin(CHAT, "fr")
    assert prompt.code in prompt.link
    sign_in(prompt.link, "demo-fr")
    clock.move(seconds=5)
    signin.poll_due()
    token = signin.token_of(CHAT)

    assert signin.finished() == [CHAT]
    assert billing.account(token).holder == signin.name_of(CHAT)
    assert signin.forget(CHAT)
    with pytest.raises(SignedOut):
        billing.lines(token)


def test_nothing_comes_until_the_customer_answers(signin: SignIn, clock: MovingClock):
    signin.begin(CHAT, "es")
    clock.move(seconds=5)
    signin.poll_due()

    assert signin.finished() == []
    assert not signin.is_signed_in(CHAT)


def test_a_customer_who_refuses_on_the_page_is_not_signed_in(provider: OAuthProvider):
    code = provider.begin("pl")
    refuse(code.link)
    with pytest.raises(Refused):
        provider.poll(code.device_code)


def test_a_code_is_exchanged_once(provider: OAuthProvider):
    code = provider.begin("en")
    sign_in(code.link, "demo-en")
    assert provider.poll(code.device_code)
    with pytest.raises(Refused):
        provider.poll(code.device_code)


def test_a_code_that_nobody_was_given_is_refused(provider: OAuthProvider):
    with pytest.raises(Refused):
        provider.poll("made-up")


def test_a_client_that_the_operator_does_not_know_gets_no_code(site: Stack):
    with pytest.raises(Unavailable):
        OAuthProvider(site.site_url, "stranger", "selfcare").begin("es")


def test_a_token_says_how_long_it_is_good_for(signs_in: Callable[[str], Token]):
    token = signs_in("demo-es")
    assert token.name == "Ana Belén Castro Ruiz"
    assert timedelta(minutes=5) < timedelta(seconds=token.expires_in) <= timedelta(hours=1)
