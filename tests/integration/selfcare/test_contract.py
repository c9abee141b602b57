"""The adapter's contract: before our billing, before an operator that is made of the TM Forum
specifications, and before your own server:

    CONTRACT_URL=https://… CONTRACT_TOKEN=… .venv/bin/python -m pytest -k yours \
        tests/integration/selfcare/test_contract.py

The token is a customer's. A report is filed for that customer and withdrawn again.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from selfcare.billing_tmf import TICKETS, TmfBilling
from selfcare.bootstrap import home_of, timeout_from_environment
from selfcare.errors import NotFound, Rejected, SelfcareError, SignedOut, TimedOut, Unavailable
from selfcare.hours import Operator
from selfcare.operator_http import OperatorHttp
from selfcare.report import ReportAnswer
from selfcare.signin import Token
from tests.integration.selfcare.contract import (
    READING,
    WRITING,
    Operation,
    a_file,
    a_written_report,
    name_of,
)
from tests.integration.selfcare.specified_operator import SpecifiedOperator, specified_operator
from tests.unit.selfcare.operator_answers import HOME

TOKEN = "token-of-nobody"
ALL = [*READING, *WRITING]
EXAMPLES = ""
MADE_UP = [f"dynamic=true, seed={seed}" for seed in range(1, 6)]
#: What the examples do not answer: the bill's currency is "string", the call has no number, and a
#: ticket stays "acknowledged" and without our file whatever is done.
NOT_IN_EXAMPLES = {
    *("bills", "calls", "withdraw", "accept offer", "refuse offer", "confirm", "attach"),
}
#: The errors that the specifications name for reading.
ERRORS: dict[int, type[SelfcareError]] = {
    400: Rejected,
    401: SignedOut,
    403: Rejected,
    404: NotFound,
    405: Rejected,
    409: Rejected,
    500: Unavailable,
}


@pytest.fixture(params=["yours"] if "CONTRACT_URL" in os.environ else ["ours"])
def server(request: pytest.FixtureRequest) -> tuple[TmfBilling, str]:
    """A server that keeps what it is told, and a customer's token."""
    if request.param == "ours":
        signs_in: Callable[[str], Token] = request.getfixturevalue("signs_in")
        return request.getfixturevalue("billing"), signs_in("demo-es").text
    home = home_of(Operator.from_environment())
    http = OperatorHttp(os.environ["CONTRACT_URL"], timeout_from_environment())
    return TmfBilling(http, home), os.environ["CONTRACT_TOKEN"]


@pytest.mark.parametrize("operation", READING, ids=name_of)
def test_a_server_answers(server: tuple[TmfBilling, str], operation: Operation):
    billing, token = server
    operation.check(operation.ask(billing, token))


def test_a_server_files_once_finds_again_and_takes_back(server: tuple[TmfBilling, str]):
    billing, token = server
    written = a_written_report()
    report = billing.file_written_report(token, billing.account(token), written)

    assert billing.find_report(token, written.key) == report
    assert billing.report(token, report.number) == report
    assert report.number in {it.number for it in billing.reports(token)}
    withdrawn = billing.answer_report(token, report.number, ReportAnswer.WITHDRAW)
    before, after = (replace(it, answer_by=None, updated=None) for it in (report, withdrawn))
    assert after == replace(before, status="cancelled")


def test_a_server_takes_a_file_once(server: tuple[TmfBilling, str]):
    billing, token = server
    report = billing.file_written_report(token, billing.account(token), a_written_report())
    file = a_file()

    billing.attach(token, report.number, file)
    billing.attach(token, report.number, replace(file, was_tried=True))
    billing.attach(token, report.number, a_file())

    assert billing.report(token, report.number).files == 2
    billing.answer_report(token, report.number, ReportAnswer.WITHDRAW)


def test_a_server_knows_no_report_that_nobody_filed(server: tuple[TmfBilling, str]):
    billing, token = server
    with pytest.raises(NotFound):
        billing.report(token, "nobody-filed-this")


def test_a_server_lets_nobody_in_without_a_token(server: tuple[TmfBilling, str]):
    billing, _ = server
    with pytest.raises(SignedOut):
        billing.account("no-token-of-anybody")


@pytest.fixture(scope="module")
def specified(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SpecifiedOperator]:
    """The operator that is made of the specifications, started once."""
    with specified_operator(tmp_path_factory.mktemp("prism")) as operator:
        yield operator


@pytest.mark.parametrize("prefer", [EXAMPLES, *MADE_UP])
@pytest.mark.parametrize("operation", ALL, ids=name_of)
def test_every_request_is_one_that_is_specified_and_every_answer_is_read_or_refused(
    specified: SpecifiedOperator, operation: Operation, prefer: str
):
    billing = before(specified, prefer, operation)
    try:
        operation.check(operation.ask(billing, TOKEN))
    except (Unavailable, Rejected, NotFound):
        assert prefer != EXAMPLES or operation.name in NOT_IN_EXAMPLES
    else:
        assert prefer != EXAMPLES or operation.name not in NOT_IN_EXAMPLES
    assert specified.violations == []
    assert operation.asks in specified.asked


@pytest.mark.parametrize("code", ERRORS)
@pytest.mark.parametrize("operation", ALL, ids=name_of)
def test_every_error_that_is_specified_has_its_name(
    specified: SpecifiedOperator, operation: Operation, code: int
):
    billing = before(specified, f"code={code}", operation)
    if code == 404 and operation in READING and operation.name != "account":  # an empty list
        operation.check(operation.ask(billing, TOKEN))
        return
    with pytest.raises(ERRORS[code]) as raised:
        operation.ask(billing, TOKEN)
    assert not isinstance(raised.value, TimedOut)


def test_a_request_that_is_not_specified_would_be_noticed(specified: SpecifiedOperator):
    specified.begin(EXAMPLES)
    with pytest.raises(Rejected):
        OperatorHttp(specified.url).send("POST", TICKETS, TOKEN, body={"ticketType": "fault"})
    assert {it["message"] for it in specified.violations} == {
        "Request body must have required property 'description'",
        "Request body must have required property 'severity'",
    }


def before(operator: SpecifiedOperator, prefer: str, operation: Operation) -> TmfBilling:
    """The adapter before an operator that answers as preferred. It has read its account, unless
    that is the operation.
    """
    operator.begin(EXAMPLES)
    billing = TmfBilling(OperatorHttp(operator.url, timeout=(5.0, 30.0)), HOME)
    if operation.name != "account":
        billing.account(TOKEN)
    operator.prefer = prefer
    return billing
