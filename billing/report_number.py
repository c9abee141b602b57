"""Report numbers, such as DSP-7F3K-29QX: easy to read out, hard to mistype.

Seven random symbols of Crockford's base 32 (without I, L, O, U) and a check symbol by Luhn's
algorithm modulo 32. The check finds every single wrong symbol, and every swap of two neighbours
except 0 with Z, which no Luhn check can tell apart.
"""

import re
import secrets
from collections.abc import Callable, Sequence
from enum import Enum

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM_SYMBOLS = 7


class Kind(str, Enum):
    """What a report is, or a recalculation: its number begins with this."""

    DISPUTE = "DSP"
    FRAUD = "FRD"
    FAULT = "FLT"
    REQUEST = "REQ"
    COMPLAINT = "CMP"
    MESSAGE = "MSG"
    RECALCULATION = "RCL"


def new(kind: Kind, choose: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """A fresh number; `choose` picks one of the symbols."""
    body = "".join(choose(SYMBOLS) for _ in range(RANDOM_SYMBOLS))
    symbols = body + check_symbol(body)
    return f"{kind.value}-{symbols[:4]}-{symbols[4:]}"


def check_symbol(body: str) -> str:
    """The symbol that makes `body` + symbol valid."""
    return SYMBOLS[-_luhn_sum(body, doubled_first=True) % len(SYMBOLS)]


def is_valid(number: str) -> bool:
    """Whether a number has the form of ours and its check symbol fits."""
    prefix, _, symbols = number.partition("-")
    if prefix not in {kind.value for kind in Kind} or len(symbols) != 9 or symbols[4] != "-":
        return False
    symbols = symbols[:4] + symbols[5:]
    if not set(symbols) <= set(SYMBOLS):
        return False
    return _luhn_sum(symbols, doubled_first=False) % len(SYMBOLS) == 0


def tidy(typed: str) -> str | None:
    """The number as it was given out, from what was typed: small letters, without hyphens, with O
    for 0 and I or L for 1; without what it begins with, only 7F3K-29QX. None if it cannot be one.
    """
    symbols = re.sub(r"[^0-9A-Z]", "", typed.upper())
    prefix, body = symbols[: -RANDOM_SYMBOLS - 1], symbols[-RANDOM_SYMBOLS - 1 :]
    body = body.translate(str.maketrans("OIL", "011"))
    number = f"{prefix}-{body[:4]}-{body[4:]}"
    if is_valid(number if prefix else f"{Kind.DISPUTE.value}{number}"):
        return number.removeprefix("-")
    return None


def _luhn_sum(symbols: str, *, doubled_first: bool) -> int:
    """Sum from the right, every second value doubled, the doubled ones' two digits added up."""
    total = 0
    doubled = doubled_first
    for symbol in reversed(symbols):
        value = SYMBOLS.index(symbol) * (2 if doubled else 1)
        total += sum(divmod(value, len(SYMBOLS)))
        doubled = not doubled
    return total
