"""What may be written for a number, a time zone, a currency …, wherever it comes from.

Values are text until their pattern fits, and what is wrong is said in plain words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any
from zoneinfo import available_timezones

import phonenumbers
from babel.numbers import list_currencies
from pydantic import AfterValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from billing.site.languages import LANGUAGES

CALL_TYPES = ("local", "mobile", "international", "premium", "roaming")
LINE_STATUSES = (
    *("created", "pendingActive", "active", "suspended"),
    *("pendingTerminate", "terminated", "cancelled", "aborted"),
)


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
TimeZone = Annotated[str, AfterValidator(_time_zone)]
Currency = Annotated[str, OneOf(list_currencies(), "a currency of ISO 4217, as in EUR")]
Country = Annotated[str, OneOf(phonenumbers.SUPPORTED_REGIONS, "a country of ISO 3166, as in ES")]
Language = Annotated[str, OneOf(LANGUAGES, f"one of {', '.join(LANGUAGES)}")]
CallType = Annotated[str, OneOf(CALL_TYPES, f"one of {', '.join(CALL_TYPES)}")]
LineStatus = Annotated[str, OneOf(LINE_STATUSES, f"one of {', '.join(LINE_STATUSES)}")]
