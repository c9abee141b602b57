"""What is asked again, what is not, and when nothing is asked at all."""

import logging

import pytest

from selfcare.errors import NotFound, Rejected, TimedOut, Unavailable
from selfcare.operator_http import FAILURES, REST, OperatorHttp
from tests.unit.selfcare.fakes import TOKEN
from tests.unit.selfcare.operator_server import BROKEN, NEVER, OperatorServer, Reply

PATH = "/tmf-api/some/thing"
GOOD = Reply({"id": "1"})
#: With a time to come back at, so that it is not asked once more.
DOWN = Reply({"code": "serviceUnavailable"}, 503, {"Retry-After": "600"})


@pytest.fixture
def http(operator: OperatorServer) -> OperatorHttp:
    return OperatorHttp(operator.url)


@pytest.mark.parametrize("trouble", [Reply(status=s) for s in (502, 503, 504)] + [BROKEN])
def test_reading_is_tried_once_more(operator: OperatorServer, http: OperatorHttp, trouble: Reply):
    operator.tell("GET", PATH, trouble, GOOD)
    assert http.send("GET", PATH, TOKEN).json_body == {"id": "1"}
    assert len(operator.requests("GET", PATH)) == 2


@pytest.mark.parametrize("trouble", [Reply(status=503), BROKEN])
def test_and_no_more_than_once(operator: OperatorServer, http: OperatorHttp, trouble: Reply):
    operator.tell("GET", PATH, trouble)
    with pytest.raises(Unavailable):
        http.send("GET", PATH, TOKEN)
    assert len(operator.requests("GET", PATH)) == 2


@pytest.mark.parametrize(
    ("trouble", "error"), [(Reply(status=503), Unavailable), (BROKEN, TimedOut), (NEVER, TimedOut)]
)
def test_a_write_is_never_sent_twice(
    operator: OperatorServer,
    trouble: Reply,
    error: type[Unavailable],
):
    http = OperatorHttp(operator.url, timeout=(0.5, 0.15))
    operator.tell("POST", PATH, trouble)
    with pytest.raises(Unavailable) as raised:
        http.send("POST", PATH, TOKEN, body={})
    assert type(raised.value) is error
    assert len(operator.requests("POST", PATH)) == 1


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_says_when_to_come_back_is_not_asked_before_nor_waited_for(
    operator: OperatorServer, http: OperatorHttp, status: int
):
    operator.tell("GET", PATH, Reply({}, status, {"Retry-After": "600"}))
    with pytest.raises(Unavailable):
        http.send("GET", PATH, TOKEN)
    assert len(operator.requests("GET", PATH)) == 1


def test_who_has_waited_once_does_not_wait_again(operator: OperatorServer):
    http = OperatorHttp(operator.url, timeout=(0.5, 0.15))
    operator.tell("GET", PATH, NEVER)
    with pytest.raises(TimedOut):
        http.send("GET", PATH, TOKEN)
    assert len(operator.requests("GET", PATH)) == 1


class Clock:
    """The circuit's clock, to move forward."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def now(self) -> float:
        return self.seconds


@pytest.fixture
def circuits_clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("circuitbreaker.monotonic", clock.now)
    return clock


def fail(http: OperatorHttp, times: int) -> None:
    for _ in range(times):
        with pytest.raises(Unavailable):
            http.send("GET", PATH, TOKEN)


def test_a_backend_that_is_down_is_left_alone_for_a_while(
    operator: OperatorServer,
    circuits_clock: Clock,
    http: OperatorHttp,
    caplog: pytest.LogCaptureFixture,
):
    operator.tell("GET", PATH, *[DOWN] * FAILURES, GOOD)
    with caplog.at_level(logging.WARNING):
        fail(http, FAILURES)
        assert "it is not asked for a while" in caplog.text
        fail(http, 3)
        assert len(operator.requests("GET", PATH)) == FAILURES
        circuits_clock.seconds += REST
        assert http.send("GET", PATH, TOKEN).json_body == {"id": "1"}
        assert "answers again" in caplog.text
    assert TOKEN not in caplog.text


def test_one_that_is_still_down_is_left_alone_again(
    operator: OperatorServer, circuits_clock: Clock, http: OperatorHttp
):
    operator.tell("GET", PATH, DOWN)
    fail(http, FAILURES)
    circuits_clock.seconds += REST
    fail(http, 3)
    assert len(operator.requests("GET", PATH)) == FAILURES + 1


def test_what_the_backend_refuses_is_no_failure(operator: OperatorServer, http: OperatorHttp):
    operator.tell("GET", PATH, Reply(status=404))
    for _ in range(2 * FAILURES):
        with pytest.raises(NotFound):
            http.send("GET", PATH, TOKEN)
    assert len(operator.requests("GET", PATH)) == 2 * FAILURES


@pytest.mark.parametrize("status", [500, 501])
def test_one_customers_broken_data_does_not_close_billing_for_all(
    operator: OperatorServer, http: OperatorHttp, status: int
):
    operator.tell("GET", PATH, Reply({"code": "internalError"}, status))
    fail(http, 2 * FAILURES)
    assert len(operator.requests("GET", PATH)) == 2 * FAILURES


@pytest.mark.parametrize("trouble", [Reply({}, 429), Reply({}, 504), BROKEN, NEVER])
def test_whatever_else_says_that_billing_is_down_opens_the_circuit(
    operator: OperatorServer, trouble: Reply
):
    http = OperatorHttp(operator.url, timeout=(0.5, 0.05))
    operator.tell("GET", PATH, trouble)
    fail(http, FAILURES)
    asked = len(operator.requests("GET", PATH))
    for method in ("GET", "POST"):
        with pytest.raises(Unavailable, match="not asked") as raised:
            http.send(method, PATH, TOKEN)
        assert not isinstance(raised.value, TimedOut), "nothing was sent that may have arrived"
    assert len(operator.requests("GET", PATH)) == asked
    assert operator.requests("POST", PATH) == []


def test_failures_that_are_not_in_a_row_open_nothing(operator: OperatorServer, http: OperatorHttp):
    operator.tell("GET", PATH, *[*[DOWN] * (FAILURES - 1), GOOD] * 3)
    for _ in range(3):
        fail(http, FAILURES - 1)
        assert http.send("GET", PATH, TOKEN).json_body == {"id": "1"}


def test_what_was_asked_for_stays_out_of_errors(operator: OperatorServer, http: OperatorHttp):
    operator.tell("GET", PATH, Reply({"code": 1}, 400))
    with pytest.raises(Rejected) as raised:
        http.send("GET", f"{PATH}?externalId=secret", TOKEN)
    assert str(raised.value) == f"{PATH}: 400 1"
