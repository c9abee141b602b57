"""What Meta refuses of a message, as its reference of the Cloud API says it.

The limits are Meta's, written down a second time on purpose: what is tested reads its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import urlsplit

Json = Mapping[str, Any]

UNEXPECTED = 100
MISSING = 131008
INVALID = 131009
UNSUPPORTED = 131051
NO_TEMPLATE = 132001
WRONG_COUNT = 132000

_REPLY_ID = 256
_ROW_ID = 200


class RefusedByMeta(Exception):
    """An error as the Graph API words it."""

    def __init__(self, code: int, details: str, status: int = 400) -> None:
        super().__init__(f"{code}: {details}")
        self.code = code
        self.details = details
        self.status = status

    def body(self) -> dict[str, Any]:
        """The body of the answer."""
        said = {
            "message": f"(#{self.code}) {self.details}",
            "type": "OAuthException",
            "code": self.code,
            "error_data": {"messaging_product": "whatsapp", "details": self.details},
            "fbtrace_id": "Az8or2yhqkZfEZ-_4Qn_Bam",
        }
        return {"error": said}


def check_message(message: Json, templates: Mapping[tuple[str, str], int]) -> str:
    """Whom a message is for. Raises RefusedByMeta.

    `templates`: the approved ones, name and language, with the count of their buttons.
    """
    kind = _word(message, "type")
    known = {"messaging_product", "recipient_type", "type", "biz_opaque_callback_data", "context"}
    address = "to" if "to" in message else "recipient"
    _only(message, known | {address, kind})
    if _word(message, "messaging_product") != "whatsapp":
        raise RefusedByMeta(INVALID, "messaging_product must be whatsapp")
    if message.get("recipient_type", "individual") != "individual":
        raise RefusedByMeta(INVALID, "recipient_type must be individual")
    if "biz_opaque_callback_data" in message:
        _text(message, "biz_opaque_callback_data", 512)
    checks = {"text": _check_text, "interactive": _check_interactive}
    if kind == "template":
        _check_template(_object(message, kind), templates)
    elif kind in checks:
        checks[kind](_object(message, kind))
    else:
        raise RefusedByMeta(UNSUPPORTED, f"{kind} is not a type of message here")
    return _address(message, address)


def _address(message: Json, field: str) -> str:
    pattern = r"\+?\d{5,20}" if field == "to" else r"[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}"
    address = _word(message, field)
    if not re.fullmatch(pattern, address):
        raise RefusedByMeta(INVALID, f"{field} is not valid")
    return address


def _check_text(text: Json) -> None:
    _only(text, {"body", "preview_url"})
    _text(text, "body", 4096)
    if not isinstance(text.get("preview_url", False), bool):
        raise RefusedByMeta(INVALID, "preview_url must be a boolean")


def _check_interactive(interactive: Json) -> None:
    _only(interactive, {"type", "header", "body", "footer", "action"})
    body = _object(interactive, "body")
    _only(body, {"text"})
    _text(body, "text", 1024)
    for part in ("header", "footer"):
        if part in interactive:
            _text(_object(interactive, part), "text", 60)
    kind, action = _word(interactive, "type"), _object(interactive, "action")
    checks = {"button": _check_buttons, "list": _check_list, "cta_url": _check_link}
    if kind not in checks:
        raise RefusedByMeta(INVALID, f"interactive type {kind} is not valid")
    checks[kind](action)


def _check_buttons(action: Json) -> None:
    _only(action, {"buttons"})
    buttons = _list(action, "buttons", 3)
    replies = []
    for button in buttons:
        _only(button, {"type", "reply"})
        if _word(button, "type") != "reply":
            raise RefusedByMeta(INVALID, "a button's type must be reply")
        reply = _object(button, "reply")
        _only(reply, {"id", "title"})
        _text(reply, "id", _REPLY_ID)
        _text(reply, "title", 20)
        replies.append(reply)
    _unlike([it["id"] for it in replies], "button ids")
    _unlike([it["title"] for it in replies], "button titles")


def _check_list(action: Json) -> None:
    _only(action, {"button", "sections"})
    _text(action, "button", 20)
    sections = _list(action, "sections", 10)
    rows = []
    for section in sections:
        _only(section, {"title", "rows"})
        if len(sections) > 1 or "title" in section:
            _text(section, "title", 24)
        rows += _list(section, "rows", 10)
    if len(rows) > 10:
        raise RefusedByMeta(INVALID, "all sections together have at most 10 rows")
    for row in rows:
        _only(row, {"id", "title", "description"})
        _text(row, "id", _ROW_ID)
        _text(row, "title", 24)
        if "description" in row:
            _text(row, "description", 72)
    _unlike([it["id"] for it in rows], "row ids")
    _unlike([it["title"] for it in rows], "row titles")


def _check_link(action: Json) -> None:
    _only(action, {"name", "parameters"})
    if _word(action, "name") != "cta_url":
        raise RefusedByMeta(INVALID, "name must be cta_url")
    parameters = _object(action, "parameters")
    _only(parameters, {"display_text", "url"})
    _text(parameters, "display_text", 20)
    _text(parameters, "url", 2000)
    if urlsplit(parameters["url"]).scheme not in ("http", "https"):
        raise RefusedByMeta(INVALID, "url must begin with http:// or https://")


def _check_template(template: Json, templates: Mapping[tuple[str, str], int]) -> None:
    _only(template, {"name", "language", "components"})
    language = _object(template, "language")
    _only(language, {"code", "policy"})
    buttons = templates.get((_word(template, "name"), _word(language, "code")))
    if buttons is None:
        raise RefusedByMeta(NO_TEMPLATE, "Template name does not exist in the translation", 404)
    components = template.get("components", ())
    for component in components:
        _only(component, {"type", "sub_type", "index", "parameters"})
        if (
            _word(component, "type") != "button"
            or component.get("sub_type", "").lower() != "quick_reply"
        ):
            raise RefusedByMeta(WRONG_COUNT, "the template's body has no parameters")
    if len(components) > buttons:
        raise RefusedByMeta(WRONG_COUNT, "the template has fewer buttons")


def check_template(template: Json) -> None:
    """What Meta's review refuses at once, when a template is submitted. Raises RefusedByMeta."""
    _only(template, {"name", "language", "category", "components"})
    if not re.fullmatch(r"[a-z0-9_]{1,512}", _word(template, "name")):
        raise RefusedByMeta(UNEXPECTED, "name: small letters, digits and underscores")
    if template["category"] not in ("UTILITY", "MARKETING", "AUTHENTICATION"):
        raise RefusedByMeta(UNEXPECTED, "category")
    by_type = {_word(it, "type"): it for it in template["components"]}
    _text(by_type["BODY"], "text", 1024)
    if re.search(r"\{\{|\n{3,}| {5,}", by_type["BODY"]["text"]):
        raise RefusedByMeta(UNEXPECTED, "body: a variable, or too much space")
    for button in by_type["BUTTONS"]["buttons"]:
        _text(button, "text", 25)


def _only(thing: Json, fields: Collection[str]) -> None:
    for name in thing:
        if name not in fields:
            raise RefusedByMeta(UNEXPECTED, f"Unexpected key {name!r}")


def _object(thing: Json, field: str) -> Json:
    if field not in thing:
        raise RefusedByMeta(MISSING, f"{field} is required")
    value = thing[field]
    if not isinstance(value, dict):
        raise RefusedByMeta(INVALID, f"{field} must be an object")
    return value


def _list(thing: Json, field: str, most: int) -> list[Json]:
    value = thing.get(field)
    if not isinstance(value, list) or not 1 <= len(value) <= most:
        raise RefusedByMeta(INVALID, f"{field}: between 1 and {most}")
    return value


def _word(thing: Json, field: str) -> str:
    if field not in thing:
        raise RefusedByMeta(MISSING, f"{field} is required")
    value = thing[field]
    if not isinstance(value, str) or not value:
        raise RefusedByMeta(INVALID, f"{field} must be text")
    return value


def _text(thing: Json, field: str, most: int) -> None:
    value = _word(thing, field)
    if not value.strip():
        raise RefusedByMeta(INVALID, f"{field} must not be blank")
    if len(value) > most:
        raise RefusedByMeta(INVALID, f"{field} must be no longer than {most} characters")


def _unlike(values: list[str], what: str) -> None:
    if len(set(values)) < len(values):
        raise RefusedByMeta(INVALID, f"{what} must be unique")
