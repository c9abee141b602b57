"""The real site, started once, and a customer who has signed in there."""

from collections.abc import Callable, Iterator

import pytest

from selfcare.billing_tmf import TmfBilling
from selfcare.operator_http import OperatorHttp
from selfcare.signin import Token
from selfcare.signin_oauth import OAuthProvider
from tests.customer_page import sign_in
from tests.stack import Stack, running_stack
from tests.unit.selfcare.operator_answers import HOME

SignsIn = Callable[[str], Token]


@pytest.fixture(scope="session")
def site() -> Iterator[Stack]:
    """The site alone, with demonstration data."""
    with running_stack(["site"], with_faults=False) as stack:
        yield stack


@pytest.fixture
def provider(site: Stack) -> OAuthProvider:
    """The operator's sign-in."""
    return OAuthProvider(site.site_url, "aclaro", "selfcare")


@pytest.fixture
def signs_in(provider: OAuthProvider) -> SignsIn:
    """Signs a customer in and returns the token."""

    def token_of(user_name: str) -> Token:
        code = provider.begin("es")
        sign_in(code.link, user_name)
        token = provider.poll(code.device_code)
        assert token
        return token

    return token_of


@pytest.fixture
def billing(site: Stack) -> TmfBilling:
    """The adapter to the site's billing."""
    return TmfBilling(OperatorHttp(site.site_url), HOME)
