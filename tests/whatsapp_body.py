"""A piece of `assistant.rendering.whatsapp` as it goes to Meta, without pywa in between."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_KINDS = {"buttons": "button", "list": "list", "link": "cta_url"}


def as_sent(piece: Mapping[str, Any]) -> dict[str, Any]:
    """The body of the request."""
    envelope = {"messaging_product": "whatsapp", "to": "34600111222"}
    if piece["kind"] == "text":
        return {**envelope, "type": "text", "text": {"body": piece["text"]}}
    told = {"type": _KINDS[piece["kind"]], "body": {"text": piece["text"]}}
    interactive = {**told, "action": _action(piece)}
    return {**envelope, "type": "interactive", "interactive": interactive}


def _action(piece: Mapping[str, Any]) -> dict[str, Any]:
    if piece["kind"] == "buttons":
        return {"buttons": [{"type": "reply", "reply": it} for it in piece["buttons"]]}
    if piece["kind"] == "list":
        section = {"title": piece["button"], "rows": piece["rows"]}
        return {"button": piece["button"], "sections": [section]}
    return {
        "name": "cta_url",
        "parameters": {"display_text": piece["title"], "url": piece["url"]},
    }
