"""Money as integer minor units of a currency."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from babel.numbers import get_currency_precision


@dataclass(frozen=True)
class Money:
    """`minor` units (cents, grosze, pence) of an ISO 4217 `currency`."""

    minor: int
    currency: str

    @classmethod
    def of(cls, value: "Decimal | float | int | str", currency: str) -> "Money":
        """From a decimal number of major units, halves rounded up."""
        factor = 10 ** get_currency_precision(currency)
        minor = (Decimal(str(value)) * factor).quantize(Decimal(1), ROUND_HALF_UP)
        return cls(int(minor), currency)

    @property
    def major(self) -> Decimal:
        """The amount in major units, exact."""
        digits = get_currency_precision(self.currency)
        return Decimal(self.minor).scaleb(-digits)


def total(amounts: Iterable[Money], currency: str) -> Money:
    """The sum; of nothing, zero of `currency`."""
    return Money(sum(amount.minor for amount in amounts), currency)
