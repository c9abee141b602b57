"""The pages' colours stand out from each other as WCAG 2.2 asks, in the light and in the dark."""

import re

import pytest

from billing.site.pages import TEMPLATES

STYLE = (TEMPLATES.parent / "static" / "site.css").read_text(encoding="utf-8")
COLOUR = re.compile(r"--([\w-]+): #([0-9a-f]{3}|[0-9a-f]{6});")
LIGHT, DARK = (dict(COLOUR.findall(rules)) for rules in re.findall(r":root \{(.*?)\}", STYLE, re.S))
SCHEMES = {"light": LIGHT, "dark": {**LIGHT, **DARK}}
GROUNDS = ("paper", "card", "tint")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("words", ["ink", "soft", "brand"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_can_be_read(scheme: str, words: str, ground: str):
    assert contrast(SCHEMES[scheme], words, ground) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("words", "ground"), [("bad", "bad-tint"), ("on-brand", "brand")])
def test_words_on_a_ground_of_their_own_can_be_read(scheme: str, words: str, ground: str):
    assert contrast(SCHEMES[scheme], words, ground) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("edge", ["focus", "field"])
@pytest.mark.parametrize("ground", GROUNDS[:2])
def test_the_focus_and_the_edge_of_a_field_can_be_seen(scheme: str, edge: str, ground: str):
    assert contrast(SCHEMES[scheme], edge, ground) >= 3


def test_the_focus_is_drawn_in_its_colour_and_a_hint_as_words_are():
    for style in ("site.css", "staff.css"):
        rules = (TEMPLATES.parent / "static" / style).read_text(encoding="utf-8")
        drawn = re.findall(r":focus[^{]*\{[^}]*outline: 3px solid var\(--([\w-]+)\)", rules)
        assert set(drawn) == {"focus"}
    assert re.search(r"::placeholder \{ color: var\(--soft\)", STYLE)


def contrast(colours: dict[str, str], one: str, other: str) -> float:
    """By WCAG 2: from 1, the same, to 21, black on white."""
    lighter, darker = sorted((luminance(colours[one]), luminance(colours[other])), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, from 0 to 1."""
    whole = colour if len(colour) == 6 else "".join(2 * digit for digit in colour)
    parts = (int(whole[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
