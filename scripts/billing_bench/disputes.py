"""So many disputes a second, whether or not the earlier ones have been answered."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from statistics import quantiles
from uuid import uuid4

from sqlalchemy import Connection, text

from scripts.billing_bench.client import JSON, Client
from scripts.billing_bench.operator_database import last_month

TICKETS = "/tmf-api/troubleTicket/v4/troubleTicket"
SENDERS = 100
EARLY = 5  # seconds of disputes that do not count: connections are made, statements prepared
CALLS = 2  # in a dispute


@dataclass
class Answers:
    """Statuses with their number, milliseconds from when each dispute was due to be sent, and the
    seconds from the first one to the last answer.
    """

    statuses: Counter[int] = field(default_factory=Counter)
    milliseconds: list[float] = field(default_factory=list)
    seconds: float = 0.0

    def figures(self) -> dict[str, float]:
        """Percentiles, and what was not answered with 201."""
        cuts = quantiles(self.milliseconds, n=100)
        return {
            "disputes": self.statuses.total(),
            "disputes, answered a second": self.statuses.total() / self.seconds,
            "disputes, errors": self.statuses.total() - self.statuses[201],
            "a dispute, median, ms": cuts[49],
            "a dispute, 95th percentile, ms": cuts[94],
            "a dispute, 99th percentile, ms": cuts[98],
        }


def disputes(connection: Connection, how_many: int, now: datetime) -> list[tuple[str, JSON]]:
    """A customer, and what the assistant would send about calls of their last bill."""
    start, end = last_month(now)
    rows = connection.execute(
        text(
            "select customer_id, bill_id, (array_agg(id order by id))[1 : cast(:calls as int)],"
            " (array_agg(line_id order by id))[1 : cast(:calls as int)]"
            " from call where amount > 0 and started_at >= :start and started_at < :end"
            " and customer_id <> 'C-0' group by customer_id, bill_id having count(*) >= :calls"
            " order by md5(customer_id) limit :how_many"
        ).bindparams(calls=CALLS, start=start, end=end, how_many=how_many)
    )
    return [(customer, _dispute(bill, calls, lines)) for customer, bill, calls, lines in rows]


def _dispute(bill: str, calls: list[str], lines: list[str]) -> JSON:
    about = [
        *((call, "disputedUsage", "Usage") for call in calls),
        (bill, "disputedBill", "CustomerBill"),
        *((line, "service", "Product") for line in sorted(set(lines))),
    ]
    return {
        "@type": "BillingDispute",
        "name": "Billing dispute",
        "description": "Billing dispute: unrecognised_call",
        "ticketType": "billingDispute",
        "severity": "Minor",
        "externalId": str(uuid4()),
        "channel": {"id": "web", "name": "web"},
        "disputeReason": "unrecognised_call",
        "relatedEntity": [
            {"id": id_, "role": role, "@referredType": type_} for id_, role, type_ in about
        ],
        "note": [{"text": "I did not make these calls."}],
    }


def file_disputes(client: Client, what: list[tuple[str, JSON]], rate: int) -> Answers:
    """File them at this rate, each when it is due."""
    answers = Answers()
    began = time.perf_counter()

    def file(number: int, customer: str, body: JSON) -> None:
        due = began + number / rate
        time.sleep(max(0.0, due - time.perf_counter()))
        status = client.post(customer, TICKETS, body)
        answers.statuses[status] += 1
        if number >= EARLY * rate:
            answers.milliseconds.append((time.perf_counter() - due) * 1000)

    with ThreadPoolExecutor(SENDERS) as senders:
        for number, (customer, body) in enumerate(what):
            senders.submit(file, number, customer, body)
    answers.seconds = time.perf_counter() - began
    return answers
