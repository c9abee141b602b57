"""Signing in at the desk: a password, then a code, and nothing without both."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from billing import clock
from billing.database import Database
from billing.models import AuditEntry
from billing.signin.tables import SignInAttempt
from billing.staff import entry, officers
from billing.staff.officers import disable, set_password
from billing.staff.second_factor import code
from billing.staff.tables import StaffMember, StaffSession
from tests.integration.billing.officers import PASSWORD, SECRET, Browser, open_desk, path_of
from tests.integration.billing.visitor import MovingClock

PAGES = (
    "/staff",
    "/staff/customers/C-1001",
    "/staff/bills/B-1",
    "/staff/orders/1",
    "/staff/audit",
    "/staff/reports/DSP-0000-0000",
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Database]]:
    """A desk with officers, its address and its database."""
    with open_desk(tmp_path_factory.mktemp("office")) as desk:
        yield desk


@pytest.fixture
def database(office: tuple[str, Database]) -> Database:
    """The desk's, on which nobody has tried anything, no code is used, and nobody is signed in."""
    _, database = office
    with database.write() as session:
        session.execute(delete(SignInAttempt))
        session.execute(delete(StaffSession))
        for member in session.scalars(select(StaffMember)):
            member.totp_step, member.failed_attempts, member.active = None, 0, True
    return database


@pytest.fixture
def browser(office: tuple[str, Database], database: Database) -> Iterator[Browser]:
    """A browser of somebody who is not signed in."""
    browser = Browser(office[0])
    yield browser
    browser.http.close()


def entries(database: Database, actor: str) -> list[str]:
    with database.read() as session:
        statement = select(AuditEntry).where(AuditEntry.actor == actor).order_by(AuditEntry.id)
        return [each.action for each in session.scalars(statement)]


def test_password_and_code_open_the_desk(browser: Browser, database: Database):
    before = len(entries(database, "clerk-1"))
    page = browser.sign_in("clerk-1")
    assert (page.status_code, path_of(page)) == (200, "/staff")
    assert "Clerk-1" in page.text
    assert entries(database, "clerk-1")[before:] == ["logIn"]


def test_a_name_in_capitals_is_the_same_name(browser: Browser):
    assert path_of(browser.give_password("CLERK-1 ")) == "/staff/code"


@pytest.mark.parametrize("path", PAGES)
def test_without_a_log_in_every_page_asks_for_one(browser: Browser, path: str):
    assert path_of(browser.get(path)) == "/staff/sign-in"


@pytest.mark.parametrize("path", PAGES)
def test_the_password_alone_opens_nothing(browser: Browser, path: str):
    browser.give_password("clerk-1")
    assert path_of(browser.get(path)) == "/staff/sign-in"


@pytest.mark.parametrize(
    ("name", "password"),
    [("clerk-1", "wrong"), ("nobody-1", PASSWORD), ("nobody\x00", PASSWORD)],
)
def test_whatever_is_wrong_the_answer_is_the_same(
    browser: Browser, database: Database, name: str, password: str
):
    wrong = browser.give_password("clerk-2", "wrong")
    page = browser.give_password(name, password)
    assert page.status_code == wrong.status_code == 422
    assert page.text.replace(name, "") == wrong.text.replace("clerk-2", "")


def test_a_disabled_officer_is_told_what_a_stranger_is(browser: Browser, database: Database):
    browser.sign_in("clerk-2")
    with database.write() as session:
        disable(session, "clerk-2", clock.now())
    assert path_of(browser.get("/staff")) == "/staff/sign-in"
    assert browser.give_password("clerk-2").status_code == 422


def test_a_password_that_is_changed_while_the_code_is_typed_opens_nothing(
    browser: Browser, database: Database, monkeypatch: pytest.MonkeyPatch
):
    def found_after_a_new_password(session: Session, user_name: str) -> StaffMember:
        set_password(session, user_name, PASSWORD, clock.now())
        return officers.found(session, user_name)

    browser.give_password("clerk-2")
    browser.get("/staff/code", lang="en")
    monkeypatch.setattr(entry, "found", found_after_a_new_password)
    page = browser.send("/staff/code", code=code(SECRET, clock.true_time()))
    monkeypatch.undo()

    assert page.status_code == 422
    assert path_of(browser.get("/staff")) == "/staff/sign-in"
    assert path_of(browser.sign_in("clerk-2")) == "/staff?failed=1"


def test_a_failed_log_in_is_on_record_and_told_at_the_next(browser: Browser, database: Database):
    before = len(entries(database, "lead-1"))
    browser.give_password("lead-1", "wrong")
    browser.give_password("lead-1")
    browser.give_code("000000")
    page = browser.sign_in("lead-1")
    assert entries(database, "lead-1")[before:] == ["logInFailed", "logInFailed", "logIn"]
    assert "2 times and failed" in page.text
    browser.give_password("password-typed-here", "x")
    assert entries(database, "password-typed-here") == []
    assert "logInFailed" in entries(database, "nobody")


def test_a_code_works_once(browser: Browser, office: tuple[str, Database]):
    browser.give_password("clerk-1")
    digits = code(SECRET, clock.true_time())
    assert path_of(browser.give_code(digits)) == "/staff"
    other = Browser(office[0])
    other.give_password("clerk-1")
    page = other.give_code(digits)
    assert (page.status_code, path_of(page)) == (422, "/staff/code")
    later = code(SECRET, clock.true_time() + timedelta(seconds=30))
    assert path_of(other.give_code(later)) == "/staff?failed=1"
    third = Browser(office[0])
    third.give_password("clerk-1")
    assert third.give_code(digits).status_code == 422, "nor does one before it"


def test_of_one_code_sent_twice_at_once_one_signs_in(
    browser: Browser, office: tuple[str, Database]
):
    browsers = [Browser(office[0]) for _ in range(4)]
    for each in browsers:
        each.give_password("clerk-1")
        each.get("/staff/code")
    digits = code(SECRET, clock.true_time())
    with ThreadPoolExecutor(4) as pool:
        pages = list(pool.map(lambda each: each.send("/staff/code", code=digits), browsers))
    assert [path_of(page) for page in pages].count("/staff") == 1


@pytest.mark.parametrize("steps", [-1, 1])
def test_a_telephone_may_be_a_step_off(browser: Browser, steps: int):
    browser.give_password("clerk-1")
    digits = code(SECRET, clock.true_time() + timedelta(seconds=30 * steps))
    assert path_of(browser.give_code(digits[:3] + " " + digits[3:])) == "/staff"


@pytest.mark.parametrize("digits", ["", "abcdef", "12345", "１２３４５６"])
def test_what_is_no_code_is_refused(browser: Browser, digits: str):
    browser.give_password("clerk-1")
    assert browser.give_code(digits).status_code == 422


def test_a_code_of_three_steps_ago_is_refused(browser: Browser):
    browser.give_password("clerk-1")
    old = code(SECRET, clock.true_time() - timedelta(seconds=90))
    assert browser.give_code(old).status_code == 422


def test_guessing_passwords_is_slowed_down(browser: Browser):
    answers = [browser.give_password("clerk-1", f"guess {place}") for place in range(6)]
    assert [page.status_code for page in answers] == [422] * 5 + [429]
    assert int(answers[-1].headers["retry-after"]) > 0
    assert browser.give_password("clerk-1").status_code == 429, "the right one waits too"
    assert path_of(browser.give_password("clerk-2")) == "/staff/code"


def test_guessing_codes_is_slowed_down(browser: Browser):
    browser.give_password("clerk-1")
    right = {code(SECRET, clock.true_time() + timedelta(seconds=30 * by)) for by in range(-2, 4)}
    wrong = next(f"{number:06}" for number in range(20) if f"{number:06}" not in right)
    assert [browser.give_code(wrong).status_code for _ in range(6)] == [422] * 5 + [429]


def test_the_password_waits_five_minutes_for_its_code(browser: Browser, moving: MovingClock):
    browser.give_password("clerk-1")
    moving.forward(minutes=5)
    assert path_of(browser.give_code(code(SECRET, clock.true_time()))) == "/staff/sign-in"


def test_half_an_hour_without_a_click_ends_the_log_in(browser: Browser, moving: MovingClock):
    browser.sign_in("clerk-1")
    moving.forward(minutes=29)
    assert path_of(browser.get("/staff")) == "/staff"
    moving.forward(minutes=29)
    assert path_of(browser.get("/staff")) == "/staff"
    moving.forward(minutes=30)
    assert path_of(browser.get("/staff")) == "/staff/sign-in"


def test_eight_hours_end_it_in_any_case(browser: Browser, moving: MovingClock):
    browser.sign_in("clerk-1")
    for _ in range(19):
        moving.forward(minutes=25)
        assert path_of(browser.get("/staff")) == "/staff"
    moving.forward(minutes=5)
    assert path_of(browser.get("/staff")) == "/staff/sign-in"


def test_what_was_typed_is_shown_when_the_log_in_is_over(browser: Browser, moving: MovingClock):
    browser.sign_in("clerk-1")
    moving.forward(minutes=31)
    page = browser.send("/staff/reports/DSP-0000-0000/refuse", words="Half an hour's <work>.")
    assert page.status_code == 401
    assert "Half an hour&#39;s &lt;work&gt;." in page.text


def test_signing_out_ends_it_for_whoever_has_the_cookie(browser: Browser, database: Database):
    browser.sign_in("clerk-1")
    cookies = dict(browser.http.cookies)
    assert path_of(browser.send("/staff/sign-out")) == "/staff/sign-in?lang=en"
    browser.http.cookies.update(cookies)
    assert path_of(browser.get("/staff")) == "/staff/sign-in"
    assert entries(database, "clerk-1")[-1] == "logOut"


@pytest.mark.parametrize("language", ["es", "fr", "pl", "en"])
def test_the_code_is_asked_for_in_the_language_of_the_password(browser: Browser, language: str):
    browser.get("/staff/sign-in", lang=language)
    fields = {"user_name": "clerk-1", "password": PASSWORD}
    page = browser.send(f"/staff/sign-in?lang={language}", **fields)
    assert path_of(page) == f"/staff/code?lang={language}"
    assert f'<html lang="{language}">' in page.text


def test_the_cookie_changes_with_the_code_and_keeps_to_itself(browser: Browser):
    browser.give_password("clerk-1")
    before = browser.http.cookies["staff"]
    browser.get("/staff/code")
    browser.http.follow_redirects = False
    page = browser.send("/staff/code", code=code(SECRET, clock.true_time()))
    cookie = page.headers["set-cookie"]
    assert before not in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


def test_with_tls_the_cookie_is_for_tls_alone(tmp_path: Path):
    with open_desk(tmp_path, public_url="https://desk.example") as (url, _):
        page = httpx.get(f"{url}/staff/sign-in", trust_env=False)
        token = page.cookies["__Host-signin"]
        answer = httpx.post(
            f"{url}/staff/sign-in",
            data={"csrf": token, "user_name": "clerk-1", "password": PASSWORD},
            headers={"Cookie": f"__Host-signin={token}"},
            trust_env=False,
        )
    assert answer.status_code == 303
    assert answer.headers["set-cookie"].startswith("__Host-staff=")
    assert "Secure" in answer.headers["set-cookie"]


@pytest.mark.parametrize("path", ["/staff/sign-in", "/staff/code"])
def test_a_form_without_its_token_signs_nobody_in(browser: Browser, path: str):
    browser.give_password("clerk-1")
    digits = code(SECRET, clock.true_time())
    fields = {"user_name": "clerk-1", "password": PASSWORD, "code": digits}
    assert browser.http.post(path, data=fields).status_code == 403
    assert browser.http.post(path, data={**fields, "csrf": "x"}).status_code == 403
    assert path_of(browser.get("/staff")) == "/staff/sign-in"


def test_another_site_cannot_sign_an_officer_out(browser: Browser):
    browser.sign_in("clerk-1")
    foreign = {"Sec-Fetch-Site": "cross-site", "Origin": "http://elsewhere.example"}
    answer = browser.http.post("/staff/sign-out", data=browser.hidden, headers=foreign)
    assert answer.status_code == 403
    assert browser.http.post("/staff/sign-out").status_code == 403
    assert path_of(browser.get("/staff")) == "/staff"


@pytest.mark.parametrize("path", ["/staff/sign-in", "/staff", "/staff/audit"])
def test_nobody_may_keep_or_frame_a_page_or_run_anything_else_in_it(browser: Browser, path: str):
    browser.sign_in("lead-1")
    headers = browser.get(path).headers
    assert headers["cache-control"] == "no-store"
    assert "script-src 'self';" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_the_database_holds_no_secret_in_the_clear(browser: Browser, database: Database):
    browser.sign_in("clerk-1")
    with database.read() as session:
        member = session.get_one(StaffMember, "clerk-1")
        (log_in,) = session.scalars(select(StaffSession))
    assert SECRET.encode() not in member.totp_secret
    assert log_in.digest != browser.http.cookies["staff"]
    assert member.password_hash.startswith("$argon2id$")


def test_codes_go_by_true_time_wherever_the_clock_of_the_demonstration_is(
    browser: Browser, moving: MovingClock
):
    moving.forward(days=40)
    assert abs(clock.true_time().timestamp() - time.time()) < 60
    assert path_of(browser.sign_in("clerk-1")) == "/staff"
