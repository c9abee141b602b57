"""How a bill's document writes things: in its customer's language, in its account's time zone."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

import phonenumbers
from babel import Locale
from babel.dates import format_date, get_timezone_name
from babel.localedata import locale_identifiers
from babel.numbers import format_currency, format_percent

from billing.money import minor_units
from billing.site.texts import Texts

#: The first of a month, where it is not written like the other days: CLDR leaves that out.
FIRST = {"fr": "1er"}


@dataclass(frozen=True)
class Words:
    """The texts of one language, with money, days and numbers in its way."""

    texts: Texts
    language: str
    country: str
    currency: str
    time_zone: str

    def say(self, key: str, **args: str | int) -> str:
        """The text of this key."""
        return self.texts.say(self.language, key, **args)

    @cached_property
    def locale(self) -> Locale:
        """The language as it is written in the account's country, or else in Europe."""
        wanted = [f"{self.language}_{self.country}", f"{self.language}_150", self.language]
        found = Locale.negotiate(wanted, locale_identifiers())
        assert found is not None, f"CLDR has {self.language}"
        return found

    def money(self, amount: int) -> str:
        """Minor units as in 1.234,50 €."""
        units = Decimal(amount) / minor_units(self.currency)
        return str(format_currency(units, self.currency, locale=self.locale)).replace("-", "−")

    def rate(self, hundredths: int) -> str:
        """A tax rate in hundredths of 1 % as in 21 %."""
        part = Decimal(hundredths) / 10_000
        return str(format_percent(part, locale=self.locale, decimal_quantization=False))

    def day(self, instant: datetime) -> str:
        """The local day as in 22 de noviembre de 2026."""
        local = instant.astimezone(self._zone)
        written = str(format_date(local, "long", locale=self.locale))
        if local.day == 1 and self.language in FIRST:
            written = written.replace("1", FIRST[self.language], 1)
        return written.replace(" ", "\N{NO-BREAK SPACE}")

    def last_day(self, end: datetime) -> str:
        """The day on which a period ends that runs up to, not including, this instant."""
        return self.day(end - timedelta(seconds=1))

    def moment(self, instant: datetime) -> str:
        """The local time as in 22/11/2026 21:35:17."""
        local = instant.astimezone(self._zone)
        return f"{_short_day(local.year, local.month, local.day, self.locale)} {local:%H:%M:%S}"

    @cached_property
    def zone_name(self) -> str:
        """As in hora de Europa central (Europe/Madrid)."""
        return f"{get_timezone_name(self._zone, locale=self.locale)} ({self.time_zone})"

    def territory(self, code: str) -> str:
        """A country's name, or its code where CLDR has none."""
        return str(self.locale.territories.get(code, code))

    @cached_property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


@lru_cache(maxsize=1024)
def telephone(number: str) -> str:
    """As in +34 910 12 34 71; what is no telephone number stays as it is."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    written = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return str(written).replace(" ", "\N{NO-BREAK SPACE}")


def duration(seconds: int) -> str:
    """As in 33:28 or 1:35:12."""
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


@lru_cache(maxsize=512)
def _short_day(year: int, month: int, day: int, locale: Locale) -> str:
    return str(format_date(date(year, month, day), "short", locale=locale))
