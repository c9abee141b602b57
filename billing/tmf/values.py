"""Values as TM Forum writes them."""

from datetime import datetime, timedelta, timezone

from billing.models import Customer
from billing.money import to_decimal
from billing.tmf.query import JSON


def money(amount: int, currency: str) -> JSON:
    """Minor units as TMF Money."""
    return {"unit": currency, "value": to_decimal(amount, currency)}


def moment(value: datetime) -> str:
    """An instant as in 2026-10-18T20:35:17Z."""
    return value.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")


def period(start: datetime, end: datetime) -> JSON:
    """From `start` up to, not including, `end` as a TimePeriod, whose last second is within it."""
    return {"startDateTime": moment(start), "endDateTime": moment(end - timedelta(seconds=1))}


def customer_party(customer: Customer) -> JSON:
    """The customer as a related party."""
    return {
        "id": customer.id,
        "role": "customer",
        "name": customer.name,
        "@referredType": "Customer",
    }


def present(resource: JSON) -> JSON:
    """The resource without what is not there."""
    return {name: value for name, value in resource.items() if value is not None}
