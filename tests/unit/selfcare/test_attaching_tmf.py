"""A file on a report, as TMF621 has it: once, whatever happens to the answer."""

import base64
from dataclasses import replace
from typing import Any

import pytest

from selfcare.billing_tmf import TICKETS, TmfBilling
from selfcare.errors import NotFound, Rejected, TimedOut, Unavailable
from selfcare.received import ReceivedFile
from tests.unit.selfcare.fakes import TOKEN
from tests.unit.selfcare.files import JPEG
from tests.unit.selfcare.operator_answers import ITS_TICKET
from tests.unit.selfcare.operator_server import BROKEN, NEVER, OperatorServer, Reply

NUMBER = "DSP-068V-CD18"
PATH = f"{TICKETS}/{NUMBER}"
FILE = ReceivedFile("f1", "recibo.jpg", "image/jpeg", JPEG)
SHOWN = {
    "id": "7",
    "name": "recibo.jpg",
    "mimeType": "image/jpeg",
    "size": {"amount": len(JPEG), "units": "byte"},
}
OTHER = {"id": "3", "name": "factura.pdf", "size": {"amount": 9000, "units": "byte"}}


def with_files(*attached: Any) -> Reply:
    return Reply({**ITS_TICKET, "attachment": list(attached)})


def test_a_file_comes_after_those_that_are_there(operator: OperatorServer, billing: TmfBilling):
    operator.tell("GET", PATH, with_files(OTHER))
    operator.tell("PATCH", PATH, with_files(OTHER, SHOWN))

    billing.attach(TOKEN, NUMBER, FILE)

    (patch,) = operator.requests("PATCH", PATH)
    assert patch.json() == {
        "attachment": [
            OTHER,
            {
                "attachmentType": "picture",
                "name": "recibo.jpg",
                "mimeType": "image/jpeg",
                "content": base64.b64encode(JPEG).decode(),
            },
        ]
    }


@pytest.mark.parametrize("size", [SHOWN["size"], None, {"amount": 0.01, "units": "kB"}])
def test_a_file_that_was_tried_and_is_there_is_not_sent_again(
    operator: OperatorServer, billing: TmfBilling, size: Any
):
    operator.tell("GET", PATH, with_files({**SHOWN, "size": size}))

    billing.attach(TOKEN, NUMBER, replace(FILE, was_tried=True))

    assert operator.requests("PATCH", PATH) == []


def test_another_photo_of_the_same_name_is_sent(operator: OperatorServer, billing: TmfBilling):
    theirs = {**SHOWN, "size": {"amount": 4711, "units": "byte"}}
    operator.tell("GET", PATH, with_files(theirs))
    operator.tell("PATCH", PATH, with_files(theirs, SHOWN))

    billing.attach(TOKEN, NUMBER, replace(FILE, was_tried=True))

    assert len(operator.requests("PATCH", PATH)) == 1


@pytest.mark.parametrize("lost", [NEVER, BROKEN, Reply(b"", 204), Reply(ITS_TICKET)])
def test_a_file_whose_answer_says_nothing_is_looked_for(
    operator: OperatorServer, impatient: TmfBilling, lost: Reply
):
    operator.tell("GET", PATH, with_files(), with_files(SHOWN))
    operator.tell("PATCH", PATH, lost)

    impatient.attach(TOKEN, NUMBER, FILE)

    assert len(operator.requests("PATCH", PATH)) == 1


@pytest.mark.parametrize(
    ("lost", "error"),
    [(NEVER, TimedOut), (Reply(b"", 204), Unavailable), (Reply(ITS_TICKET), Rejected)],
)
def test_a_file_that_is_not_seen_to_arrive_is_not_said_to(
    operator: OperatorServer, impatient: TmfBilling, lost: Reply, error: type[Exception]
):
    operator.tell("GET", PATH, with_files())
    operator.tell("PATCH", PATH, lost)

    with pytest.raises(error):
        impatient.attach(TOKEN, NUMBER, FILE)


def test_a_file_of_that_name_from_before_is_no_sign_of_arrival(
    operator: OperatorServer, impatient: TmfBilling
):
    operator.tell("GET", PATH, with_files({**SHOWN, "size": None}))
    operator.tell("PATCH", PATH, NEVER)

    with pytest.raises(TimedOut):
        impatient.attach(TOKEN, NUMBER, FILE)


def test_what_somebody_attached_meanwhile_stays(operator: OperatorServer, billing: TmfBilling):
    operator.tell("GET", PATH, with_files(), with_files(OTHER))
    operator.tell("PATCH", PATH, Reply({}, 412), with_files(OTHER, SHOWN))

    billing.attach(TOKEN, NUMBER, FILE)

    assert operator.requests("PATCH", PATH)[1].json()["attachment"][0] == OTHER


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply({"code": "invalid"}, 400), Rejected),
        (Reply({"code": "tooLarge"}, 413), Rejected),
        (Reply(b"<html>", 405), Rejected),
        (Reply({"code": "notFound"}, 404), NotFound),
        (Reply({}, 503), Unavailable),
    ],
)
def test_a_server_that_does_not_take_it_says_so(
    operator: OperatorServer, billing: TmfBilling, reply: Reply, error: type[Exception]
):
    operator.tell("GET", PATH, with_files())
    operator.tell("PATCH", PATH, reply)
    with pytest.raises(error):
        billing.attach(TOKEN, NUMBER, FILE)


@pytest.mark.parametrize("attached", [7, [7], "recibo.jpg"])
def test_nothing_is_attached_to_what_cannot_be_read(
    operator: OperatorServer, billing: TmfBilling, attached: Any
):
    operator.tell("GET", PATH, Reply({**ITS_TICKET, "attachment": attached}))
    with pytest.raises(Unavailable):
        billing.attach(TOKEN, NUMBER, FILE)
    assert operator.requests("PATCH", PATH) == []
