"""A calendar month, as an account's time zone has it."""

import re
from dataclasses import dataclass
from datetime import datetime, timezone
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Month:
    """Written as 2026-10."""

    year: int
    number: int

    @classmethod
    def parse(cls, written: str) -> "Month":
        """Raises ValueError."""
        if not re.fullmatch(r"[12]\d{3}-(0[1-9]|1[0-2])", written, re.ASCII):
            raise ValueError(f"{written!r} is no month: as in 2026-10")
        return cls(int(written[:4]), int(written[5:]))

    @classmethod
    def before(cls, moment: datetime) -> "Month":
        """The last one that is over at an aware moment, by its own time zone."""
        return cls(moment.year - (moment.month == 1), (moment.month - 2) % 12 + 1)

    def __str__(self) -> str:
        return f"{self.year}-{self.number:02}"

    def bounds(self, time_zone: str) -> tuple[datetime, datetime]:
        """Its first instant and that of the next month, in UTC."""
        zone = ZoneInfo(time_zone)
        start = datetime(self.year, self.number, 1, tzinfo=zone)
        end = datetime(self.year + self.number // 12, self.number % 12 + 1, 1, tzinfo=zone)
        return start.astimezone(timezone.utc), end.astimezone(timezone.utc)
