"""What every component does to a text before it looks at it."""

import re
import unicodedata
from typing import Final

from selfcare.report import PREFIXES

LONGEST_TEXT: Final = 500
"""Characters that are looked at: what a customer wants is said in the first few sentences."""

_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|[<>]")
_PAYLOAD = re.compile(r"\s*/")
_BARE_NUMBERS = re.compile(r"[\d\s.,;:/+#()€$£–-]*")
_INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Cn"}
_REPORT_NUMBER = re.compile(
    rf"\b(?:{'|'.join(PREFIXES)})(?=[–-]|[ .A-Z]{{0,9}}\d)(?:[ .–-]?[A-Z\d]{{4}}){{2}}\b",
    re.IGNORECASE,
)
_ANY_REPORT_NUMBER = "DSP-7F3K-29QX"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_UNDECOMPOSABLE = str.maketrans({"ł": "l", "Ł": "L", "œ": "oe", "Œ": "OE", "ß": "ss", "’": "'"})


def is_payload(text: str) -> bool:
    """Whether Rasa takes the text for a button's payload instead of something said."""
    return _PAYLOAD.match(text) is not None


def clean(text: str) -> str:
    """The text in NFC, at most `LONGEST_TEXT` long, without what is not said: control characters,
    runs of spaces, tags of HTML.
    """
    # Several raw characters may become one: what is cut first only bounds the work.
    composed = unicodedata.normalize("NFC", text[: 4 * LONGEST_TEXT])
    visible = composed if composed.isprintable() else "".join(map(_visible, composed))
    said = _MARKUP.sub(" ", visible)
    return " ".join(said.split())[:LONGEST_TEXT].rstrip()


def meant(text: str) -> str:
    """The clean text with one and the same number for every report's, whose letters are chance: of
    them "GP1X" would speak of a bill, "T932" of something else.
    """
    return _REPORT_NUMBER.sub(_ANY_REPORT_NUMBER, clean(text))


def is_bare_number(text: str) -> bool:
    """Whether a text is nothing but numbers: positions, amounts, dates, telephone numbers."""
    return _BARE_NUMBERS.fullmatch(text) is not None


def fold(text: str) -> str:
    """The text in lower case and without accents, so that "zgłoszenie" meets "zgloszenie"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_UNDECOMPOSABLE))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """The words of letters in a text, in order; numbers, signs and emoji are no words."""
    return _WORD.findall(text)


def _visible(character: str) -> str:
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) in _INVISIBLE else character
