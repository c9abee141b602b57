"""The pages on which a customer signs in, from the browser's side."""

import html

import httpx
import pytest

from tests.integration.billing.visitor import (
    LUCIA,
    PASSWORD,
    TOMASZ,
    MovingClock,
    Site,
    Visitor,
    path_of,
)

TITLES = {
    "en": ("Enter the code", "Sign in", "You are signed in", "Nobody has been signed in"),
    "es": (
        "Introduzca el código",
        "Iniciar sesión",
        "Ha iniciado sesión",
        "No se ha iniciado ninguna sesión",
    ),
    "fr": ("Saisissez le code", "Se connecter", "Connexion réussie", "Personne n’a été connecté"),
    "pl": (
        "Proszę wpisać kod",
        "Logowanie",
        "Logowanie powiodło się",
        "Nikt nie został zalogowany",
    ),
}


def says(page: httpx.Response, *texts: str) -> bool:
    words = html.unescape(page.text)
    return all(text in words for text in texts)


@pytest.mark.parametrize("language", TITLES)
def test_every_page_is_in_the_language_of_the_chat(site: Site, language: str):
    _, sign_in, done, refused = TITLES[language]
    with Visitor(site, **{"Accept-Language": "de"}) as visitor:
        opened = visitor.open(site.ask(language))
        ended = visitor.sign_in(LUCIA)
        visitor.open(site.ask(language))
        declined = visitor.refuse()

    assert says(opened, f'<html lang="{language}">', f"<h1>{sign_in}</h1>")
    assert opened.headers["content-language"] == language
    assert path_of(ended) == "/device/done"
    assert says(ended, f'<html lang="{language}">', f"<h1>{done}</h1>")
    assert path_of(declined) == "/device/refused"
    assert says(declined, f'<html lang="{language}">', f"<h1>{refused}</h1>")


@pytest.mark.parametrize(
    ("query", "header", "language"),
    [
        ({}, "pl,en;q=0.8", "pl"),
        ({}, "de, fr-CA;q=0.7, en;q=0.3", "fr"),
        ({}, "de", "es"),
        ({"lang": "en"}, "pl", "en"),
        ({"lang": "../../etc"}, "pl", "pl"),
    ],
)
def test_without_a_code_the_page_speaks_the_language_chosen_or_the_browsers(
    site: Site, query: dict[str, str], header: str, language: str
):
    page = httpx.get(
        f"{site.url}/device", params=query, headers={"Accept-Language": header}, trust_env=False
    )

    assert says(page, f'<html lang="{language}">', TITLES[language][0])


def test_the_language_can_be_changed_without_losing_the_code(site: Site):
    asked = site.ask("pl")
    with Visitor(site) as visitor:
        page = visitor.open(asked)
        link = f"/device?user_code={asked['user_code']}&lang=fr"
        switched = visitor.open(asked, lang="fr")
        wrong = visitor.sign_in(LUCIA, "not this one")

    assert says(page, link)
    assert says(switched, '<html lang="fr">', asked["user_code"])
    assert says(wrong, link)


def test_a_code_may_be_typed_in_small_letters_without_the_hyphen(site: Site):
    asked = site.ask()
    with Visitor(site) as visitor:
        typed = asked["user_code"].replace("-", " ").lower()
        page = visitor.open({"user_code": f" {typed} "})
        done = visitor.sign_in(LUCIA)

    assert says(page, asked["user_code"])
    assert path_of(done) == "/device/done"
    assert site.poll(asked).status_code == 200


@pytest.mark.parametrize("user_name", [LUCIA, " Lucia ", "LUCIA", TOMASZ, "tomasz.nowak"])
def test_user_names_are_the_same_in_small_and_large_letters(site: Site, user_name: str):
    with Visitor(site) as visitor:
        visitor.open(site.ask())
        assert path_of(visitor.sign_in(user_name)) == "/device/done"


@pytest.mark.parametrize(
    ("user_name", "password"),
    [
        (LUCIA, "guess-7"),
        (LUCIA, PASSWORD + " "),
        (LUCIA, PASSWORD + "x" * 5000),
        ("nobody", PASSWORD),
        (LUCIA + "\x00", PASSWORD),
        ("<b>lucia</b>", PASSWORD),
        ("' or 1=1 --", PASSWORD),
    ],
)
def test_a_wrong_password_and_an_unknown_name_are_told_alike(
    site: Site, user_name: str, password: str
):
    asked = site.ask("en")
    with Visitor(site) as visitor:
        visitor.open(asked)
        page = visitor.sign_in(user_name, password)

    assert page.status_code == 422
    assert says(page, 'role="alert"', "The user name or the password is wrong.")
    assert "<b>" not in page.text
    assert password not in page.text
    assert site.poll(asked).json()["error"] == "authorization_pending"


def test_after_a_wrong_password_the_right_one_signs_in(site: Site):
    asked = site.ask()
    with Visitor(site) as visitor:
        visitor.open(asked)
        wrong = visitor.sign_in(LUCIA, "wrong")
        done = visitor.sign_in(LUCIA)

    assert f'value="{LUCIA}"' in wrong.text
    assert path_of(done) == "/device/done"


@pytest.mark.parametrize("fields", [{"user_name": LUCIA}, {"password": PASSWORD}, {}])
def test_missing_fields_are_asked_for(site: Site, fields: dict[str, str]):
    with Visitor(site) as visitor:
        visitor.open(site.ask("en"))
        page = visitor.send(fields)

    assert page.status_code == 422
    assert says(page, "Please enter your user name and your password.")


def test_an_expired_code_says_so(site: Site, moving: MovingClock):
    asked = site.ask("fr")
    with Visitor(site) as visitor:
        visitor.open(asked)
        moving.forward(minutes=15)
        opened = visitor.http.get("/device", params={"user_code": asked["user_code"]})
        posted = visitor.sign_in(LUCIA)

    for page in (opened, posted):
        assert page.status_code == 410
        assert says(page, "Ce code a expiré")


def test_a_used_code_says_so(site: Site):
    asked = site.ask("en")
    with Visitor(site) as visitor, Visitor(site) as another:
        another.open(asked)
        visitor.open(asked)
        visitor.sign_in(LUCIA)
        late = another.sign_in(TOMASZ)
        again = visitor.open(asked)

    for page in (late, again):
        assert page.status_code == 410
        assert says(page, "This code has already been used")
    token = site.poll(asked).json()["access_token"]
    assert site.about(token).json()["sub"] == "C-1"


def test_a_refused_code_cannot_be_used_afterwards(site: Site):
    asked = site.ask("en")
    with Visitor(site) as visitor, Visitor(site) as another:
        another.open(asked)
        visitor.open(asked)
        visitor.refuse()
        page = another.sign_in(LUCIA)

    assert page.status_code == 410
    assert says(page, "This code is no longer valid")
    assert site.poll(asked).json()["error"] == "access_denied"


@pytest.mark.parametrize(
    ("code", "status", "text"),
    [
        ("BBBB-BBBB", 404, "We don’t know this code."),
        ("WDJB", 422, "A code has eight letters."),
        ("<script>", 422, "A code has eight letters."),
        ("1234-5678", 422, "A code has eight letters."),
        ("\x00", 422, "A code has eight letters."),
    ],
)
def test_a_code_of_nobodys_is_asked_for_again(site: Site, code: str, status: int, text: str):
    with Visitor(site) as visitor:
        page = visitor.open({"user_code": code}, lang="en")

    assert page.status_code == status
    assert says(page, text, "<h1>Enter the code</h1>")
    assert "<script>" not in page.text


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_post_from_another_site_is_refused(site: Site, headers: dict[str, str]):
    asked = site.ask()
    with Visitor(site) as visitor:
        visitor.open(asked)
        page = visitor.sign_in(LUCIA, **headers)

    assert page.status_code == 403
    assert site.poll(asked).json()["error"] == "authorization_pending"


@pytest.mark.parametrize("answer", ["sign_in", "refuse"])
@pytest.mark.parametrize("token", [None, "", "guessed"])
def test_a_post_without_this_browsers_token_is_refused(site: Site, token: str | None, answer: str):
    asked = site.ask("en")
    with Visitor(site) as visitor:
        visitor.open(asked)
        del visitor.hidden["csrf"]
        fields = {"user_name": LUCIA, "password": PASSWORD, "answer": answer}
        page = visitor.send(fields if token is None else {**fields, "csrf": token})
        again = visitor.sign_in(LUCIA)

    assert page.status_code == 403
    assert says(page, "Please try again.")
    assert path_of(again) == "/device/done"


def test_a_post_without_cookies_is_refused_with_a_way_on(site: Site):
    asked = site.ask("en")
    with Visitor(site) as visitor:
        visitor.open(asked)
        visitor.http.cookies.clear()
        page = visitor.sign_in(LUCIA)

    assert page.status_code == 403
    assert says(page, "your browser does not accept cookies")


def test_a_post_from_our_own_page_is_taken(site: Site):
    with Visitor(site) as visitor:
        visitor.open(site.ask())
        done = visitor.sign_in(LUCIA, **{"Origin": site.url, "Sec-Fetch-Site": "same-origin"})

    assert path_of(done) == "/device/done"


def test_what_is_not_a_form_is_no_sign_in(site: Site):
    answer = httpx.post(f"{site.url}/device", json={"user_code": "x"}, trust_env=False)

    assert answer.status_code == 422


def test_nobody_keeps_frames_or_adds_to_a_sign_in_page(site: Site):
    with Visitor(site) as visitor:
        page = visitor.open(site.ask())

    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "same-origin"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.headers["x-frame-options"] == "DENY"
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "style-src 'self';" in policy
    assert "form-action 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "<script>" not in page.text
    assert "style=" not in page.text
    cookie = page.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_password_managers_and_screen_readers_know_the_fields(site: Site):
    with Visitor(site) as visitor:
        page = visitor.open(site.ask())

    assert 'autocomplete="username"' in page.text
    assert 'autocomplete="current-password"' in page.text
    assert '<label for="user_name">' in page.text
    assert '<label for="password">' in page.text
