"""The operator's own systems: let in on the command line, signed in by client credentials."""

import logging
import sys

import httpx
import pytest
from sqlalchemy import text

from billing import clock
from billing.__main__ import main
from billing.access import OPERATOR_SCOPES
from billing.errors import InvalidError, NotFoundError
from billing.signin import clients
from tests.integration.billing.server import USAGE
from tests.integration.billing.visitor import MovingClock, Site

NAME = "crm.telvia"


@pytest.fixture
def secret(site: Site) -> str:
    """The secret of a system that reads and works on reports."""
    with site.database.write() as session:
        session.execute(text("delete from operator_client"))
        return clients.add(session, NAME, ["operator.read", "operator.tickets"], clock.now())


def ask(site: Site, secret: str, name: str = NAME, **form: str) -> httpx.Response:
    return httpx.post(
        f"{site.url}/oauth/token",
        data={"grant_type": "client_credentials", **form},
        auth=(name, secret),
        trust_env=False,
    )


def read(site: Site, token: str) -> int:
    headers = {"Authorization": f"Bearer {token}"}
    return httpx.get(site.url + USAGE, headers=headers, trust_env=False).status_code


def test_a_system_gets_a_token_for_all_its_scopes_for_an_hour(
    site: Site, secret: str, moving: MovingClock
):
    answer = ask(site, secret)

    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    issued = answer.json()
    assert (issued["token_type"], issued["expires_in"]) == ("Bearer", 3600)
    assert issued["scope"].split() == ["operator.read", "operator.tickets"]
    assert "refresh_token" not in issued
    assert read(site, issued["access_token"]) == 200
    moving.forward(hours=1)
    assert read(site, issued["access_token"]) == 401


def test_the_secret_may_come_in_the_form(site: Site, secret: str):
    form = {"client_id": NAME, "client_secret": secret}
    answer = site.post("/oauth/token", grant_type="client_credentials", **form)

    assert answer.status_code == 200, answer.text


def test_a_system_may_ask_for_a_part_of_its_scopes(site: Site, secret: str):
    issued = ask(site, secret, scope="operator.tickets").json()

    assert issued["scope"] == "operator.tickets"
    assert read(site, issued["access_token"]) == 403


@pytest.mark.parametrize("scope", ["operator.usage", "operator.read operator.usage", "selfcare"])
def test_a_system_gets_no_scope_that_it_was_not_given(site: Site, secret: str, scope: str):
    answer = ask(site, secret, scope=scope)

    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_scope")


@pytest.mark.parametrize("name", [NAME, "nobody", "aclaro", ""])
def test_a_wrong_secret_gets_nothing(site: Site, secret: str, name: str):
    answer = ask(site, secret + "x", name)

    assert (answer.status_code, answer.json()["error"]) == (401, "invalid_client")


def test_a_system_without_its_secret_gets_nothing(site: Site, secret: str):
    answer = site.post("/oauth/token", grant_type="client_credentials", client_id=NAME)

    assert answer.json()["error"] == "invalid_client"


def test_a_system_signs_no_customer_in(site: Site, secret: str):
    form = {"client_id": NAME, "client_secret": secret, "scope": "operator.read"}
    assert site.post("/oauth/device_authorization", **form).status_code == 400
    answer = ask(site, secret, grant_type=site.ask()["device_code"])
    assert answer.json()["error"] == "unsupported_grant_type"


def test_the_assistant_gets_no_token_for_itself(site: Site):
    answer = site.post("/oauth/token", grant_type="client_credentials", client_id="aclaro")

    assert answer.json()["error"] == "invalid_client"


def test_a_disabled_system_is_out_at_once(site: Site, secret: str):
    token = ask(site, secret).json()["access_token"]
    with site.database.write() as session:
        clients.disable(session, NAME)

    assert read(site, token) == 401
    assert ask(site, secret).status_code == 401


def test_a_system_revokes_its_token_and_nobody_else_does(site: Site, secret: str):
    token = ask(site, secret).json()["access_token"]

    assert site.post("/oauth/revoke", client_id="aclaro", token=token).status_code == 400
    assert site.post("/oauth/revoke", client_id=NAME, token=token).status_code == 401
    assert read(site, token) == 200
    form = {"token": token}
    answer = httpx.post(f"{site.url}/oauth/revoke", data=form, auth=(NAME, secret), trust_env=False)
    assert answer.status_code == 200
    assert read(site, token) == 401


def test_a_system_is_nobody_s_name(site: Site, secret: str):
    answer = site.about(ask(site, secret).json()["access_token"])

    assert (answer.status_code, answer.json()["error"]) == (403, "insufficient_scope")


def test_secrets_are_kept_as_digests_and_never_logged(
    site: Site, secret: str, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    token = ask(site, secret).json()["access_token"]
    with site.database.read() as session:
        kept = str(session.execute(text("select * from operator_client")).all())
        kept += str(session.execute(text("select * from access_token")).all())

    assert NAME in kept
    assert caplog.records
    for hidden in (secret, token):
        assert hidden not in kept
        assert hidden not in caplog.text


@pytest.mark.parametrize(
    ("name", "scopes"),
    [
        ("", ["operator.read"]),
        ("two words", ["operator.read"]),
        ("x" * 65, ["operator.read"]),
        ("aclaro", ["operator.read"]),
        (NAME, ["operator.read"]),
        ("new", ["selfcare"]),
        ("new", ["operator.read", "operator.all"]),
        ("new", []),
    ],
)
def test_a_system_needs_a_name_of_its_own_and_scopes_that_there_are(
    site: Site, secret: str, name: str, scopes: list[str]
):
    with pytest.raises(InvalidError), site.database.write() as session:
        clients.add(session, name, scopes, clock.now())


def test_nobody_disables_a_system_that_is_not_there(site: Site):
    with pytest.raises(NotFoundError), site.database.write() as session:
        clients.disable(session, "nobody")


def test_the_command_adds_lists_and_disables(
    empty_address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def command(*words: str) -> str:
        monkeypatch.setattr(sys, "argv", ["billing", "client", *words])
        main()
        return capsys.readouterr().out

    monkeypatch.setenv("DATABASE_URL", empty_address)
    scopes = ["--scope", "operator.usage", "--scope", "operator.read"]
    secret = command("add", "mediation", *scopes).strip()
    assert len(secret) >= 43
    assert command("list") == "mediation\tactive\toperator.read operator.usage\n"
    command("disable", "mediation")
    assert command("list") == "mediation\tdisabled\toperator.read operator.usage\n"
    with pytest.raises(SystemExit, match="Nothing was changed"):
        command("add", "mediation", *scopes)
    assert secret not in command("list")


def test_the_metadata_names_every_scope(site: Site):
    metadata = httpx.get(
        f"{site.url}/.well-known/oauth-authorization-server", trust_env=False
    ).json()

    assert metadata["scopes_supported"] == ["selfcare", *OPERATOR_SCOPES]
    assert "client_secret_basic" in metadata["token_endpoint_auth_methods_supported"]
