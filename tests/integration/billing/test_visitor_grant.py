"""A visitor's token becomes an access token (RFC 7523), once, and nothing else does."""

import base64
import hmac
import json
import time
from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from billing import clock
from billing.app import create_app
from billing.models import Customer
from billing.settings import Settings
from billing.signin import log_ins
from billing.signin.codes import digest
from billing.signin.passwords import hash_password
from tests.integration.billing.databases import empty_database
from tests.integration.billing.server import running
from tests.integration.billing.visitor import Site, empty_site

JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"
ISSUER = "http://127.0.0.1:8080"
KEY = ECKey.generate_key("P-256")
OTHER_KEY = ECKey.generate_key("P-256")


@pytest.fixture(scope="module")
def signed_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site that signs with a key of the test's."""
    directory = tmp_path_factory.mktemp("visitors")
    pem = directory / "operator.pem"
    pem.write_bytes(KEY.as_pem(private=True))
    with empty_database(directory) as address:
        settings = Settings(aclaro_var=directory, database_url=address, visitor_signing_key=pem)
        app = create_app(settings)
        with running(app) as url:
            site = empty_site(app, url)
            LOG_INS.update({id_: log_in(site, id_) for id_ in ("C-1", "C-2")})
            yield site


#: The ids of the log-ins of the customers.
LOG_INS: dict[str, str] = {}


def log_in(site: Site, customer_id: str) -> str:
    """The id of a log-in that has begun."""
    with site.database.write() as session:
        customer = session.get_one(Customer, customer_id)
        return digest(log_ins.begin(session, customer, clock.true_time()))


def claims(**changes: Any) -> dict[str, Any]:
    """What a token says, and with None what it leaves out."""
    now = int(time.time())
    usual = {
        "iss": ISSUER,
        "aud": ["aclaro", f"{ISSUER}/oauth/token"],
        "sub": "C-1",
        "name": "Lucía Ferrer",
        "iat": now,
        "exp": now + 120,
        "jti": uuid4().hex,
        "sid": LOG_INS["C-1"],
    }
    return {name: value for name, value in {**usual, **changes}.items() if value is not None}


def signed(key: ECKey = KEY, **changes: Any) -> str:
    return jwt.encode({"alg": "ES256"}, claims(**changes), key)


def exchanged(site: Site, assertion: str, **more: str) -> httpx.Response:
    form = {"grant_type": JWT_BEARER, "client_id": "aclaro", "assertion": assertion, **more}
    return site.post("/oauth/token", **form)


def test_a_visitor_gets_a_customers_access_token(signed_site: Site):
    answer = exchanged(signed_site, signed(), scope="selfcare")

    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    token = answer.json()
    assert (token["token_type"], token["scope"]) == ("Bearer", "selfcare")
    assert token["expires_in"] == 3600
    about = signed_site.about(token["access_token"])
    assert about.json() == {"sub": "C-1", "name": "Lucía Ferrer", "locale": "es"}


def test_a_token_is_exchanged_once(signed_site: Site):
    assertion = signed()

    assert exchanged(signed_site, assertion).status_code == 200
    again = exchanged(signed_site, assertion)

    assert (again.status_code, again.json()["error"]) == (400, "invalid_grant")


def test_a_visitor_never_gets_the_operators_scopes(signed_site: Site):
    answer = exchanged(signed_site, signed(), scope="operator.read")

    assert answer.json().get("scope", "selfcare") == "selfcare"


def encoded(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def by_hand(algorithm: str) -> str:
    """A token as libraries will not write it, without its signature."""
    parts = ({"alg": algorithm}, claims())
    return ".".join(encoded(json.dumps(part).encode()) for part in parts)


def signed_with_the_public_key() -> str:
    """As libraries were once fooled: the public key taken for a shared secret."""
    said = by_hand("HS256")
    mac = hmac.digest(KEY.as_pem(private=False), said.encode(), "sha256")
    return f"{said}.{encoded(mac)}"


NOW = int(time.time())


@pytest.mark.parametrize(
    "forged",
    [
        pytest.param(lambda: signed(OTHER_KEY), id="another key"),
        pytest.param(lambda: f"{by_hand('none')}.", id="alg none"),
        pytest.param(signed_with_the_public_key, id="HS256 with the public key"),
        pytest.param(lambda: signed()[:-8] + "AAAAAAAA", id="another signature"),
        pytest.param(lambda: "not.a.token", id="no token"),
        pytest.param(lambda: signed(exp=NOW - 600, iat=NOW - 660), id="expired"),
        pytest.param(lambda: signed(iat=NOW + 3600, exp=NOW + 3700), id="early"),
        pytest.param(lambda: signed(exp=NOW + 100_000), id="valid for too long"),
        pytest.param(lambda: signed(aud="aclaro"), id="for the chat alone"),
        pytest.param(lambda: signed(iss="https://elsewhere.example"), id="another issuer"),
        pytest.param(lambda: signed(iss=7), id="an issuer that is no text"),
        pytest.param(lambda: signed(sub="C-9"), id="nobody"),
        *[
            pytest.param(lambda name=name: signed(KEY, **{name: None}), id=f"without {name}")
            for name in ("iss", "aud", "sub", "exp", "iat", "jti", "sid")
        ],
        pytest.param(lambda: signed(sid="nowhere"), id="no log-in"),
        pytest.param(lambda: signed(sid=LOG_INS["C-2"]), id="another customer's log-in"),
    ],
)
def test_what_the_site_did_not_sign_for_this_is_no_grant(
    signed_site: Site, forged: Callable[[], str]
):
    answer = exchanged(signed_site, forged())

    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant"), answer.text


def test_who_has_logged_out_gets_no_token_for_what_was_signed_before(signed_site: Site):
    with signed_site.database.write() as session:
        secret = log_ins.begin(session, session.get_one(Customer, "C-1"), clock.true_time())
    first, second = signed(sid=digest(secret)), signed(sid=digest(secret))
    assert exchanged(signed_site, first).status_code == 200

    with signed_site.database.write() as session:
        log_ins.end(session, secret)

    assert exchanged(signed_site, second).json()["error"] == "invalid_grant"
    assert exchanged(signed_site, signed()).status_code == 200


def test_a_new_password_takes_its_worth_from_what_was_signed_before(signed_site: Site):
    before = signed(sub="C-2", sid=LOG_INS["C-2"])
    with signed_site.database.write() as session:
        session.get_one(Customer, "C-2").password_hash = hash_password("another password")

    assert exchanged(signed_site, before).json()["error"] == "invalid_grant"
    after = signed(sub="C-2", sid=log_in(signed_site, "C-2"))
    assert exchanged(signed_site, after).status_code == 200


def test_the_site_publishes_its_public_key_alone(signed_site: Site):
    answer = httpx.get(f"{signed_site.url}/.well-known/jwks.json", trust_env=False)

    [key] = answer.json()["keys"]
    assert (key["kty"], key["crv"], key["alg"], key["use"]) == ("EC", "P-256", "ES256", "sig")
    assert key["kid"]
    assert "d" not in key
