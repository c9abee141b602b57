"""A customer who sends files, and what they go with."""

from dataclasses import replace

from actions.attached import FILE_FORM
from actions.dispute import ActionStartDispute, ActionSubmitDispute, DisputeForm
from actions.files import ActionAttachFiles, ActionTakeFile, FileForm
from selfcare.report import Report
from tests.unit.actions.customer import Answer, Customer
from tests.unit.selfcare.fakes import CHAT, World, a_report
from tests.unit.selfcare.files import JPEG

REPORT = a_report()
NUMBER = REPORT.number
OTHER = replace(a_report("FLT-5K2M-8XA7"), kind="fault", reason=None, amount=None)
STORY = "desde ayer por la tarde no tengo internet en casa"


def keep(world: World, name: str = "recibo.jpg", content: bytes = JPEG) -> str:
    return world.services.received.keep(CHAT, name, content)


def sends(customer: Customer, name: str = "recibo.jpg", content: bytes = JPEG) -> Answer:
    """The channel keeps a file and tells of it; the open form, or the one that opens, asks."""
    file = keep(customer.world, name, content)
    payload = f'/send_file{{"file":"{file}"}}'
    if customer.form is not None:
        stepped_back = customer.presses(payload)
        assert stepped_back.is_no_answer(str(customer.asked))
    answer = customer.attends(ActionTakeFile(), payload)
    if customer.form is not None:
        back = customer.returns(payload, "send_file")
    elif answer.follow_up == FILE_FORM:
        customer.form, customer.slots["requested_slot"] = FileForm(), None
        back = customer.presses(payload)
    else:
        return answer
    return Answer(answer.events + back.events, answer.messages + back.messages)


def ends(customer: Customer) -> Answer:
    """The form is done: what its rule runs."""
    assert customer.asked is None
    customer.form = None
    return customer.attends(ActionAttachFiles())


def begins_dispute(customer: Customer) -> Answer:
    """A dispute of a payment, as far as the question for its sum."""
    start = ActionStartDispute()
    payload = '/dispute_charge{"dispute_reason":"payment_not_credited"}'
    return customer.starts(start, payload, "dispute_charge", DisputeForm())


def goes_to_the_summary(customer: Customer) -> Answer:
    customer.says("45,50 euros", "inform")
    customer.says("ayer", "inform")
    return customer.says("con tarjeta", "inform")


def submits(customer: Customer) -> Answer:
    customer.presses("/affirm")
    assert customer.asked is None
    customer.form = None
    return customer.attends(ActionSubmitDispute())


def has(world: World, *reports: Report) -> None:
    world.billing.its_reports = list(reports)
