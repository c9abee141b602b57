"""A dispute: what a customer contests, and why."""

from dataclasses import dataclass
from datetime import date

from selfcare.calls import Call
from selfcare.money import Money

#: Reasons that are about calls: only for these the customer is asked to pick some.
ABOUT_CALLS = ("unrecognised_call", "fraud", "wrong_rate", "duplicate_charge", "roaming")
#: Reasons about a payment.
ABOUT_PAYMENT = ("payment_not_credited",)
#: Reasons about a bill or a service, in the order in which they are offered.
ABOUT_BILL = (
    "payment_plan_denied",
    "service_lost",
    "not_contracted",
    "higher_than_quoted",
    "promotion_not_applied",
    "setup_fee",
    "charged_after_cancellation",
    "not_installed",
    "wrong_plan_or_sim",
    "other",
)
REASONS = ABOUT_CALLS + ABOUT_PAYMENT + ABOUT_BILL
#: Reasons that say nothing without the customer's own words.
NEED_WORDS = ("payment_plan_denied", "service_lost", "other")

MEANS_OF_PAYMENT = ("card", "transfer", "direct_debit", "cash", "other")

#: Characters of the customer's own words that are passed on.
LONGEST_WORDS = 2000


@dataclass(frozen=True)
class Payment:
    """A payment that the customer says was made."""

    amount: Money
    day: date
    means: str


@dataclass(frozen=True)
class Dispute:
    """What is submitted, under an idempotency key made when the draft was."""

    key: str
    channel: str
    reason: str
    words: str
    calls: tuple[Call, ...] = ()
    bill_id: str | None = None
    payment: Payment | None = None
