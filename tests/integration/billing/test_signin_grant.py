"""The OAuth 2.0 device grant, from the assistant's side."""

import logging
from concurrent import futures

import httpx
import pytest
from authlib.oauth2.rfc8414 import AuthorizationServerMetadata
from sqlalchemy import select, text

from billing.access import Caller
from billing.models import Customer
from billing.signin import tokens
from billing.signin.codes import digest
from billing.signin.passwords import hash_password
from billing.signin.tables import AccessToken, DeviceSignIn
from billing.site.languages import LANGUAGES
from tests.integration.billing.visitor import (
    DEVICE_GRANT,
    LUCIA,
    PASSWORD,
    TOMASZ,
    MovingClock,
    Site,
    Visitor,
    path_of,
)

FORM = "application/x-www-form-urlencoded"


def signed_in(site: Site, user_name: str = LUCIA) -> tuple[dict[str, object], str]:
    asked = site.ask()
    with Visitor(site) as visitor:
        visitor.open(asked)
        visitor.sign_in(user_name)
    answer = site.poll(asked)
    assert answer.status_code == 200, answer.text
    return asked, answer.json()["access_token"]


def error_of(answer: httpx.Response) -> str:
    assert answer.status_code == 400, answer.text
    return str(answer.json()["error"])


def test_the_metadata_names_the_endpoints_and_is_valid(site: Site):
    answer = httpx.get(f"{site.url}/.well-known/oauth-authorization-server", trust_env=False)

    metadata = AuthorizationServerMetadata(answer.json())
    metadata.validate_issuer()
    metadata.validate_token_endpoint()
    metadata.validate_revocation_endpoint()
    public = "http://127.0.0.1:8080"
    assert metadata["issuer"] == public
    assert metadata["device_authorization_endpoint"] == f"{public}/oauth/device_authorization"
    assert metadata["token_endpoint"] == f"{public}/oauth/token"
    assert metadata["revocation_endpoint"] == f"{public}/oauth/revoke"
    assert metadata["jwks_uri"] == f"{public}/.well-known/jwks.json"
    assert metadata["grant_types_supported"] == [
        DEVICE_GRANT,
        "client_credentials",
        "urn:ietf:params:oauth:grant-type:jwt-bearer",
    ]
    assert metadata["ui_locales_supported"] == list(LANGUAGES)


def test_asking_gives_a_link_with_the_code_for_a_quarter_of_an_hour(site: Site):
    asked = site.ask()

    assert asked["verification_uri"] == "http://127.0.0.1:8080/device"
    assert asked["verification_uri_complete"].endswith(f"/device?user_code={asked['user_code']}")
    assert asked["expires_in"] == 900
    assert asked["interval"] == 1


def test_a_customer_signs_the_chat_in(site: Site):
    asked = site.ask()
    assert error_of(site.poll(asked)) == "authorization_pending"

    with Visitor(site) as visitor:
        visitor.open(asked)
        visitor.sign_in(LUCIA)
    answer = site.poll(asked)

    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    token = answer.json()
    assert token["token_type"] == "Bearer"
    assert token["expires_in"] == 3600
    assert token["scope"] == "selfcare"
    assert "refresh_token" not in token
    about = site.about(token["access_token"])
    assert about.json() == {"sub": "C-1", "name": "Lucía Ferrer", "locale": "es"}


def test_a_device_code_gives_one_token_only(site: Site):
    asked, token = signed_in(site)

    assert error_of(site.poll(asked)) == "invalid_grant"
    assert site.about(token).status_code == 200


def test_a_refused_sign_in_is_access_denied(site: Site):
    asked = site.ask()
    with Visitor(site) as visitor:
        visitor.open(asked)
        visitor.refuse()

    assert error_of(site.poll(asked)) == "access_denied"


def test_after_a_quarter_of_an_hour_the_code_has_expired(site: Site, moving: MovingClock):
    asked = site.ask()
    moving.forward(minutes=15)

    assert error_of(site.poll(asked)) == "expired_token"


def test_a_code_approved_too_late_gives_no_token(site: Site, moving: MovingClock):
    asked = site.ask()
    with Visitor(site) as visitor:
        visitor.open(asked)
        visitor.sign_in(LUCIA)
    moving.forward(minutes=15)

    assert error_of(site.poll(asked)) == "expired_token"


def test_polling_at_the_interval_is_never_too_fast(site: Site, moving: MovingClock):
    asked = site.ask()

    for _ in range(5):
        assert error_of(site.poll(asked)) == "authorization_pending"
        moving.forward(seconds=1)


def test_a_client_that_counts_whole_seconds_is_not_too_fast(site: Site, moving: MovingClock):
    asked = site.ask()

    for gap in (0.3, 1.4, 0.6, 1):
        assert error_of(site.poll(asked)) == "authorization_pending"
        moving.forward(seconds=gap)


def test_polling_too_fast_makes_the_interval_five_seconds_longer(site: Site, moving: MovingClock):
    asked = site.ask()
    answers = [error_of(site.poll(asked)) for _ in range(3)]

    moving.forward(seconds=2)
    after_a_pause = error_of(site.poll(asked))
    moving.forward(seconds=2)
    too_soon_again = error_of(site.poll(asked))

    assert answers == ["authorization_pending", "authorization_pending", "slow_down"]
    assert after_a_pause == "authorization_pending"
    assert too_soon_again == "slow_down"
    with site.database.read() as session:
        assert session.get_one(DeviceSignIn, digest(asked["device_code"])).interval == 11


def test_polling_too_fast_does_not_keep_an_approved_sign_in_waiting(site: Site):
    asked = site.ask()
    for _ in range(4):
        site.poll(asked)
    with Visitor(site) as visitor:
        visitor.open(asked)
        visitor.sign_in(LUCIA)

    assert site.poll(asked).status_code == 200


def test_a_token_is_good_for_an_hour(site: Site, moving: MovingClock):
    _, token = signed_in(site)

    moving.forward(minutes=59)
    assert site.about(token).status_code == 200
    moving.forward(minutes=1)
    assert site.about(token).status_code == 401


def test_a_revoked_token_is_good_for_nothing_and_others_stay(site: Site):
    _, token = signed_in(site)
    _, other = signed_in(site, TOMASZ)

    answer = site.post("/oauth/revoke", client_id="aclaro", token=token)

    assert answer.status_code == 200
    assert site.about(token).status_code == 401
    assert site.about(other).status_code == 200


def test_revoking_an_unknown_token_is_no_error(site: Site):
    answer = site.post("/oauth/revoke", client_id="aclaro", token="nothing of ours")

    assert answer.status_code == 200


def test_the_api_takes_the_token_of_a_sign_in_and_no_other(site: Site):
    _, token = signed_in(site)
    products = f"{site.url}/tmf-api/productInventory/v4/product"

    with_it = httpx.get(products, headers={"Authorization": f"Bearer {token}"}, trust_env=False)
    without = httpx.get(products, headers={"Authorization": "Bearer guessed"}, trust_env=False)

    assert with_it.status_code == 200
    assert without.status_code == 401


def test_reading_a_token_says_whose_it_is(site: Site):
    _, token = signed_in(site, TOMASZ)

    with site.database.read() as session:
        assert tokens.caller_of(session, token) == Caller("C-2", frozenset({"selfcare"}), "aclaro")
        assert tokens.caller_of(session, token + "x") is None
        assert tokens.caller_of(session, "") is None


def test_userinfo_without_a_token_is_a_challenge(site: Site):
    answer = httpx.get(f"{site.url}/oauth/userinfo", trust_env=False)

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({"client_id": "somebody", "scope": "selfcare"}, "invalid_client"),
        ({"scope": "selfcare"}, "invalid_client"),
        ({"client_id": "aclaro", "client_secret": "x"}, "invalid_client"),
        ({"client_id": "aclaro", "scope": "everything"}, "invalid_scope"),
        ({"client_id": "aclaro", "scope": "selfcare everything"}, "invalid_scope"),
    ],
)
def test_strangers_and_other_scopes_get_no_code(site: Site, form: dict[str, str], error: str):
    assert error_of(site.post("/oauth/device_authorization", **form)) == error


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({"client_id": "aclaro"}, "unsupported_grant_type"),
        ({"client_id": "aclaro", "grant_type": "password"}, "unsupported_grant_type"),
        ({"client_id": "aclaro", "grant_type": DEVICE_GRANT}, "invalid_request"),
        (
            {"client_id": "aclaro", "grant_type": DEVICE_GRANT, "device_code": "guessed"},
            "invalid_grant",
        ),
        (
            {"client_id": "somebody", "grant_type": DEVICE_GRANT, "device_code": "guessed"},
            "invalid_client",
        ),
    ],
)
def test_whatever_else_asks_for_a_token_is_told_why_not(
    site: Site, form: dict[str, str], error: str
):
    assert error_of(site.post("/oauth/token", **form)) == error


@pytest.mark.parametrize(
    ("body", "media_type", "status"),
    [
        (b"{}", "application/json", 415),
        (b"client_id=aclaro&client_id=aclaro", FORM, 400),
        (b"client_id=%ff", FORM, 400),
        (b"client_id=" + b"a" * 20_000, FORM, 413),
    ],
)
def test_what_is_not_a_form_is_refused(site: Site, body: bytes, media_type: str, status: int):
    answer = httpx.post(
        f"{site.url}/oauth/token",
        content=body,
        headers={"Content-Type": media_type},
        trust_env=False,
    )

    assert answer.status_code == status
    assert answer.json()["error"] == "invalid_request"


def approved(site: Site, user_name: str, password: str = PASSWORD) -> dict[str, object]:
    """A sign-in that the customer has approved, and whose token nobody has fetched."""
    asked = site.ask()
    with Visitor(site) as visitor:
        visitor.open(asked)
        assert path_of(visitor.sign_in(user_name, password)) == "/device/done"
    return asked


def test_what_was_approved_by_the_password_before_gives_no_token(site: Site):
    hers, his = approved(site, LUCIA), approved(site, TOMASZ)
    with site.database.write() as session:
        session.get_one(Customer, "C-1").password_hash = hash_password("another password")

    assert error_of(site.poll(hers)) == "invalid_grant"
    assert site.poll(his).status_code == 200
    assert site.poll(approved(site, LUCIA, "another password")).status_code == 200
    with site.database.write() as session:
        session.get_one(Customer, "C-1").password_hash = hash_password(PASSWORD)


def test_a_new_password_while_a_token_is_issued_waits_for_it(site: Site):
    """Whichever comes first: there is no token that outlives the password."""
    with site.database.write() as session:
        tokens.hold_password(session, "C-1")
        with futures.ThreadPoolExecutor(1) as setter:
            setting = setter.submit(set_another_password, site)
            with pytest.raises(futures.TimeoutError):
                setting.result(timeout=1)
            tokens.keep(session, "issued meanwhile", "C-1", "aclaro", "selfcare")
            session.commit()
            setting.result(timeout=20)

    with site.database.read() as session:
        assert tokens.caller_of(session, "issued meanwhile") is None


def set_another_password(site: Site) -> None:
    """As the command does."""
    with site.database.write() as session:
        customer = session.get_one(Customer, "C-1", with_for_update=True)
        customer.password_hash = hash_password(PASSWORD)
        tokens.revoke_all(session, customer.id)


def test_device_codes_user_codes_and_tokens_are_stored_as_digests_only(site: Site):
    asked, token = signed_in(site)

    with site.database.read() as session:
        assert session.get(AccessToken, digest(token)) is not None
        stored = [
            str(row)
            for table in ("device_sign_in", "access_token", "sign_in_attempt")
            for row in session.execute(text(f"select * from {table}"))
        ]
    everything = "\n".join(stored)
    for secret in (asked["device_code"], asked["user_code"], token, LUCIA):
        assert str(secret) not in everything


def test_no_secret_is_ever_logged(site: Site, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)

    asked, token = signed_in(site)
    site.about(token)
    site.post("/oauth/revoke", client_id="aclaro", token=token)

    assert caplog.records, "nothing was logged at all: the test looks in the wrong place"
    for secret in (token, asked["device_code"], "correct horse"):
        assert str(secret) not in caplog.text


def test_old_sign_ins_and_tokens_are_cleared_away(site: Site, moving: MovingClock):
    asked, _ = signed_in(site)
    moving.forward(days=2)
    _, new = signed_in(site)

    with site.database.read() as session:
        assert session.get(DeviceSignIn, digest(str(asked["device_code"]))) is None
        assert session.scalars(select(AccessToken.digest)).all() == [digest(new)]
