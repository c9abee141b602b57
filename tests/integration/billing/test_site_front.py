"""The operator's front page, with the chat on it."""

import asyncio
import html
import re
from pathlib import Path

import httpx
import pytest

from billing.site import front
from billing.site.languages import LANGUAGES
from tests.integration.billing.visitor import Site

HEADINGS = {
    "en": "A charge you don’t recognise?",
    "es": "¿Un cargo que no reconoce?",
    "fr": "Un montant que vous ne reconnaissez pas\u202f?",
    "pl": "Nieznana opłata na rachunku?",
}


def get(site: Site, path: str, **headers: str) -> httpx.Response:
    return httpx.get(site.url + path, headers=headers, trust_env=False)


@pytest.mark.parametrize("language", HEADINGS)
def test_the_front_page_is_in_the_language_asked_for(site: Site, language: str):
    page = get(site, f"/?lang={language}", **{"Accept-Language": "de"})

    assert page.status_code == 200
    words = html.unescape(page.text)
    assert f'<html lang="{language}">' in words
    assert f"<h1>{HEADINGS[language]}</h1>" in words


@pytest.mark.parametrize(
    ("query", "language"), [("", "pl"), ("?lang=FR", "fr"), ("?lang=xx", "pl")]
)
def test_otherwise_it_is_in_the_browsers_language(site: Site, query: str, language: str):
    page = get(site, f"/{query}", **{"Accept-Language": "pl-PL,pl"})

    assert f'<html lang="{language}">' in page.text


@pytest.mark.parametrize("language", HEADINGS)
def test_who_finds_nothing_is_told_so_and_led_home(site: Site, language: str):
    page = get(site, f"/nothing?lang={language}", Accept="text/html,*/*;q=0.8")

    assert page.status_code == 404
    assert f'<html lang="{language}">' in page.text
    assert f'href="/?lang={language}"' in page.text
    assert get(site, "/nothing").json() == {"detail": "Not Found"}
    assert get(site, "/tmf-api/nothing", Accept="text/html").json()["code"] == "notFound"


def test_the_chat_is_one_script_and_one_tag(site: Site):
    page = get(site, "/?lang=pl")

    assert '<script type="module" src="/widget/aclaro-chat.js"></script>' in page.text
    tag = '<aclaro-chat lang="pl" operator="Telvia" visitor="/account/visitor"></aclaro-chat>'
    assert tag in page.text


def test_the_page_links_to_itself_in_every_language(site: Site):
    page = get(site, "/?lang=en")

    for language in LANGUAGES:
        assert f'href="/?lang={language}"' in page.text


def test_nothing_on_the_page_comes_from_elsewhere(site: Site):
    page = get(site, "/")

    sources = re.findall(r'(?:src|href|action)="([^"]+)"', page.text)
    assert sources
    for source in sources:
        assert source.startswith(("/", "#", "tel:", "mailto:")), source
        assert not source.startswith("//")


def test_every_file_that_the_page_needs_is_served_and_asked_after(site: Site):
    page = get(site, "/")
    files = set(re.findall(r'"(/site/[^"]+)"', page.text)) | {"/site/close.js"}

    assert len(files) >= 3
    for file in files:
        answer = get(site, file)
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "no-cache"
        assert answer.headers["x-content-type-options"] == "nosniff"
        again = get(site, file, **{"If-None-Match": answer.headers["etag"]})
        assert again.status_code == 304


def test_the_widget_is_served_from_its_folder(site: Site):
    built = front.WIDGET / "aclaro-chat.js"

    answer = get(site, "/widget/aclaro-chat.js")

    assert answer.status_code == (200 if built.exists() else 404)


def test_a_page_of_another_origin_may_load_the_widget(tmp_path: Path):
    (tmp_path / "aclaro-chat.js").write_text("// the widget")
    folder = httpx.ASGITransport(front.Widget(directory=tmp_path))

    async def load() -> httpx.Response:
        async with httpx.AsyncClient(transport=folder, base_url="http://site") as browser:
            return await browser.get("/aclaro-chat.js")

    answer = asyncio.run(load())
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "path",
    [
        "/widget/../../../requirements.in",
        "/widget/%2e%2e/package.json",
        "/site/%2e%2e/operator.json",
        "/site/..%2foperator.json",
        "/widget/",
        "/nothing",
    ],
)
def test_nothing_else_is_served(site: Site, path: str):
    assert get(site, path).status_code == 404


def test_the_page_is_healthy_when_the_database_answers(site: Site):
    assert get(site, "/healthz").json() == {"status": "ok"}


def test_a_folder_that_is_not_there_yet_holds_no_files(tmp_path: Path):
    files = front.Files(directory=tmp_path / "dist", check_dir=False)

    full_path, found = files.lookup_path("aclaro-chat.js")
    assert (full_path, found) == ("", None)
