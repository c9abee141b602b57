"""Money: minor units inside, decimal amounts on the wire, and the rounding rule between.

The rounding rule: a call is rated, tax included, in millionths of the currency's unit, and billed
in minor units, each call by itself, to the nearest minor unit, half a unit upwards. A bill sums
what its calls were billed at, so that what a customer adds up by hand is what the bill says.
"""

from decimal import Decimal, InvalidOperation

from babel.numbers import get_currency_precision

MILLIONTHS = 1_000_000
LARGEST = 10**12


def minor_units(currency: str) -> int:
    """How many minor units make one unit: 100 cents make a euro."""
    precision: int = get_currency_precision(currency)
    return int(10**precision)


def billed(rated_millionths: int, currency: str) -> int:
    """What a call is billed at, in minor units, by the rounding rule above."""
    millionths_per_minor_unit = MILLIONTHS // minor_units(currency)
    return (rated_millionths + millionths_per_minor_unit // 2) // millionths_per_minor_unit


def without_tax(amount: int, tax_rate: int) -> int:
    """The part of an amount with tax that is not tax; the rate in hundredths of 1 %."""
    return (amount * 10_000 * 2 + (10_000 + tax_rate)) // (2 * (10_000 + tax_rate))


def share_of(amount: int, share: int) -> int:
    """A part of an amount, to the nearest minor unit, half upwards; its share in 1/100 %."""
    return (amount * share * 2 + 10_000) // 20_000


def to_decimal(amount: int, currency: str) -> float:
    """Minor units as the number that goes on the wire."""
    return amount / minor_units(currency)


def from_decimal(value: float | int | str, currency: str) -> int:
    """A number from the wire in minor units.

    Raises ValueError if it is not a number, not whole in minor units, or absurdly large.
    """
    try:
        amount = Decimal(str(value)) * minor_units(currency)
    except InvalidOperation:
        raise ValueError(f"{value!r} is not an amount") from None
    if not amount.is_finite() or abs(amount) > LARGEST or amount != int(amount):
        raise ValueError(f"{value!r} is not an amount in {currency}")
    return int(amount)
