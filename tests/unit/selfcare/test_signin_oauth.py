"""The device grant's adapter before a provider that says what a test tells it."""

from collections.abc import Iterator
from typing import Any

import pytest

from selfcare.errors import Unavailable
from selfcare.oauth_server import METADATA
from selfcare.signin import Refused, SlowDown, Token
from selfcare.signin_oauth import DEVICE_GRANT, USUAL_INTERVAL, OAuthProvider
from tests.unit.selfcare.operator_server import OperatorServer, Reply, serving

DEVICE = {
    "device_code": "device-1",
    "user_code": "WDJB-MJHT",
    "verification_uri": "https://telvia.example/device",
    "verification_uri_complete": "https://telvia.example/device?user_code=WDJB-MJHT",
    "expires_in": 900,
    "interval": 1,
}


@pytest.fixture
def operator() -> Iterator[OperatorServer]:
    with serving() as server:
        endpoints = {
            "device_authorization_endpoint": f"{server.url}/begin",
            "token_endpoint": f"{server.url}/token",
            "revocation_endpoint": f"{server.url}/revoke",
            "userinfo_endpoint": f"{server.url}/userinfo",
        }
        server.tell("GET", METADATA, Reply(endpoints))
        yield server


@pytest.fixture
def provider(operator: OperatorServer) -> OAuthProvider:
    return OAuthProvider(operator.url, "aclaro", "selfcare")


def test_a_grant_begins_in_the_customers_language(
    operator: OperatorServer, provider: OAuthProvider
):
    operator.tell("POST", "/begin", Reply(DEVICE))
    code = provider.begin("pl")

    assert (code.device_code, code.user_code) == ("device-1", "WDJB-MJHT")
    assert (code.expires_in, code.interval) == (900, 1)
    assert code.link == DEVICE["verification_uri_complete"]
    assert operator.asked[-1].form() == {
        "client_id": "aclaro",
        "scope": "selfcare",
        "ui_locales": "pl",
    }


def test_what_a_provider_may_leave_out_has_the_standards_values(
    operator: OperatorServer, provider: OAuthProvider
):
    optional = ("verification_uri_complete", "interval")
    operator.tell("POST", "/begin", Reply({k: v for k, v in DEVICE.items() if k not in optional}))
    code = provider.begin("es")

    assert (code.link, code.interval) == (DEVICE["verification_uri"], USUAL_INTERVAL)


def test_a_token_comes_with_its_owners_name(operator: OperatorServer, provider: OAuthProvider):
    operator.tell("POST", "/token", Reply({"access_token": "secret", "expires_in": 60}))
    operator.tell("GET", "/userinfo", Reply({"sub": "C-1", "name": "Ana"}))

    assert provider.poll("device-1") == Token("secret", 60, "Ana")
    assert operator.requests("POST", "/token")[0].form() == {
        "client_id": "aclaro",
        "grant_type": DEVICE_GRANT,
        "device_code": "device-1",
    }
    assert operator.asked[-1].headers["Authorization"] == "Bearer secret"


def test_a_customer_who_is_still_busy_has_no_token(
    operator: OperatorServer, provider: OAuthProvider
):
    operator.tell("POST", "/token", Reply({"error": "authorization_pending"}, 400))
    assert provider.poll("device-1") is None


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("slow_down", SlowDown),
        ("access_denied", Refused),
        ("expired_token", Refused),
        ("invalid_grant", Refused),
        ("invalid_client", Unavailable),
    ],
)
def test_every_error_of_the_token_endpoint_has_its_name(
    operator: OperatorServer, provider: OAuthProvider, said: str, error: type[Exception]
):
    operator.tell("POST", "/token", Reply({"error": said}, 400))
    with pytest.raises(error):
        provider.poll("device-1")


@pytest.mark.parametrize(
    "reply",
    [
        Reply({"error": "server_error"}, 500),
        Reply(b"<html>"),
        Reply(["a", "list"]),
        Reply({}),
        Reply({"error": "unauthorized_client"}, 400),
        Reply({"device_code": "device-1"}),
        Reply({**DEVICE, "expires_in": "soon"}),
        Reply(DEVICE, 302, {"Location": "/elsewhere"}),
    ],
    ids=lambda reply: str(reply.body)[:20],
)
def test_a_beginning_that_cannot_be_read_is_unavailable(
    operator: OperatorServer, provider: OAuthProvider, reply: Reply
):
    operator.tell("POST", "/begin", reply)
    with pytest.raises(Unavailable):
        provider.begin("es")


@pytest.mark.parametrize("about", [Reply({"error": "invalid_token"}, 401), Reply(b"", 503)])
def test_a_token_that_does_not_open_the_account_signs_nobody_in(
    operator: OperatorServer, provider: OAuthProvider, about: Reply
):
    operator.tell("POST", "/token", Reply({"access_token": "secret"}))
    operator.tell("GET", "/userinfo", about)
    with pytest.raises(Unavailable):
        provider.poll("device-1")


def test_revoking_sends_the_token(operator: OperatorServer, provider: OAuthProvider):
    operator.tell("POST", "/revoke", Reply(b""))
    provider.revoke("secret")
    assert operator.asked[-1].form() == {"client_id": "aclaro", "token": "secret"}


@pytest.mark.parametrize("metadata", [Reply({}, 200), Reply({}, 404), Reply(b"", 200)])
def test_a_provider_that_does_not_say_where_it_is_is_unavailable(
    operator: OperatorServer, provider: OAuthProvider, metadata: Reply
):
    operator.tell("GET", METADATA, metadata)
    with pytest.raises(Unavailable):
        provider.begin("es")


def test_metadata_that_was_wrong_once_is_read_again(
    operator: OperatorServer, provider: OAuthProvider
):
    right: Any = {"device_authorization_endpoint": f"{operator.url}/begin"}
    operator.tell("GET", METADATA, Reply({"error": "starting"}, 404), Reply(right))
    operator.tell("POST", "/begin", Reply(DEVICE))
    with pytest.raises(Unavailable):
        provider.begin("es")

    assert provider.begin("es").user_code == "WDJB-MJHT"


def test_nobody_there_is_unavailable():
    with serving() as server:
        url = server.url
    with pytest.raises(Unavailable):
        OAuthProvider(url, "aclaro", "selfcare").begin("es")
