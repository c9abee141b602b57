"""Lists, whole, from servers that page in ways of their own."""

from typing import Any

import pytest

from selfcare.billing_tmf import PRODUCTS, TmfBilling
from selfcare.errors import NotFound, Rejected, Unavailable
from selfcare.list_tmf import MOST_PAGES, PAGE, read_list
from selfcare.operator_http import OperatorHttp
from tests.unit.selfcare.fakes import TOKEN
from tests.unit.selfcare.operator_server import Answering, Asked, OperatorServer, Reply, serving

THINGS = "/tmf-api/some/thing"
MANY = [{"id": f"T-{number}"} for number in range(2 * PAGE + 30)]
EMPTY = Reply([], 200, {"X-Total-Count": "0"})


def ids(operator: OperatorServer, **filters: str) -> list[str]:
    """The ids that are read."""
    return [it["id"] for it in read_list(OperatorHttp(operator.url), THINGS, TOKEN, **filters)]


def paging(
    things: list[dict[str, Any]],
    *,
    most: int = 1000,
    status: int = 200,
    total: str | None = None,
) -> Answering:
    """A server that gives `most` at a time."""

    def page(asked: Asked) -> Reply:
        start = int(asked.query.get("offset", 0))
        end = start + min(most, int(asked.query.get("limit", most)))
        headers = {} if total is None else {"X-Total-Count": total}
        return Reply(things[start:end], status, headers)

    return page


@pytest.mark.parametrize("status", [200, 206])
@pytest.mark.parametrize("total", ["230", None, "many", "-1", "0"])
@pytest.mark.parametrize("most", [1000, PAGE, 50, 7])
def test_every_item_is_read_once_whatever_the_server_gives_at_a_time(
    operator: OperatorServer, status: int, total: str | None, most: int
):
    operator.tell("GET", THINGS, paging(MANY, most=most, status=status, total=total))
    assert ids(operator) == [it["id"] for it in MANY]


def test_who_tells_the_total_is_asked_no_more_than_needed(operator: OperatorServer):
    operator.tell("GET", THINGS, paging(MANY, total=str(len(MANY))))
    ids(operator)
    assert [it.query["offset"] for it in operator.asked] == ["0", "100", "200"]


def test_the_name_of_a_header_may_be_in_small_letters(operator: OperatorServer):
    operator.tell("GET", THINGS, Reply(MANY[:1], 200, {"x-total-count": "1"}))
    assert ids(operator) == ["T-0"]
    assert len(operator.asked) == 1


@pytest.mark.parametrize("total", ["230", None])
def test_a_server_that_knows_neither_limit_nor_offset_doubles_nothing(
    operator: OperatorServer, total: str | None
):
    headers = {"X-Total-Count": total} if total else {}
    operator.tell("GET", THINGS, Reply(MANY, 200, headers))
    assert ids(operator) == [it["id"] for it in MANY]
    assert len(operator.asked) <= 2


def test_a_total_that_nobody_can_see_all_of_ends_nothing_badly(operator: OperatorServer):
    operator.tell("GET", THINGS, paging(MANY[:3], total="900"))
    assert ids(operator) == ["T-0", "T-1", "T-2"]


def test_an_item_that_moved_to_the_next_page_meanwhile_comes_once(operator: OperatorServer):
    operator.tell("GET", THINGS, Reply(MANY[:2]), Reply(MANY[1:4]), EMPTY)
    assert ids(operator) == ["T-0", "T-1", "T-2", "T-3"]


def test_a_list_that_never_ends_is_not_read_for_ever(operator: OperatorServer):
    numbers = iter(range(10**6))
    operator.tell("GET", THINGS, lambda asked: Reply([{"id": next(numbers)}]))
    with pytest.raises(Unavailable, match="does not end"):
        ids(operator)
    assert len(operator.asked) == MOST_PAGES + 1


def test_what_has_no_id_is_told_apart_by_all_of_it(operator: OperatorServer):
    things = [{"name": "a"}, {"name": "b"}, {"name": "a"}]
    operator.tell("GET", THINGS, Reply(things, 200, {"X-Total-Count": "3"}))
    assert list(read_list(OperatorHttp(operator.url), THINGS, TOKEN)) == things[:2]


@pytest.mark.parametrize("absolute", [True, False])
def test_links_are_followed_to_the_last_page(operator: OperatorServer, absolute: bool):
    where = (operator.url if absolute else "") + THINGS

    def page(asked: Asked) -> Reply:
        cursor = int(asked.query.get("cursor", 0))
        link = {"Link": f'<{where}?cursor={cursor + 2}>; rel="next"'} if cursor < 4 else {}
        return Reply(MANY[cursor : cursor + 2], 206, link)

    operator.tell("GET", THINGS, page)
    assert ids(operator, status="active") == [f"T-{number}" for number in range(6)]
    assert [it.query.get("cursor") for it in operator.asked] == [None, "2", "4"]
    assert all(it.headers["Authorization"] == f"Bearer {TOKEN}" for it in operator.asked)


def test_no_link_to_another_host_is_followed_with_the_customers_token(operator: OperatorServer):
    with serving() as stranger:
        link = {"Link": f'<{stranger.url}{THINGS}?cursor=2>; rel="next"'}
        operator.tell("GET", THINGS, Reply(MANY[:2], 206, link), Reply(MANY[2:3], 206), EMPTY)
        assert ids(operator) == ["T-0", "T-1", "T-2"]
        assert stranger.asked == []
    assert operator.asked[1].query["offset"] == "2"


def test_an_address_that_begins_alike_is_another_host(operator: OperatorServer):
    link = {"Link": f'<{operator.url}0{THINGS}>; rel="next", <mailto:x>; rel=last'}
    operator.tell("GET", THINGS, Reply(MANY[:1], 200, {**link, "X-Total-Count": "1"}))
    assert OperatorHttp(operator.url).send("GET", THINGS, TOKEN).next_page is None


def test_filters_that_a_server_refuses_are_left_out(operator: OperatorServer):
    def answer(asked: Asked) -> Reply:
        unknown = set(asked.query) - {"fields", "offset"}
        if unknown:
            return Reply({"code": 23, "reason": "unknown"}, 400)
        return paging(MANY, most=100)(asked)

    operator.tell("GET", THINGS, answer)
    assert ids(operator, **{"usageDate.gte": "2026-10-01T00:00:00Z"}) == [it["id"] for it in MANY]


def test_what_is_refused_without_filters_too_is_refused(operator: OperatorServer):
    operator.tell("GET", THINGS, Reply({"code": "forbidden"}, 403))
    with pytest.raises(Rejected):
        ids(operator)
    assert len(operator.asked) == 2


def test_tm_forums_404_is_an_empty_list(operator: OperatorServer):
    operator.tell("GET", THINGS, Reply({"code": 60, "reason": "Resource not found"}, 404))
    assert ids(operator) == []


def test_a_404_after_the_last_page_ends_the_list(operator: OperatorServer):
    nothing = Reply({"code": "notFound", "reason": "no more"}, 404)
    operator.tell("GET", THINGS, Reply(MANY[:2]), nothing)
    assert ids(operator) == ["T-0", "T-1"]


@pytest.mark.parametrize("body", [b"", b"<html>Not Found</html>", {"title": "Route not resolved"}])
def test_any_other_404_is_no_empty_list(
    operator: OperatorServer, body: Any, caplog: pytest.LogCaptureFixture
):
    operator.tell("GET", THINGS, Reply(body, 404))
    with pytest.raises(Unavailable) as raised:
        ids(operator)
    assert not isinstance(raised.value, NotFound)
    assert f"{THINGS} gets 404 without TM Forum's error body" in caplog.text


@pytest.mark.parametrize("body", [{"items": []}, None, 17, "DSP"])
def test_what_is_no_list_is_unavailable(
    operator: OperatorServer, body: Any, caplog: pytest.LogCaptureFixture
):
    operator.tell("GET", THINGS, Reply(body))
    with pytest.raises(Unavailable):
        ids(operator)
    assert f"{THINGS} is no list" in caplog.text


def test_lines_of_a_list_that_repeats_itself_come_once(
    operator: OperatorServer, billing: TmfBilling
):
    product = {"id": "P-1", "productSerialNumber": "+34910123471"}
    operator.tell("GET", PRODUCTS, Reply([product] * PAGE))
    assert [line.id for line in billing.lines(TOKEN)] == ["P-1"]
