"""A photo or a document comes with what is being put together: a dispute, a written report."""

import pytest

from actions.attached import AFTER_FILE, ATTACH
from actions.conversation import ActionConfirm
from actions.dispute import ActionSubmitDispute
from actions.files import ActionAttachFiles, ActionTakeFile
from actions.written_report import (
    ActionStartWrittenReport,
    WrittenReportForm,
)
from actions.written_submission import ActionSubmitWrittenReport
from selfcare.dispute import LONGEST_WORDS
from selfcare.errors import SelfcareError, TimedOut, Unavailable
from tests.unit.actions.customer import Customer
from tests.unit.actions.sent_files import (
    STORY,
    begins_dispute,
    goes_to_the_summary,
    keep,
    sends,
    submits,
)
from tests.unit.selfcare.fakes import CHAT, World
from tests.unit.selfcare.files import PDF


def test_a_receipt_goes_with_the_dispute_and_the_question_is_asked_again(
    customer: Customer, world: World
):
    begins_dispute(customer)
    answer = sends(customer)

    assert answer.said == ["utter_file_with_draft", "utter_ask_payment_amount"]
    goes_to_the_summary(customer)
    summary = customer.presses('/inform{"answer":"no_words"}')
    assert summary.said == ["utter_ask_confirmed_payment"]
    assert "With it: one file" in summary.texts[0]
    filed = submits(customer)
    assert filed.said[:2] == ["utter_dispute_filed", "utter_files_attached"]
    (number,) = (it.number for it in world.billing.its_reports)
    assert world.billing.attached == [(number, "recibo.jpg")]


def test_several_files_are_counted_and_the_same_one_twice_is_one(customer: Customer):
    begins_dispute(customer)
    sends(customer)
    sends(customer, "factura.pdf", PDF)
    answer = sends(customer, "factura.pdf", PDF)
    assert answer.texts[0] == "Thank you. 2 files will go with your report now."


def test_files_can_be_left_out_at_the_summary(customer: Customer, world: World):
    begins_dispute(customer)
    sends(customer)
    goes_to_the_summary(customer)
    customer.presses('/inform{"answer":"no_words"}')
    changes = customer.presses('/inform{"step":"any"}')
    assert '/inform{"step":"files"}' in changes.payloads

    answer = customer.says("sin la foto", "inform")

    assert answer.said == ["utter_files_left_out", "utter_ask_confirmed_payment"]
    assert "With it" not in answer.texts[-1]
    submits(customer)
    assert world.billing.attached == []


def test_what_is_written_beside_a_photo_becomes_the_customers_words(
    customer: Customer, world: World
):
    begins_dispute(customer)
    sends(customer)
    answer = customer.says("es el comprobante del banco", "nlu_fallback")

    assert answer.said == ["utter_words_with_file", "utter_ask_payment_amount"]
    summary = goes_to_the_summary(customer)
    assert summary.said == ["utter_ask_confirmed_payment"]
    assert "es el comprobante del banco" in summary.texts[0]


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("esto es de mi banco", "out_of_scope"),
        ("hola, aquí va el comprobante", "greet"),
        ("gracias, es el comprobante del banco", "thank"),
    ],
)
def test_what_is_written_beside_a_photo_belongs_to_it_whatever_it_sounds_like(
    customer: Customer, words: str, intent: str
):
    begins_dispute(customer)
    sends(customer)
    answer = customer.says(words, intent)
    assert answer.said == ["utter_words_with_file", "utter_ask_payment_amount"]


def test_short_thanks_after_a_photo_are_thanks(customer: Customer):
    begins_dispute(customer)
    sends(customer)
    assert customer.says("muchas gracias", "thank").said == []


def test_what_is_written_beside_a_photo_may_be_the_answer(customer: Customer):
    begins_dispute(customer)
    sends(customer)
    assert customer.says("45,50 euros", "inform").said == ["utter_ask_payment_date"]


@pytest.mark.parametrize("words", ["sí, este es el recibo del pago", "el recibo de la factura"])
def test_no_words_beside_a_photo_send_the_dispute_or_change_it(
    customer: Customer, world: World, words: str
):
    begins_dispute(customer)
    goes_to_the_summary(customer)
    customer.presses('/inform{"answer":"no_words"}')
    sends(customer)

    answer = customer.says(words, "affirm")

    assert answer.said == ["utter_words_with_file", "utter_ask_confirmed_payment"]
    assert customer.asked == "confirmed"


def test_a_plain_yes_sends_though_a_photo_came_before(customer: Customer):
    begins_dispute(customer)
    goes_to_the_summary(customer)
    customer.presses('/inform{"answer":"no_words"}')
    sends(customer)
    customer.says("sí, gracias", "affirm")
    assert customer.asked is None


def test_only_the_words_that_come_next_belong_to_the_photo(customer: Customer):
    begins_dispute(customer)
    sends(customer)
    customer.says("es el comprobante del banco", "nlu_fallback")
    answer = customer.says("no lo sé la verdad", "nlu_fallback")
    assert answer.said == ["utter_ask_payment_amount_again"]
    assert customer.slots[AFTER_FILE] is None


def test_words_beside_a_photo_that_are_too_long_are_asked_for_again(customer: Customer):
    begins_dispute(customer)
    sends(customer)
    answer = customer.says("muy largo " * LONGEST_WORDS, "nlu_fallback")
    assert answer.said == ["utter_own_words_too_long", "utter_ask_payment_amount"]


def test_billing_that_refuses_a_file_has_the_dispute_all_the_same(customer: Customer, world: World):
    world.billing.refuses = {"recibo.jpg"}
    begins_dispute(customer)
    sends(customer)
    goes_to_the_summary(customer)
    customer.presses('/inform{"answer":"no_words"}')

    filed = submits(customer)

    assert filed.said[0] == "utter_dispute_filed"
    assert filed.said[-1] == "utter_files_refused"
    assert filed.payloads[-1] == "/human_handoff"


@pytest.mark.parametrize("error", [Unavailable("down"), TimedOut("slow")])
@pytest.mark.parametrize("again", ['/inform{"answer":"retry"}', "/affirm"])
def test_a_file_that_cannot_be_attached_now_is_attached_at_the_next_try(
    customer: Customer, world: World, error: SelfcareError, again: str
):
    begins_dispute(customer)
    sends(customer)
    goes_to_the_summary(customer)
    customer.presses('/inform{"answer":"no_words"}')
    world.billing.fails["attach"] = error
    filed = submits(customer)
    assert filed.said[-1] == "utter_files_waiting"
    assert '/inform{"answer":"retry"}' in filed.payloads

    world.billing.fails.clear()
    world.clock.move(minutes=10)
    assert customer.attends(ActionConfirm(), again).follow_up == ATTACH
    answer = customer.attends(ActionAttachFiles(), again)

    assert answer.said[0] == "utter_files_attached"
    assert len(world.billing.attached) == 1
    assert len(world.billing.filed) == 1


def test_a_second_yes_brings_the_files_of_a_dispute_whose_process_was_killed(
    customer: Customer, world: World
):
    begins_dispute(customer)
    sends(customer)
    goes_to_the_summary(customer)
    customer.presses('/inform{"answer":"no_words"}')
    customer.presses("/affirm")
    customer.form = None
    token = world.services.signin.token_of(CHAT)
    world.services.filing.submit(CHAT, token)  # and no more

    assert customer.attends(ActionConfirm(), "/affirm").follow_up == "action_submit_dispute"
    answer = customer.attends(ActionSubmitDispute(), "/affirm")

    assert answer.said[:2] == ["utter_dispute_filed_before", "utter_files_attached"]
    assert len(world.billing.attached) == 1


def test_a_file_that_was_not_kept_so_long_is_missed(customer: Customer, world: World):
    begins_dispute(customer)
    sends(customer)
    world.clock.move(hours=24)
    world.sign_in()
    goes_to_the_summary(customer)
    summary = customer.presses('/inform{"answer":"no_words"}')
    assert "With it" not in summary.texts[0]

    assert submits(customer).said[-1] == "utter_files_gone"


def test_a_file_that_came_too_late_is_said_to_be_gone(customer: Customer, world: World):
    begins_dispute(customer)
    file = keep(world)
    world.services.received.forget(CHAT, file)
    answer = customer.attends(ActionTakeFile(), f'/send_file{{"file":"{file}"}}')
    assert answer.said == ["utter_file_gone"]


def test_a_file_goes_with_what_was_confirmed_and_could_not_be_sent(
    customer: Customer, world: World
):
    begins_dispute(customer)
    goes_to_the_summary(customer)
    customer.presses('/inform{"answer":"no_words"}')
    world.billing.fails["file_dispute"] = Unavailable("down")
    submits(customer)

    answer = sends(customer)
    assert answer.said == ["utter_file_with_unsent"]
    world.billing.fails.clear()
    assert customer.attends(ActionConfirm(), answer.payloads[0]).follow_up == (
        "action_submit_dispute"
    )
    filed = customer.attends(ActionSubmitDispute(), answer.payloads[0])
    assert filed.said[:2] == ["utter_dispute_filed", "utter_files_attached"]


def test_a_photo_goes_with_a_written_report(customer: Customer, world: World):
    customer.starts(ActionStartWrittenReport(), STORY, "report_fault", WrittenReportForm())
    answer = sends(customer)
    assert answer.said == ["utter_file_with_draft", "utter_ask_confirmed_report"]
    assert any("With it: one file" in text for text in answer.texts)

    answer = customer.says("el router tiene una luz roja", "report_fault")
    assert answer.said[-1] == "utter_ask_confirmed_report"
    assert any(STORY in text for text in answer.texts)
    customer.presses("/affirm")
    customer.form = None
    filed = customer.attends(ActionSubmitWrittenReport())
    assert filed.said == ["utter_written_report_filed", "utter_files_attached"]
    assert filed.payloads[-1].startswith("/check_report_status")
    assert len(world.billing.attached) == 1
    (written,) = world.billing.written.values()
    assert written.words == f"{STORY}\nel router tiene una luz roja"
