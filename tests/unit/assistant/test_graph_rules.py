"""The fake Graph API refuses what Meta refuses: every limit at, below and above it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.graph_rules import RefusedByMeta, check_message

TEMPLATES = {("aclaro_report_news", "es"): 1}
ENVELOPE: dict[str, Any] = {
    "messaging_product": "whatsapp",
    "recipient_type": "individual",
    "to": "34600111222",
}


def text(body: Any) -> dict[str, Any]:
    return {**ENVELOPE, "type": "text", "text": {"body": body, "preview_url": False}}


def interactive(kind: str, action: dict[str, Any], **more: Any) -> dict[str, Any]:
    told = {"type": kind, "body": {"text": "¿?"}, "action": action, **more}
    return {**ENVELOPE, "type": "interactive", "interactive": told}


def buttons(*replies: tuple[str, str], **more: Any) -> dict[str, Any]:
    told = [{"type": "reply", "reply": {"id": id_, "title": title}} for id_, title in replies]
    return interactive("button", {"buttons": told}, **more)


def rows(*told: dict[str, str], button: str = "Elegir", section: str = "Elegir") -> dict[str, Any]:
    return interactive(
        "list", {"button": button, "sections": [{"title": section, "rows": list(told)}]}
    )


def row(id_: str = "1", title: str = "Uno", **more: str) -> dict[str, str]:
    return {"id": id_, "title": title, **more}


def link(title: str = "Abrir", url: str = "https://telvia.example") -> dict[str, Any]:
    return interactive(
        "cta_url", {"name": "cta_url", "parameters": {"display_text": title, "url": url}}
    )


def body_of(length: int) -> dict[str, Any]:
    return buttons(("1", "Sí"), body={"text": "x" * length})


def refused(message: dict[str, Any]) -> int | None:
    try:
        check_message(message, TEMPLATES)
    except RefusedByMeta as refusal:
        return refusal.code
    return None


LIMITS: dict[str, tuple[int, Callable[[int], dict[str, Any]]]] = {
    "text": (4096, lambda n: text("x" * n)),
    "interactive body": (1024, body_of),
    "header": (60, lambda n: buttons(("1", "Sí"), header={"type": "text", "text": "x" * n})),
    "footer": (60, lambda n: buttons(("1", "Sí"), footer={"text": "x" * n})),
    "button title": (20, lambda n: buttons(("1", "x" * n))),
    "button id": (256, lambda n: buttons(("x" * n, "Sí"))),
    "buttons": (3, lambda n: buttons(*((str(i), f"Botón {i}") for i in range(n)))),
    "row title": (24, lambda n: rows(row(title="x" * n))),
    "row description": (72, lambda n: rows(row(description="x" * n))),
    "row id": (200, lambda n: rows(row("x" * n))),
    "rows": (10, lambda n: rows(*(row(str(i), f"Fila {i}") for i in range(n)))),
    "list button": (20, lambda n: rows(row(), button="x" * n)),
    "section": (24, lambda n: rows(row(), section="x" * n)),
    "link button": (20, lambda n: link("x" * n)),
    "mark": (512, lambda n: {**text("x"), "biz_opaque_callback_data": "x" * n}),
}


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_is_kept_to_the_letter(name: str):
    limit, message = LIMITS[name]
    assert refused(message(limit - 1)) is None
    assert refused(message(limit)) is None
    assert refused(message(limit + 1)) == 131009
    assert refused(message(0)) == 131009, "nothing at all"


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (text("   "), 131009),
        (text(5), 131009),
        (buttons(("1", "Sí"), ("1", "No")), 131009),
        (buttons(("1", "Sí"), ("2", "Sí")), 131009),
        (rows(row("1", "Uno"), row("1", "Dos")), 131009),
        (rows(row("1", "Uno"), row("2", "Uno")), 131009),
        (link(url="javascript:alert(1)"), 131009),
        (link(url="telvia.example"), 131009),
        ({**text("x"), "to": "Ann"}, 131009),
        ({**text("x"), "to": ""}, 131009),
        ({name: it for name, it in text("x").items() if name != "to"}, 131008),
        ({**text("x"), "type": "hologram"}, 100),
        ({**text("x"), "surprise": 1}, 100),
        ({**text("x"), "text": {"body": "x", "font": "serif"}}, 100),
        ({**text("x"), "messaging_product": "telegram"}, 131009),
        ({**text("x"), "recipient_type": "group"}, 131009),
        (rows({**row(), "icon": "star"}), 100),
    ],
)
def test_what_meta_does_not_know_is_refused(message: dict[str, Any], code: int):
    assert refused(message) == code


def test_a_user_id_is_an_address_too():
    message = {name: it for name, it in text("x").items() if name != "to"}
    for user_id in ("ES.13491208655302741918", "US.ENT.11815799212886844830", "FR.ab12"):
        assert check_message({**message, "recipient": user_id}, {}) == user_id
    assert refused({**message, "recipient": "34600111222"}) == 131009


def test_a_template_must_be_approved_in_its_language():
    button = {"type": "button", "sub_type": "quick_reply", "index": 0, "parameters": []}
    template: dict[str, Any] = {
        "name": "aclaro_report_news",
        "language": {"code": "es"},
        "components": [button],
    }
    message: dict[str, Any] = {**ENVELOPE, "type": "template", "template": template}
    assert refused(message) is None
    in_french = copy.deepcopy(message)
    in_french["template"]["language"]["code"] = "fr"
    assert refused(in_french) == 132001
    filled_in = copy.deepcopy(message)
    filled_in["template"]["components"].append({"type": "body", "parameters": []})
    assert refused(filled_in) == 132000
    twice = copy.deepcopy(message)
    twice["template"]["components"].append(button)
    assert refused(twice) == 132000
