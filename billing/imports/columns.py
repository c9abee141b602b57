"""What may be written in a column, and what an engineer is told where something else is.

Values are text until their pattern fits: no number with an exponent, no instant without a zone,
no digits but 0 to 9 gets as far as a type.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated, Any
from zoneinfo import available_timezones

import phonenumbers
from babel.numbers import list_currencies
from pydantic import AfterValidator, AwareDatetime, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from billing.site.languages import LANGUAGES

CALL_TYPES = ("local", "mobile", "international", "premium", "roaming")
LINE_STATUSES = (
    *("created", "pendingActive", "active", "suspended"),
    *("pendingTerminate", "terminated", "cancelled", "aborted"),
)
MEANS = ("direct_debit", "bank_transfer", "card", "cash", "other")


@dataclass(frozen=True)
class Written:
    """Text of this pattern, and then what the type makes of it."""

    pattern: str
    meaning: str

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        text = core_schema.str_schema(pattern=f"^(?:{self.pattern})$")
        return _explained(core_schema.chain_schema([text, handler(source)]), self.meaning)


@dataclass(frozen=True)
class OneOf:
    """One of these codes."""

    codes: Iterable[str]
    meaning: str

    def __get_pydantic_core_schema__(
        self, _source: Any, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return _explained(core_schema.literal_schema(sorted(self.codes)), self.meaning)


def _explained(schema: CoreSchema, meaning: str) -> CoreSchema:
    return core_schema.custom_error_schema(
        schema, custom_error_type="refused", custom_error_message=f"is not {meaning}"
    )


def _telephone_number(written: str) -> str:
    try:
        number = phonenumbers.parse(written)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        raise PydanticCustomError("refused", "is not a number of its country's numbering plan")
    return written


def _time_zone(written: str) -> str:
    if written not in _time_zones():
        raise PydanticCustomError("refused", "is not an IANA time zone, as in Europe/Madrid")
    return written


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())


_INSTANT = (
    r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"
    r"(?:\.[0-9]{1,6})?(?:Z|[+-][0-9]{2}:[0-9]{2})"
)

Id = Annotated[
    str,
    Written(
        r"[A-Za-z0-9][A-Za-z0-9._:~-]{0,63}",
        "an identifier of at most 64 letters, digits and . _ : ~ -",
    ),
]
Name = Annotated[
    str, Written(r"[^\s\p{C}](?:[^\p{C}]{0,198}[^\s\p{C}])?", "a name of at most 200 characters")
]
UserName = Annotated[
    str,
    Written(
        r"[a-z0-9][a-z0-9._@+-]{0,99}",
        "a user name of at most 100 small letters, digits and . _ @ + -",
    ),
]
Number = Annotated[
    str,
    Written(r"\+[1-9][0-9]{4,14}", "a number in E.164, as in +34910123471"),
    AfterValidator(_telephone_number),
]
Instant = Annotated[
    AwareDatetime, Written(_INSTANT, "an instant with its zone, as in 2026-03-01T09:30:00+01:00")
]
Amount = Annotated[
    Decimal, Written(r"[0-9]{1,8}(?:\.[0-9]{1,6})?", "an amount of the currency, as in 12.50")
]
Seconds = Annotated[int, Written(r"[0-9]{1,7}", "a whole number of seconds")]
Percentage = Annotated[
    Decimal, Written(r"[0-9]{1,2}(?:\.[0-9]{1,2})?", "a rate in per cent, as in 21 or 5.5")
]
Availability = Annotated[
    Decimal, Written(r"100|[0-9]{1,2}(?:\.[0-9]{1,4})?", "a share in per cent, as in 99.5")
]
DayOfMonth = Annotated[int, Written(r"[1-9]|[12][0-9]|3[01]", "a day of the month, 1 to 31")]
TimeZone = Annotated[str, AfterValidator(_time_zone)]
Currency = Annotated[str, OneOf(list_currencies(), "a currency of ISO 4217, as in EUR")]
Country = Annotated[str, OneOf(phonenumbers.SUPPORTED_REGIONS, "a country of ISO 3166, as in ES")]
Language = Annotated[str, OneOf(LANGUAGES, f"one of {', '.join(LANGUAGES)}")]
CallType = Annotated[str, OneOf(CALL_TYPES, f"one of {', '.join(CALL_TYPES)}")]
CallTypes = Annotated[
    str,
    Written(
        r"(?:{0})(?: (?:{0}))*".format("|".join(CALL_TYPES)),
        f"a list, with blanks between, of {', '.join(CALL_TYPES)}",
    ),
]
LineStatus = Annotated[str, OneOf(LINE_STATUSES, f"one of {', '.join(LINE_STATUSES)}")]
Means = Annotated[str, OneOf(MEANS, f"one of {', '.join(MEANS)}")]
