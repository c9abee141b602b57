"""How long lists of calls take: a customer's month, and the pages of a company's calls."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from random import Random
from statistics import median, quantiles

from scripts.billing_bench.client import Client
from scripts.billing_bench.operator_database import COMPANY, Size, last_month

USAGE = "/tmf-api/usageManagement/v4/usage"
PAGE = 200  # calls, as the assistant asks for them
ROUNDS = 30


def month_query(now: datetime) -> dict[str, str | int]:
    """What the assistant asks for to show a bill's calls."""
    start, end = last_month(now)
    return {
        "usageDate.gte": start.isoformat(),
        "usageDate.lt": end.isoformat(),
        "sort": "-usageDate",
        "limit": PAGE,
        "offset": 0,
    }


def time_months(client: Client, size: Size, now: datetime, requests: int) -> dict[str, float]:
    """A month of one customer after the other."""
    chance = Random(1)
    query = month_query(now)
    for customer in chance.choices(range(1, size.customers + 1), k=20):
        client.get(f"C-{customer}", USAGE, **query)
    times = [
        client.get(f"C-{customer}", USAGE, **query)[0]
        for customer in chance.choices(range(1, size.customers + 1), k=requests)
    ]
    cuts = quantiles(times, n=100)
    return {"a month, median, ms": cuts[49], "a month, 95th percentile, ms": cuts[94]}


def time_pages(client: Client, calls: int) -> dict[str, float]:
    """The medians of pages here and there in the company's calls."""

    def at(offset: int) -> Callable[[], tuple[float, str]]:
        return lambda: client.get(COMPANY, USAGE, limit=PAGE, offset=offset)

    def after(address: str) -> Callable[[], tuple[float, str]]:
        return lambda: client.get(COMPANY, address)

    second = _next(at(0)()[1])
    last = _next(at(calls - 2 * PAGE)()[1])
    pages: Mapping[str, Callable[[], tuple[float, str]]] = {
        "first page, counted, ms": at(0),
        "page in the middle by offset, counted, ms": at(calls // 2),
        "last page by offset, counted, ms": at(calls - PAGE),
        "second page by cursor, ms": after(second),
        "last page by cursor, ms": after(last),
    }
    return {name: median(read()[0] for _ in range(ROUNDS)) for name, read in pages.items()}


def _next(link: str) -> str:
    found = re.fullmatch(r'<(\S+)>; rel="next"', link)
    if not found:
        raise RuntimeError(f"no next page in {link!r}")
    return found[1]
