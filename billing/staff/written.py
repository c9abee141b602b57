"""Money, instants, lengths and numbers as an officer reads them."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import phonenumbers
from babel import Locale
from babel.dates import format_date, format_time, get_timezone_location
from babel.numbers import format_currency

from billing.money import minor_units
from billing.site.languages import locale_of

NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Written:
    """In an officer's language, at an account's local time."""

    language: str
    time_zone: str

    @property
    def locale(self) -> Locale:
        """Whose habits apply."""
        return locale_of(self.language)

    @property
    def place(self) -> str:
        """The city whose time it is: Warszawa."""
        zone = ZoneInfo(self.time_zone)
        return str(get_timezone_location(zone, locale=self.locale, return_city=True))

    def money(self, amount: int, currency: str) -> str:
        """Minor units as a sum: 12,50 €."""
        return str(format_currency(amount / minor_units(currency), currency, locale=self.locale))

    def day(self, at: datetime) -> str:
        """26 Nov 2026."""
        return str(format_date(at.astimezone(ZoneInfo(self.time_zone)), locale=self.locale))

    def instant(self, at: datetime) -> str:
        """26 Nov 2026, 17:05."""
        there = at.astimezone(ZoneInfo(self.time_zone))
        return f"{self.day(at)}, {format_time(there, 'HH:mm', locale=self.locale)}"

    def moment(self, at: datetime, day: datetime) -> str:
        """17:05 on the day that is spoken of, and with its date on any other."""
        there = at.astimezone(ZoneInfo(self.time_zone))
        if there.date() != day.astimezone(ZoneInfo(self.time_zone)).date():
            return self.instant(at)
        return str(format_time(there, "HH:mm", locale=self.locale))

    def days_until(self, at: datetime, now: datetime) -> int:
        """How many midnights lie between: 0 is today, -1 was yesterday."""
        zone = ZoneInfo(self.time_zone)
        return (at.astimezone(zone).date() - now.astimezone(zone).date()).days

    def length(self, seconds: int) -> str:
        """Of a call: 33:28, or 1:36:05."""
        minutes, rest = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"

    def country(self, code: str) -> str:
        """What a country (ISO 3166) is called; the code where CLDR knows none."""
        return str(self.locale.territories.get(code, code))


def telephone(number: str) -> str:
    """A number as it is written abroad, not to be broken at a line's end; as it is if odd."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    written = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return str(written).replace(" ", NO_BREAK)
