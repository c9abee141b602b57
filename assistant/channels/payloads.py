"""What a customer's message may contain before Rasa sees it.

Rasa obeys any text that begins with a slash. So a button's payload goes through only if its
intent and every entity are known here, and whatever a person types stays words.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping

from assistant.nlu.text import fold, words
from selfcare.lexicon import is_only

MAX_TEXT = 4_000
"""Characters that a message may have; longer ones are answered, not read."""

SEND_FILE = "send_file"
"""The intent that a channel raises for a file that it has kept."""

INTERNAL_INTENTS = frozenset(
    {
        SEND_FILE,
        "signed_in",
        "report_news",
        "person_left",
        "session_start",
        "nlu_fallback",
        "foreign_language",
        "back",
    }
)
"""Intents that only the assistant itself may raise."""

_POSITION = r"[1-9]\d{0,2}"
_POSITIONS = rf"{_POSITION}(?:,{_POSITION})*"
ENTITIES = {
    "language": r"[a-z]{2,3}",
    "dispute_reason": r"[a-z_]{1,40}",
    "choice": rf"(?=.{{1,200}}$)(?:{_POSITIONS}|all(?:-{_POSITIONS})?)",
    "line": _POSITION,
    "cycle": _POSITION,
    "report_number": r"[A-Za-z0-9._-]{1,40}",
    "step": r"any|calls|reason|words|files|line|cycle|payment|bill|reply",
    "page": _POSITION,
    "answer": r"[a-z0-9_-]{1,40}",
    "offered": r"[1-9]\d{0,11}",
}
_GOES_ON = re.compile(r'"page":|"answer":"more"')
_PAYLOAD = re.compile(r"/(?P<intent>[a-z_]{1,40})(?P<entities>\{.{1,1000}\})?")


def allowed_payload(
    payload: str, intents: Collection[str], languages: Collection[str]
) -> str | None:
    """`payload` as Rasa may read it, or None if it asks for anything not on the list."""
    match = _PAYLOAD.fullmatch(payload)
    if not match or match["intent"] not in intents or match["intent"] in INTERNAL_INTENTS:
        return None
    if match["entities"] is None:
        return payload
    entities = _read_object(match["entities"])
    if entities is None or not all(
        _is_allowed(name, value, languages) for name, value in entities.items()
    ):
        return None
    return f"/{match['intent']}{json.dumps(entities)}"


def clean_text(text: str) -> str:
    """`text` without control characters and half surrogates, in composed letters."""
    kept = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", kept).strip()


def as_words(text: str) -> str:
    """`text` so that Rasa takes it for words: without the slashes that it begins with."""
    return text.lstrip("/ \n\t")


def typed_button(text: str, offered: Iterable[Mapping[str, str]]) -> str | None:
    """The payload of the button whose title was typed, in capitals or without accents."""
    fitting = (button["payload"] for button in offered if is_title(text, button["title"]))
    return next(fitting, None)


def is_title(text: str, title: str) -> bool:
    """Whether `text` is this title, in capitals or without accents."""
    return _bare(text) == _bare(title)


def turned_over(text: str, offered: Iterable[Mapping[str, str]], language: str) -> str | None:
    """The payload of the button that goes on with a list, where `text` is a word for "more"."""
    if not asks_for_more(text, language):
        return None
    fitting = (it["payload"] for it in offered if _GOES_ON.search(it["payload"]))
    return next(fitting, None)


def asks_for_more(text: str, language: str) -> bool:
    """Whether `text` is "more" and nothing else, in the language of the conversation."""
    return is_only(language, text, "more")


def _bare(title: str) -> str:
    return " ".join(words(fold(title))) or title


def _read_object(text: str) -> dict[str, object] | None:
    try:
        value = json.loads(text)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _is_allowed(name: str, value: object, languages: Collection[str]) -> bool:
    pattern = ENTITIES.get(name)
    if pattern is None or isinstance(value, bool) or not isinstance(value, str | int):
        return False
    if name == "language" and value not in languages:
        return False
    return re.fullmatch(pattern, str(value)) is not None
