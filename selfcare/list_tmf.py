"""The lists of TM Forum servers, read whole, however a server pages."""

import logging
from collections.abc import Iterator, Mapping
from typing import Any

from selfcare.errors import NotFound, Rejected
from selfcare.operator_http import Answer, NobodyThere, OperatorHttp
from selfcare.reading_tmf import unreadable

logger = logging.getLogger(__name__)

#: The most that servers commonly give at once.
PAGE = 100
MOST_PAGES = 50

Json = dict[str, Any]


def read_list(http: OperatorHttp, path: str, token: str, **filters: str) -> Iterator[Any]:
    """Every item once, in the server's order.

    Filters only spare the server work: one that does not know them may answer with more. A list
    ends where the server says so (`Link`, `X-Total-Count`) or, since many say neither and give
    fewer at once than they are asked for, where a page brings nothing new.
    """
    answer, asked = _first_page(http, path, token, filters)
    seen: set[str] = set()
    received, by_link = 0, False
    for _ in range(MOST_PAGES):
        items = answer.json_body
        if not isinstance(items, list):
            raise unreadable(path, "is no list")
        new = {name: item for item in items if (name := _name(item)) not in seen}
        yield from new.values()
        seen.update(new)
        received += len(items)
        if not new or received == _total(answer) or (by_link and not answer.next_page):
            return
        by_link = answer.next_page is not None
        if answer.next_page:
            answer = _page(http, answer.next_page, token)
        else:
            answer = _page(http, path, token, {**asked, "offset": received})
    raise unreadable(path, f"does not end after {MOST_PAGES} pages")


def _first_page(
    http: OperatorHttp, path: str, token: str, filters: Mapping[str, str]
) -> tuple[Answer, Json]:
    """The first page, and what it was asked for with: TM Forum leaves filters and the largest
    page open, so a server may refuse them.
    """
    asked: Json = {**filters, "limit": PAGE}
    try:
        return _page(http, path, token, {**asked, "offset": 0}), asked
    except Rejected as refusal:
        logger.warning("asked again for all of it: %s", refusal)
        return _page(http, path, token), {}


def _page(http: OperatorHttp, path: str, token: str, query: Json | None = None) -> Answer:
    """One page; an empty one where the server says with TM Forum's error that nothing is there."""
    try:
        return http.send("GET", path, token, query=query)
    except NobodyThere:
        raise unreadable(path, "gets 404 without TM Forum's error body: is it served?") from None
    except NotFound:
        return Answer([], {})


def _name(item: Any) -> str:
    """What tells an item from the others: its id, or all of it."""
    return str((isinstance(item, dict) and item.get("id")) or item)


def _total(answer: Answer) -> int | None:
    total = answer.headers.get("X-Total-Count", "")
    return int(total) if total.isdecimal() else None
