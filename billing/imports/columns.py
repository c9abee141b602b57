"""What may be written in a column, and what an engineer is told where something else is.

Values are text until their pattern fits: no number with an exponent, no instant without a zone,
no digits but 0 to 9 gets as far as a type.
"""

from decimal import Decimal
from typing import Annotated

from pydantic import AwareDatetime

from billing.codes import CALL_TYPES, OneOf, Written

MEANS = ("direct_debit", "bank_transfer", "card", "cash", "other")

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
CallTypes = Annotated[
    str,
    Written(
        r"(?:{0})(?: (?:{0}))*".format("|".join(CALL_TYPES)),
        f"a list, with blanks between, of {', '.join(CALL_TYPES)}",
    ),
]
Means = Annotated[str, OneOf(MEANS, f"one of {', '.join(MEANS)}")]
