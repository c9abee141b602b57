"""Which pages may have the chat on them."""

from __future__ import annotations

import pytest

from assistant.channels.origins import own_origins, widget_origins

OURS = {"PUBLIC_URL": "https://help.telvia.example"}


@pytest.mark.parametrize(
    ("url", "origins"),
    [
        ("https://telvia.example/path", ["https://telvia.example"]),
        ("https://telvia.example:443", ["https://telvia.example"]),
        ("http://127.0.0.1:8080", ["http://127.0.0.1:8080", "http://localhost:8080"]),
    ],
)
def test_our_own_site_may_embed_the_widget(url: str, origins: list[str]):
    assert own_origins(url) == origins


def test_no_other_page_may_unless_it_is_named():
    assert widget_origins(OURS) == ["https://help.telvia.example"]


@pytest.mark.parametrize(
    "named",
    [
        "https://www.telvia.example http://telvia.example:8000",
        " https://www.telvia.example,\nhttp://telvia.example:8000 ",
        "https://WWW.Telvia.example:443/, http://telvia.example:8000/",
    ],
)
def test_the_operator_names_pages_as_they_come_and_they_are_written_as_browsers_do(named: str):
    assert widget_origins({**OURS, "WIDGET_ORIGINS": named})[1:] == [
        "https://www.telvia.example",
        "http://telvia.example:8000",
    ]


@pytest.mark.parametrize(
    "named",
    [
        "*",
        "null",
        "www.telvia.example",
        "https://",
        "https://*.telvia.example/help",
        "https://telvia.example/help",
        "https://telvia.example?",
        "https://somebody@telvia.example",
        "ftp://telvia.example",
    ],
)
def test_what_no_browser_would_say_is_named(named: str):
    with pytest.raises(ValueError, match=r"^WIDGET_ORIGINS: .* is no origin"):
        widget_origins({**OURS, "WIDGET_ORIGINS": named})
