"""A photo or a document comes by itself: which report it goes to is asked."""

from dataclasses import replace

import pytest

from actions.attached import ATTACH, FILE_FORM, FILE_REPORT
from actions.conversation import ActionConfirm, ActionStop
from actions.files import ActionAttachFiles
from actions.report import ActionReportStatus
from actions.written_report import (
    ActionStartWrittenReport,
    WrittenReportForm,
)
from actions.written_submission import ActionSubmitWrittenReport
from selfcare.errors import Unavailable
from tests.unit.actions.customer import Customer
from tests.unit.actions.sent_files import (
    NUMBER,
    OTHER,
    REPORT,
    STORY,
    begins_dispute,
    ends,
    goes_to_the_summary,
    has,
    keep,
    sends,
    submits,
)
from tests.unit.selfcare.fakes import CHAT, World
from tests.unit.selfcare.files import a_jpeg


def test_a_photo_alone_may_answer_what_the_operator_asked(customer: Customer, world: World):
    has(world, replace(REPORT, status="pending", question="¿Nos envía el recibo?"))
    payload = f'/add_dispute_information{{"report_number":"{NUMBER}"}}'
    customer.starts(ActionStartWrittenReport(), payload, "", WrittenReportForm())
    assert '/inform{"answer":"no_words"}' not in customer.returns(payload).payloads

    answer = sends(customer)
    assert answer.said == ["utter_file_with_draft", "utter_ask_answer"]
    customer.presses('/inform{"answer":"no_words"}')
    customer.presses("/affirm")
    customer.form = None
    filed = customer.attends(ActionSubmitWrittenReport())

    assert filed.said == ["utter_files_attached"]
    assert world.billing.attached == [(NUMBER, "recibo.jpg")]
    assert world.billing.added == []


def test_a_photo_is_added_to_the_report_that_was_told_of_last(customer: Customer, world: World):
    has(world, OTHER, REPORT)
    customer.attends(ActionReportStatus(), f'/check_report_status{{"report_number":"{NUMBER}"}}')

    answer = sends(customer)

    assert answer.said == ["utter_file_received", "utter_ask_file_report"]
    assert NUMBER in answer.texts[-6]
    customer.says("sí", "affirm")
    added = ends(customer)
    assert added.said == ["utter_files_attached", "utter_report_answer_by"]
    assert world.billing.attached == [(NUMBER, "recibo.jpg")]
    assert customer.slots[FILE_REPORT] is None


def test_a_photo_is_added_to_the_report_that_was_filed_last(customer: Customer, world: World):
    has(world, OTHER)
    begins_dispute(customer)
    goes_to_the_summary(customer)
    customer.presses('/inform{"answer":"no_words"}')
    submits(customer)
    (number,) = (it.number for it in world.billing.its_reports if it != OTHER)

    answer = sends(customer)
    assert answer.payloads[0] == f'/inform{{"report_number":"{number}"}}'
    customer.presses(answer.payloads[0])
    ends(customer)
    assert world.billing.attached == [(number, "recibo.jpg")]


def test_the_only_report_is_asked_about(customer: Customer, world: World):
    has(world, REPORT)
    answer = sends(customer)
    assert answer.said == ["utter_file_received", "utter_ask_file_report"]
    assert '/inform{"answer":"another"}' not in answer.payloads


@pytest.mark.parametrize("no", [("no", "deny"), ("", '/inform{"answer":"another"}')])
def test_another_report_can_be_meant(customer: Customer, world: World, no: tuple[str, str]):
    has(world, OTHER, REPORT)
    customer.attends(ActionReportStatus(), f'/check_report_status{{"report_number":"{NUMBER}"}}')
    sends(customer)
    text, intent = no
    answer = customer.says(text, intent) if text else customer.presses(intent)
    assert answer.said == ["utter_ask_which_file_report"]

    customer.says("la primera", "inform")
    ends(customer)
    assert world.billing.attached == [(OTHER.number, "recibo.jpg")]


@pytest.mark.parametrize("said", [NUMBER, f"a la {NUMBER} por favor", "la segunda"])
def test_with_several_reports_one_is_chosen(customer: Customer, world: World, said: str):
    has(world, OTHER, REPORT)
    answer = sends(customer)
    assert answer.said == ["utter_file_received", "utter_ask_which_file_report"]
    customer.says(said, "inform")
    ends(customer)
    assert world.billing.attached == [(NUMBER, "recibo.jpg")]


@pytest.mark.parametrize("said", [("no, a otra", "deny"), ("sí", "affirm"), ("vale", "affirm")])
def test_what_chooses_none_of_several_is_asked_about_again(
    customer: Customer, world: World, said: tuple[str, str]
):
    has(world, OTHER, REPORT)
    sends(customer)
    customer.says("es el comprobante del banco", "nlu_fallback")
    assert customer.says(*said).said[0] == "utter_ask_which_file_report_again"


def test_stopping_leaves_the_file_for_another_time(customer: Customer, world: World):
    has(world, REPORT)
    sends(customer)
    answer = customer.attends(ActionStop(), "/cancel")
    assert answer.said == ["utter_files_left"]
    assert len(world.services.received.waiting(CHAT)) == 1


@pytest.mark.parametrize("words", ["añadir el archivo", "quiero enviarles la foto"])
def test_who_wants_to_send_a_file_that_waits_is_asked_where_it_goes(
    customer: Customer, world: World, words: str
):
    keep(world)
    answer = customer.attends(ActionStartWrittenReport(), words, "contact_form")
    assert answer.follow_up == FILE_FORM


def test_words_beside_a_photo_are_no_wish_to_send_one(customer: Customer):
    begins_dispute(customer)
    sends(customer)
    answer = customer.says("le envío una foto del comprobante", "add_dispute_information")
    assert answer.said == ["utter_words_with_file", "utter_ask_payment_amount"]


def test_a_report_that_is_not_theirs_is_not_found(customer: Customer, world: World):
    has(world, OTHER, REPORT)
    sends(customer)
    answer = customer.says("DSP-7F3K-29QX", "check_report_status")
    assert answer.said == ["utter_report_not_found"]
    assert customer.asked == FILE_REPORT


@pytest.mark.parametrize("status", ["closed", "rejected", "cancelled"])
def test_what_is_over_is_not_offered(customer: Customer, world: World, status: str):
    has(world, replace(REPORT, status=status))
    assert sends(customer).said == ["utter_file_received", "utter_ask_file_dispute"]


@pytest.mark.parametrize("yes", [("sí", "affirm"), ("", '/inform{"answer":"new"}')])
def test_without_a_report_a_dispute_is_begun_and_the_file_goes_with_it(
    customer: Customer, world: World, yes: tuple[str, str]
):
    sends(customer)
    text, intent = yes
    _ = customer.says(text, intent) if text else customer.presses(intent)

    answer = ends(customer)

    assert answer.said == ["utter_files_go_along"]
    assert answer.follow_up == "dispute_form"
    draft = world.services.drafts.of(CHAT)
    assert draft is not None
    assert len(draft.files) == 1
    assert draft.topic is None


def test_what_the_photo_is_about_begins_a_dispute_with_its_reason(customer: Customer, world: World):
    has(world, REPORT)
    sends(customer)
    customer.says(
        "quiero reclamar este pago que hice",
        "dispute_charge",
        dispute_reason="payment_not_credited",
    )
    assert customer.asked is None
    customer.form = None
    answer = customer.attends(ActionAttachFiles(), "quiero reclamar este pago", "dispute_charge")
    assert answer.follow_up == "dispute_form"
    assert world.billing.attached == []


def test_what_the_photo_is_about_begins_a_written_report(customer: Customer, world: World):
    has(world, REPORT)
    sends(customer)
    customer.says(STORY, "report_fault")
    assert customer.asked is None
    customer.form = None
    answer = customer.attends(ActionAttachFiles(), STORY, "report_fault")

    assert answer.follow_up == "written_report_form"
    draft = world.services.drafts.of(CHAT)
    assert draft is not None
    assert (draft.topic, draft.words, len(draft.files)) == ("report_fault", STORY, 1)


def test_words_beside_the_photo_become_a_note(customer: Customer, world: World):
    has(world, REPORT)
    sends(customer)
    answer = customer.says("es el comprobante del banco", "nlu_fallback")
    assert answer.said == ["utter_words_with_file", "utter_ask_file_report"]
    customer.says("sí", "affirm")
    ends(customer)

    assert world.billing.added == [(NUMBER, "es el comprobante del banco")]
    assert world.billing.attached == [(NUMBER, "recibo.jpg")]


def test_words_beside_a_photo_go_with_the_dispute_that_it_begins(customer: Customer, world: World):
    sends(customer)
    customer.says("es el comprobante del banco", "nlu_fallback")
    customer.says("sí", "affirm")
    ends(customer)
    draft = world.services.drafts.of(CHAT)
    assert draft is not None
    assert draft.words == "es el comprobante del banco"


def test_a_note_is_added_once_though_the_files_take_two_tries(customer: Customer, world: World):
    has(world, REPORT)
    sends(customer)
    customer.says("es el comprobante del banco", "nlu_fallback")
    customer.says("sí", "affirm")
    world.billing.fails["attach"] = Unavailable("down")
    assert ends(customer).said == ["utter_files_waiting"]
    world.billing.fails.clear()
    customer.attends(ActionAttachFiles(), '/inform{"answer":"retry"}')

    assert world.billing.added == [(NUMBER, "es el comprobante del banco")]
    assert world.billing.attached == [(NUMBER, "recibo.jpg")]


@pytest.mark.parametrize("no", [("no", "deny"), ("", '/inform{"answer":"not_now"}')])
def test_not_now_keeps_the_file_and_says_for_how_long(
    customer: Customer, world: World, no: tuple[str, str]
):
    has(world, REPORT)
    sends(customer)
    text, intent = no
    _ = customer.says(text, intent) if text else customer.presses(intent)
    answer = ends(customer)

    assert answer.said == ["utter_files_left"]
    assert "24 hours" in answer.texts[0]
    again = customer.attends(ActionStartWrittenReport(), answer.payloads[0])
    assert again.follow_up == FILE_FORM
    assert world.billing.attached == []


def test_a_file_that_was_left_goes_with_the_next_dispute(customer: Customer, world: World):
    has(world, REPORT)
    sends(customer)
    customer.presses('/inform{"answer":"not_now"}')
    ends(customer)
    assert begins_dispute(customer).said[0] == "utter_files_go_along"


def test_the_offer_that_was_told_of_is_still_answered_after_not_now(
    customer: Customer, world: World
):
    offered = replace(REPORT, offered=REPORT.amount)
    has(world, offered)
    customer.attends(ActionReportStatus(), f'/check_report_status{{"report_number":"{NUMBER}"}}')
    sends(customer)
    customer.presses('/inform{"answer":"not_now"}')
    ends(customer)
    answer = customer.attends(ActionConfirm(), "acepto", "affirm")
    assert answer.follow_up == "report_answer_form"


def test_an_old_button_still_says_where_the_file_goes(customer: Customer, world: World):
    has(world, REPORT)
    payload = sends(customer).payloads[0]
    customer.presses('/inform{"answer":"not_now"}')
    ends(customer)
    assert customer.attends(ActionConfirm(), payload).follow_up == ATTACH
    customer.attends(ActionAttachFiles(), payload)
    assert world.billing.attached == [(NUMBER, "recibo.jpg")]


def test_another_photo_is_asked_about_together_with_the_first(customer: Customer, world: World):
    has(world, REPORT)
    sends(customer)
    answer = sends(customer, "otra.jpg", a_jpeg(300))
    assert answer.texts[0] == "Thank you, I have your 2 files."
    assert answer.said == ["utter_file_received", "utter_ask_file_report"]
    customer.says("sí", "affirm")
    ends(customer)
    assert len(world.billing.attached) == 2
