"""Which tokens say who visits the operator's page, and which say nothing."""

from __future__ import annotations

import base64
import hmac
import json
import time
from collections.abc import Callable
from pathlib import Path

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from assistant.channels.visitor_tokens import LEEWAY, NotAVisitor, VisitorTokens, keys_at
from selfcare.store import Store
from tests.visitors import AUDIENCE, ISSUER, OperatorsPage


def now() -> int:
    return int(time.time())


@pytest.fixture
def page(tmp_path: Path) -> OperatorsPage:
    return OperatorsPage(tmp_path)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.at(f"sqlite:///{tmp_path / 'selfcare.db'}")


@pytest.fixture
def tokens(page: OperatorsPage, store: Store) -> VisitorTokens:
    return VisitorTokens(keys_at(str(page.keys)), ISSUER, AUDIENCE, store)


def test_a_token_says_who_visits_the_page(page: OperatorsPage, tokens: VisitorTokens):
    token = page.token("C-1", 120)
    visitor = tokens.read(token)

    assert (visitor.subject, visitor.token) == ("C-1", token)
    assert visitor.log_in == "1760000000"
    assert visitor.expires <= time.time() + 120


def test_an_edwards_key_signs_as_well(page: OperatorsPage, tokens: VisitorTokens):
    token = jwt.encode(page.claims("C-2"), page.edwards, "EdDSA", {"kid": "EdDSA"})

    assert tokens.read(token).subject == "C-2"


def test_it_may_be_for_others_too(page: OperatorsPage, tokens: VisitorTokens):
    assert tokens.read(page.token(aud=[AUDIENCE, "https://id.example/token"])).subject == "C-1"


def test_a_page_that_does_not_say_when_one_logged_in_makes_each_token_a_log_in(
    page: OperatorsPage, tokens: VisitorTokens
):
    first, second = (tokens.read(page.token(auth_time=None)) for _ in range(2))

    assert first.log_in != second.log_in


def test_clocks_may_differ_a_little(page: OperatorsPage, tokens: VisitorTokens):
    assert tokens.read(page.token(iat=now() - 60, exp=now() - LEEWAY // 2))
    assert tokens.read(page.token(iat=now() + LEEWAY // 2, exp=now() + 60))


def test_a_token_is_good_for_once(page: OperatorsPage, tokens: VisitorTokens, store: Store):
    token = page.token()
    tokens.read(token)

    with pytest.raises(NotAVisitor, match="used before"):
        tokens.read(token)
    another_process = VisitorTokens(keys_at(str(page.keys)), ISSUER, AUDIENCE, store)
    with pytest.raises(NotAVisitor, match="used before"):
        another_process.read(token)


def test_the_same_number_in_another_token_is_a_replay_too(
    page: OperatorsPage, tokens: VisitorTokens
):
    tokens.read(page.token("C-1", jti="7"))

    with pytest.raises(NotAVisitor, match="used before"):
        tokens.read(page.token("C-2", jti="7"))


def encoded(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def by_hand(page: OperatorsPage, algorithm: str) -> str:
    """A token as the library will not write it, without its signature."""
    parts = ({"alg": algorithm, "kid": "ES256"}, page.claims())
    return ".".join(encoded(json.dumps(part).encode()) for part in parts)


def unsigned(page: OperatorsPage) -> str:
    return f"{by_hand(page, 'none')}."


def signed_with_the_public_key(page: OperatorsPage) -> str:
    said = by_hand(page, "HS256")
    public = page.curve.public_key()
    pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return f"{said}.{encoded(hmac.digest(pem, said.encode(), 'sha256'))}"


def signed_by(page: OperatorsPage, kid: str) -> str:
    return jwt.encode(page.claims(), generate_private_key(SECP256R1()), "ES256", {"kid": kid})


def changed(page: OperatorsPage) -> str:
    """The signature of one token under the words of another."""
    mine, theirs = page.token("C-1").split("."), page.token("C-2").split(".")
    return ".".join((theirs[0], theirs[1], mine[2]))


@pytest.mark.parametrize(
    "forged",
    [
        pytest.param(lambda page: signed_by(page, "ES256"), id="another key"),
        pytest.param(lambda page: signed_by(page, "mine"), id="a key of one's own"),
        pytest.param(unsigned, id="alg none"),
        pytest.param(signed_with_the_public_key, id="HS256 with the public key"),
        pytest.param(changed, id="another's signature"),
        pytest.param(lambda page: jwt.encode(page.claims(), page.curve, "ES256"), id="no kid"),
        pytest.param(lambda page: page.token(iat=now() - 90, exp=now() - 30), id="expired"),
        pytest.param(lambda page: page.token(iat=now() + 60, exp=now() + 120), id="early"),
        pytest.param(lambda page: page.token(nbf=now() + 60), id="not yet"),
        pytest.param(lambda page: page.token(seconds=301), id="valid for too long"),
        pytest.param(lambda page: page.token(aud="another"), id="another audience"),
        pytest.param(lambda page: page.token(iss="https://other.example"), id="another issuer"),
        pytest.param(lambda page: page.token(sub=""), id="nobody"),
        pytest.param(lambda page: page.token(exp="soon"), id="an expiry in words"),
        pytest.param(lambda page: page.token() + "x" * 5_000, id="overlong"),
        pytest.param(lambda _: "a.b.c", id="no token"),
        pytest.param(lambda _: "", id="empty"),
        pytest.param(lambda _: {"sub": "C-1"}, id="claims alone"),
        *[
            pytest.param(lambda page, name=name: page.token(**{name: None}), id=f"without {name}")
            for name in ("iss", "aud", "iat", "exp", "jti")
        ],
        pytest.param(lambda page: page.token(sub=None), id="without sub"),
    ],
)
def test_anything_else_says_nothing(
    page: OperatorsPage, tokens: VisitorTokens, forged: Callable[[OperatorsPage], object]
):
    with pytest.raises(NotAVisitor):
        tokens.read(forged(page))


def test_why_not_says_nothing_that_the_token_said(page: OperatorsPage, store: Store):
    def unknown(kid: str) -> jwt.PyJWK:
        raise jwt.PyJWKClientError(f'Unable to find a signing key that matches: "{kid}"')

    tokens = VisitorTokens(unknown, ISSUER, AUDIENCE, store)
    token = jwt.encode(page.claims(), page.curve, "ES256", {"kid": "\n2026 ERROR forged"})

    with pytest.raises(NotAVisitor) as refusal:
        tokens.read(token)
    assert str(refusal.value) == "PyJWKClientError"


def test_a_key_for_another_algorithm_is_not_taken(page: OperatorsPage, store: Store):
    secret = "a secret that both sides would have to know"
    key = {"kty": "oct", "kid": "shared", "k": encoded(secret.encode())}
    page.keys.write_text(json.dumps({"keys": [key]}))
    tokens = VisitorTokens(keys_at(str(page.keys)), ISSUER, AUDIENCE, store)

    with pytest.raises(NotAVisitor, match="HS256"):
        tokens.read(jwt.encode(page.claims(), secret, "HS256", {"kid": "shared"}))


def test_keys_without_an_issuer_are_refused_at_the_start(
    page: OperatorsPage, store: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("VISITOR_KEYS", str(page.keys))
    monkeypatch.delenv("VISITOR_ISSUER", raising=False)

    with pytest.raises(ValueError, match="VISITOR_ISSUER"):
        VisitorTokens.from_environment(store)


def test_without_keys_nobody_is_known(store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("VISITOR_KEYS", raising=False)

    assert VisitorTokens.from_environment(store) is None
