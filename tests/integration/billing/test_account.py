"""Logging in on the operator's own page, and what the chat hears of it."""

import html
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import KeySet
from sqlalchemy import select

from billing.app import create_app
from billing.models import Customer
from billing.settings import Settings
from billing.signin import log_ins
from billing.signin.codes import digest
from billing.signin.passwords import hash_password
from billing.signin.tables import PageLogIn
from tests.integration.billing.server import running
from tests.integration.billing.visitor import LUCIA, PASSWORD, TOMASZ, Site, Visitor, path_of

TITLES = {"en": "My account", "es": "Mi cuenta", "fr": "Mon compte", "pl": "Moje konto"}


def opened(visitor: Visitor, language: str = "es") -> httpx.Response:
    return visitor._seen(visitor.http.get("/account", params={"lang": language}))


def logged_in(
    visitor: Visitor, user_name: str = LUCIA, password: str = PASSWORD, **headers: str
) -> httpx.Response:
    opened(visitor)
    form = {**visitor.hidden, "user_name": user_name, "password": password}
    return visitor._seen(visitor.http.post("/account/log-in?lang=es", data=form, headers=headers))


def logged_out(visitor: Visitor, **headers: str) -> httpx.Response:
    return visitor._seen(
        visitor.http.post("/account/log-out?lang=es", data=visitor.hidden, headers=headers)
    )


def told_the_chat(visitor: Visitor, **headers: str) -> str | None:
    answer = visitor.http.get("/account/visitor", headers=headers)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    token: str | None = answer.json()["token"]
    return token


def read(site: Site, token: str) -> dict[str, Any]:
    keys = httpx.get(f"{site.url}/.well-known/jwks.json", trust_env=False).json()
    return dict(jwt.decode(token, KeySet.import_key_set(keys), algorithms=["ES256"]).claims)


@pytest.mark.parametrize("language", TITLES)
def test_the_page_is_in_the_visitors_language(site: Site, language: str):
    with Visitor(site) as visitor:
        page = opened(visitor, language)
        front = visitor.http.get("/", params={"lang": language})

    title = TITLES[language]
    assert f"<h1>{title}</h1>" in html.unescape(page.text)
    assert f'<a class="account" href="/account?lang={language}">{title}</a>' in front.text


def test_a_customer_logs_in_and_the_chat_hears_who_it_is(site: Site):
    with Visitor(site) as visitor:
        assert told_the_chat(visitor) is None
        page = logged_in(visitor)
        token = told_the_chat(visitor)

    assert path_of(page) == "/account"
    assert "Hola, Lucía Ferrer" in page.text
    assert token
    said = read(site, token)
    assert (said["sub"], said["name"]) == ("C-1", "Lucía Ferrer")
    assert said["iss"] == "http://127.0.0.1:8080"
    assert "aclaro" in said["aud"]
    assert said["exp"] - said["iat"] <= 300
    assert said["auth_time"] <= said["iat"]


def test_each_token_is_another(site: Site):
    with Visitor(site) as visitor:
        logged_in(visitor)
        first, second = told_the_chat(visitor), told_the_chat(visitor)

    assert first
    assert second
    assert read(site, first)["jti"] != read(site, second)["jti"]
    assert read(site, first)["auth_time"] == read(site, second)["auth_time"]


def test_the_cookie_ends_with_the_browser_and_no_script_reads_it(site: Site):
    with Visitor(site) as visitor:
        page = logged_in(visitor)

    [cookie] = [c for c in page.history[0].headers.get_list("set-cookie") if "account=" in c]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Max-Age" not in cookie
    assert "expires" not in cookie


def test_after_logging_out_the_chat_hears_of_nobody(site: Site):
    with Visitor(site) as visitor:
        logged_in(visitor)
        page = logged_out(visitor)

        assert "<h1>Mi cuenta</h1>" in page.text
        assert told_the_chat(visitor) is None


def with_the_cookie_of(site: Site, visitor: Visitor) -> Visitor:
    """Somebody who has copied it."""
    thief = Visitor(site)
    thief.http.cookies.update(visitor.http.cookies)
    return thief


def test_a_copied_cookie_is_worth_nothing_after_logging_out(site: Site):
    with Visitor(site) as visitor:
        logged_in(visitor)
        with with_the_cookie_of(site, visitor) as thief:
            assert told_the_chat(thief)
            logged_out(visitor)

            assert told_the_chat(thief) is None
            assert "<h1>Mi cuenta</h1>" in opened(thief).text


def test_logging_out_leaves_other_browsers_logged_in(site: Site):
    with Visitor(site) as visitor, Visitor(site) as telephone, Visitor(site) as somebody:
        logged_in(visitor)
        logged_in(telephone)
        logged_in(somebody, TOMASZ)
        logged_out(visitor)

        assert told_the_chat(telephone)
        assert told_the_chat(somebody)


def test_logging_in_again_ends_the_log_in_before(site: Site):
    with Visitor(site) as visitor:
        logged_in(visitor)
        with with_the_cookie_of(site, visitor) as thief:
            form = {**visitor.hidden, "user_name": TOMASZ, "password": PASSWORD}
            visitor.http.post("/account/log-in", data=form)

            assert told_the_chat(thief) is None
            assert told_the_chat(visitor)


def test_a_log_in_is_known_to_every_process_and_after_a_restart(site: Site, tmp_path: Path):
    with Visitor(site) as visitor:
        logged_in(visitor)
        place = site.database.engine.url.render_as_string(hide_password=False)
        with running(create_app(Settings(aclaro_var=tmp_path, database_url=place))) as url:
            elsewhere = httpx.Client(base_url=url, cookies=visitor.http.cookies, trust_env=False)
            with elsewhere:
                assert elsewhere.get("/account/visitor").json()["token"]
                logged_out(visitor)
                assert elsewhere.get("/account/visitor").json()["token"] is None


def test_log_ins_are_stored_as_digests_and_forgotten_in_time(
    site: Site, monkeypatch: pytest.MonkeyPatch
):
    with Visitor(site) as visitor:
        logged_in(visitor)
        secret = visitor.http.cookies["account"]
        assert digest(secret) in kept(site)
        assert secret not in kept(site)
        monkeypatch.setattr(log_ins, "LONGEST", timedelta(0))
        logged_in(visitor)

    assert len(kept(site)) == 1


def kept(site: Site) -> list[str]:
    with site.database.read() as session:
        return list(session.scalars(select(PageLogIn.digest)))


def test_a_log_in_is_over_in_time(site: Site, monkeypatch: pytest.MonkeyPatch):
    with Visitor(site) as visitor:
        logged_in(visitor)
        monkeypatch.setattr(log_ins, "LONGEST", timedelta(0))

        assert told_the_chat(visitor) is None


def test_a_new_password_ends_the_log_in(site: Site):
    with Visitor(site) as visitor:
        logged_in(visitor, TOMASZ)
        assert told_the_chat(visitor)
        with site.database.write() as session:
            session.get_one(Customer, "C-2").password_hash = hash_password(PASSWORD)

        assert told_the_chat(visitor) is None
        assert "<h1>Mi cuenta</h1>" in opened(visitor).text


@pytest.mark.parametrize(
    ("user_name", "password", "says"),
    [
        (LUCIA, "wrong", "El usuario o la contraseña no son correctos"),
        ("nobody", PASSWORD, "El usuario o la contraseña no son correctos"),
        ("\x00", PASSWORD, "El usuario o la contraseña no son correctos"),
        ("", PASSWORD, "Introduzca su usuario y su contraseña."),
        (LUCIA, "", "Introduzca su usuario y su contraseña."),
    ],
)
def test_a_wrong_password_logs_nobody_in(site: Site, user_name: str, password: str, says: str):
    with Visitor(site) as visitor:
        page = logged_in(visitor, user_name, password)

        assert page.status_code == 422
        assert says in page.text
        assert told_the_chat(visitor) is None


def test_guessing_is_slowed_down(site: Site):
    with Visitor(site) as visitor:
        for _ in range(5):
            logged_in(visitor, LUCIA, "wrong")
        page = logged_in(visitor)

        assert page.status_code == 429
        assert int(page.headers["retry-after"]) > 0
        assert told_the_chat(visitor) is None


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}]
)
def test_another_site_cannot_log_in_or_out_or_ask(site: Site, headers: dict[str, str]):
    with Visitor(site) as visitor:
        assert logged_in(visitor, **headers).status_code == 403
        assert told_the_chat(visitor) is None
        logged_in(visitor)

        assert logged_out(visitor, **headers).status_code == 403
        assert told_the_chat(visitor, **headers) is None
        assert told_the_chat(visitor)


def test_a_form_without_the_browsers_token_is_refused(site: Site):
    with Visitor(site) as visitor:
        opened(visitor)
        form = {"user_name": LUCIA, "password": PASSWORD, "csrf": "guessed"}

        assert visitor.http.post("/account/log-in", data=form).status_code == 403
        assert told_the_chat(visitor) is None


@pytest.mark.parametrize("cookie", ["C-1", "", "IkMtMSI.aSdB3Q.forged", "ñ"])
def test_a_forged_cookie_is_nobody(site: Site, cookie: str):
    headers = [(b"Cookie", f"account={cookie}".encode())]
    answer = httpx.get(f"{site.url}/account/visitor", headers=headers, trust_env=False)

    assert answer.json() == {"token": None}
