"""Everything that the assistant may say, as the channels get it, and what each channel makes of it.

`catalogue` puts every response of a language together with long values in place of its arguments,
and with every title that a button has anywhere. `check_everywhere` does the same for what a test
heard an action say. A channel's renderer is checked by a function in `CHANNELS`, which fails with
an AssertionError where the channel would be given what it does not take.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import yaml

import locales
from assistant.nlg import FluentNaturalLanguageGenerator
from assistant.rendering import plain, telegram, whatsapp
from assistant.rendering.message import Link as MessageLink
from assistant.rendering.message import Message, read_message
from assistant.rendering.splitting import utf16_length
from assistant.rendering.whatsapp import Labels
from assistant.texts import texts
from scripts.settings import ROOT
from tests.graph_rules import check_message
from tests.parity.test_locales import arguments, files
from tests.whatsapp_body import as_sent

OPERATOR_WORDS = (
    "We have gone through the calls that you dispute, one by one. “Two of them” were forwarded by "
    "the line’s own answering service <after 20 s>, & the third is a call to a premium number. "
) * 12
CUSTOMER_WORDS = "Nadie en casa hizo esas llamadas; żadne z nas, ni l’un ni l’autre 👩‍👧! " * 28
ADDRESS = "calle de la Princesa de Asturias, 117, edificio B, planta 12.ª, 28008 Madrid"

#: A long but plausible value for each argument of a message, by its name.
LONG: dict[str, Any] = {
    "account": "BA-ES-1001-2026-000000117",
    "address": ADDRESS,
    "amount": {"money": 1234567, "currency": "EUR"},
    "answer_by": {"day": "2026-09-30"},
    "bill": "ES2026101004-000117",
    "city": "San Cristóbal de La Laguna",
    "closes": {"instant": "2026-09-30T20:30:00Z", "zone": "Europe/Madrid", "style": "time"},
    "code": "WDJB-MJHT",
    "count": 188,
    "country": {"country": "VC"},
    "date": {"day": "2026-09-30"},
    "day": {"weekday": "2026-09-30"},
    "disputed": {"money": 1234567, "currency": "EUR"},
    "duration": {"duration": 86399},
    "email": "atencion.a.clientes.y.reclamaciones@telvia-telecomunicaciones.example",
    "example": {"money": 4550, "currency": "EUR"},
    "filed": {"day": "2026-09-30"},
    "first": 181,
    "from": {"instant": "2026-09-30T08:30:00Z", "zone": "Europe/Madrid", "style": "time"},
    "language": {"language": "es"},
    "last": 188,
    "limit": 4000,
    "link": "https://selfcare.telvia-telecomunicaciones.example/device?user_code=WDJB-MJHT",
    "means": {"message": "means_direct_debit"},
    "month": {"month": "2026-09"},
    "name": "María de los Ángeles Fernández-Cuesta y Ruiz de la Prada",
    "note": OPERATOR_WORDS,
    "number": {"phone": "+5215512345678"},
    "offered": {"money": 1234567, "currency": "EUR"},
    "office_hours": "09:00–18:00",
    "opens": {"weekday": "2026-09-30"},
    "period": {"period": ["2026-08-31", "2026-09-30"]},
    "phone": {"phone": "+5215512345678"},
    "phone_hours": "09:00–18:00",
    "place": "San Vicente y las Granadinas",
    "positions": {"list": [str(n) for n in range(181, 201)]},
    "price": {"money": 1234567, "currency": "EUR"},
    "question": OPERATOR_WORDS,
    "reason": {"message": "reason_setup_fee"},
    "report": "DSP-7F3K-29QX",
    "status": {"message": "status_acknowledged"},
    "subject": "-",
    "team": {"message": "team_complaints"},
    "time": {"instant": "2026-09-30T20:30:00Z", "zone": "Europe/Madrid", "style": "time"},
    "to": {"instant": "2026-09-30T20:30:00Z", "zone": "Europe/Madrid", "style": "time"},
    "topic": {"message": "topic_report_lost_equipment"},
    "total": {"money": 1234567, "currency": "EUR"},
    "when": {"instant": "2026-09-30T20:30:00Z", "zone": "Europe/Madrid"},
    "words": CUSTOMER_WORDS,
}
LONG["line"] = {"list": [{"phone": f"+34 6123451{n}"} for n in range(10, 40)]}
LONG["lines"] = LONG["line"]
LONG["call"] = {
    "message": "call_title",
    "args": {"when": LONG["when"], "number": LONG["number"]},
}
LONG["calls"] = {"lines": [LONG["call"]] * 60}
#: What a name stands for that has not been heard of here.
UNHEARD_OF = "Quartierverwaltungsangelegenheiten 1/2 & <b>" * 3

#: What opens a button's title.
TITLES = ("button_", "reason_", "cycle_", "means_", "topic_", "report_title", "answered_report_")
#: So many calls are in one list.
MOST_CALLS = 188


def catalogue(language: str) -> Iterator[Message]:
    """Everything that may be said in a language: each response with its standing buttons and each
    kind of content, and all titles as choices.
    """
    for response in responses():
        standing = [button(language, it["title"]) for it in _standing_buttons(response)]
        for content in (None, *contents(language)):
            yield message(language, say(language, response), standing, content)
    titles = [button(language, title) for title in button_titles()]
    for at in range(0, len(titles), 10):
        yield message(language, say(language, "utter_what_next"), titles[at : at + 10])
    yield message(language, say(language, "utter_what_next"), titles)
    yield message(language, say(language, "utter_what_next"), [*titles, *titles], calls(language))


def check_everywhere(said: Mapping[str, Any]) -> None:
    """Whether every channel takes what an action says, in every language; the same is checked once.

    `said` has `response`, and `args`, `choices` and `content` if it has any.
    """
    given = (said["response"], said.get("args"), said.get("choices") or (), said.get("content"))
    shape = repr(given)
    if shape in _CHECKED:
        return
    _CHECKED.add(shape)
    for language in locales.LANGUAGES:
        body = _GENERATOR.message(language, *given)
        check(message(language, body["text"], body.get("buttons") or (), body.get("custom")))


def check(said: Message) -> None:
    """Whether every channel takes what it would be given."""
    for channel in CHANNELS:
        channel(said)


def check_plain(said: Message) -> None:
    """Nothing is left out."""
    text = plain.plain(said)
    assert said.text in text
    assert all(choice.title in text for choice in said.choices)
    assert all("\n" not in choice.title for choice in said.choices), "no button has two lines"


def check_telegram(said: Message) -> None:
    """The Bot API's limits: sendMessage, InlineKeyboardMarkup and InlineKeyboardButton."""
    given = telegram.pieces(said)
    assert given, "nothing would be sent"
    for piece in given:
        assert 0 < utf16_length(piece["text"]) <= 4096
        assert piece["text"] == piece["text"].strip()
        buttons = [it for row in piece["keyboard"] for it in row]
        assert len(buttons) <= 100
        assert all(0 < len(row) <= 8 for row in piece["keyboard"])
        for it in buttons:
            assert it["text"].strip()
            assert "url" in it or 1 <= len(it["callback_data"].encode()) <= 64
    assert all(not piece["keyboard"] for piece in given[:-1])
    told = {it["text"] for row in given[-1]["keyboard"] for it in row}
    whole = "".join(piece["text"] for piece in given)
    assert all(choice.title in told or choice.title in whole for choice in said.choices)
    assert "".join(said.text.split()) in "".join(whole.split())


def check_whatsapp(said: Message) -> None:
    """The Cloud API's limits, as `graph_rules` has them from Meta's reference."""
    labels = _labels(said.language)
    given = whatsapp.whatsapp_pieces(said, labels)
    assert given, "nothing would be sent"
    for piece in given:
        check_message(as_sent(piece), {})
    whole = "".join("".join(piece["text"].split()) for piece in given)
    link = said.content.url if isinstance(said.content, MessageLink) else ""
    assert "".join(said.text.replace(link, "").split()) in whole.replace(link, "")
    rows = given[-1].get("rows") or given[-1].get("buttons") or []
    told = [it.get("description") or it["title"] for it in rows]
    shown = [choice.title for choice in said.choices]
    if len(shown) > whatsapp.MAX_ROWS:
        assert told.pop() == labels.more
        shown = shown[: len(told)]
    for title, one in zip(shown, told, strict=True):
        assert title == one or "".join(title.split()) in whole


CHANNELS: list[Callable[[Message], None]] = [check_plain, check_telegram, check_whatsapp]


_GENERATOR = FluentNaturalLanguageGenerator()
_CHECKED: set[str] = set()


def message(
    language: str,
    text: str,
    buttons: Sequence[Mapping[str, str]] = (),
    content: Mapping[str, Any] | None = None,
) -> Message:
    """A message as it comes out of the outbox."""
    body = {"seq": 123_456_789, "text": text, "language": language, "buttons": buttons}
    return read_message({**body, "custom": content})


def say(language: str, name: str) -> str:
    """A message of the catalogue, with long values in it."""
    return texts().render(language, name, long_arguments(name))


def button(language: str, title: str) -> dict[str, str]:
    """A button with this message as its title."""
    words = say(language, title)
    return {"title": words[:1].upper() + words[1:], "payload": "/inform"}


def long_arguments(name: str) -> dict[str, Any]:
    """Long values for the arguments of a message."""
    return {argument: LONG.get(argument, UNHEARD_OF) for argument in arguments(_entries()[name])}


def contents(language: str) -> list[dict[str, Any]]:
    """One of each kind of content."""
    link = {"kind": "link", "title": say(language, "button_sign_in"), "url": LONG["link"]}
    bars = [
        {"label": say(language, title), "value": "1.234.567,89 €", "share": share / 20}
        for share, title in enumerate(_beginning_with("reason_"))
    ]
    chart = {"kind": "chart", "title": say(language, "utter_what_next"), "bars": bars}
    return [calls(language), {**link, "code": LONG["code"]}, chart]


def calls(language: str, count: int = MOST_CALLS) -> dict[str, Any]:
    """A long list of calls, some of which cannot be disputed."""
    notes = [None, None, *(say(language, it) for it in _beginning_with("ineligible_too"))]
    return {
        "kind": "calls",
        "label": say(language, "calls_label"),
        "items": [
            {
                "position": n,
                "title": say(language, "call_title"),
                "detail": say(language, "call_detail"),
                "price": "12.345,67 €",
                "note": notes[n % len(notes)],
                "enabled": notes[n % len(notes)] is None,
            }
            for n in range(1, count + 1)
        ],
        "submit": say(language, "button_dispute_marked"),
    }


def responses() -> list[str]:
    """Every response, by name."""
    return _beginning_with("utter_")


def button_titles() -> list[str]:
    """Every message that may be on a button."""
    return [name for name in _entries() if name.startswith(TITLES)]


def _beginning_with(prefix: str) -> list[str]:
    return [name for name in _entries() if name.startswith(prefix)]


@cache
def _labels(language: str) -> Labels:
    return Labels(say(language, "whatsapp_choose"), say(language, "whatsapp_more"))


@cache
def _entries() -> dict[str, Any]:
    """The messages that customers read in the chat, by name."""
    own = (entries for name, entries in files(locales.DEFAULT).items() if "/" not in name)
    return {name: entry for entries in own for name, entry in entries.items()}


@cache
def _domain() -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["responses"])


def _standing_buttons(response: str) -> list[dict[str, str]]:
    return list((_domain().get(response) or [{}])[0].get("buttons") or [])
