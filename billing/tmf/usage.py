"""TMF635 usage: calls, with whether a credit can be asked for them."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import case, select
from sqlalchemy.orm import selectinload

from billing.access import Caller
from billing.calls import FACTS
from billing.database import AnyRow, AnySelect
from billing.eligibility import CallFacts, Ineligible, ineligibility
from billing.models import Account, Call, Line
from billing.money import without_tax
from billing.tmf.query import JSON, Attribute, boolean, instant
from billing.tmf.resource import Reading, Resource
from billing.tmf.values import customer_party, moment, money

PATH = "usageManagement/v4/usage"


def select_usage(caller: Caller) -> AnySelect:
    """The caller's calls, with what decides about their credit.

    Nothing is joined: the index of a customer's calls alone tells which are on a page.
    """
    line = selectinload(Call.line).joinedload(Line.account, innerjoin=True)
    return (
        select(Call, *FACTS)
        .where(caller.owns(Call.customer_id))
        .options(line.joinedload(Account.customer, innerjoin=True))
    )


def render_usage(reading: Reading, rows: Sequence[AnyRow]) -> list[JSON]:
    """Calls as Usage, with whether a credit can be asked for each."""
    age_limit = timedelta(days=reading.settings.dispute_age_limit_days)
    return [
        _usage(call, ineligibility(CallFacts(call.amount, *facts), reading.now, age_limit))
        for call, *facts in rows
    ]


def _usage(call: Call, reason: Ineligible | None) -> JSON:
    return {
        "id": call.id,
        "href": f"/tmf-api/{PATH}/{call.id}",
        "usageDate": moment(call.started_at),
        "usageType": "VOICE",
        "description": f"Call to {call.called_number}",
        "status": "billed" if call.bill_id else "rated",
        "relatedParty": [customer_party(call.line.account.customer)],
        "usageSpecification": {"id": "voice", "name": "Voice CDR"},
        "usageCharacteristic": _characteristics(call, call.line, reason),
        "ratedProductUsage": [_rating(call, call.line, call.line.account)],
        "@type": "Usage",
    }


def _characteristics(call: Call, line: Line, reason: Ineligible | None) -> list[JSON]:
    values: dict[str, str | int | bool | None] = {
        "callingNumber": line.number,
        "calledNumber": call.called_number,
        "duration": call.duration,
        "destinationCountry": call.destination_country,
        "callType": call.call_type,
        "billId": call.bill_id,
        "productId": line.id,
        "creditEligible": reason is None,
        "creditIneligibilityReason": reason and reason.value,
    }
    return [
        {"name": name, "valueType": _VALUE_TYPES[type(value)], "value": value}
        for name, value in values.items()
        if value is not None
    ]


_VALUE_TYPES: dict[type, str] = {str: "string", int: "integer", bool: "boolean"}


def _rating(call: Call, line: Line, account: Account) -> JSON:
    untaxed = without_tax(call.amount, account.tax_rate)
    return {
        "isBilled": call.bill_id is not None,
        "isTaxExempt": False,
        "ratingDate": moment(call.rated_at),
        "usageRatingTag": "non included usage" if call.amount else "included usage",
        "taxRate": account.tax_rate / 100,
        "taxExcludedRatingAmount": money(untaxed, account.currency),
        "taxIncludedRatingAmount": money(call.amount, account.currency),
        "productRef": {"id": line.id, "name": line.number},
    }


USAGE = Resource(
    PATH,
    {
        "id": Attribute(Call.id),
        "usageDate": Attribute(Call.started_at, instant),
        "status": Attribute(case((Call.bill_id.is_(None), "rated"), else_="billed")),
        "productRef.id": Attribute(Call.line_id),
        "ratedProductUsage.productRef.id": Attribute(Call.line_id),
        "ratedProductUsage.isBilled": Attribute(Call.bill_id.is_not(None), boolean),
        "relatedParty.id": Attribute(Call.customer_id),
        "billingAccount.id": Attribute(
            select(Line.account_id).where(Line.id == Call.line_id).scalar_subquery()
        ),
        "billId": Attribute(Call.bill_id),
    },
    "-usageDate",
    select_usage,
    render_usage,
)
