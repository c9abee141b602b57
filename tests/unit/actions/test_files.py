"""A photo or a document comes: with a draft, to a report that is asked about, never lost."""

from dataclasses import replace

import pytest

from actions.attached import AFTER_FILE, ATTACH, FILE_FORM, FILE_REPORT
from actions.conversation import ActionConfirm, ActionStop
from actions.dispute import ActionStartDispute, ActionSubmitDispute, DisputeForm
from actions.files import ActionAttachFiles, ActionTakeFile, FileForm
from actions.report import ActionReportStatus
from actions.report_answers import ActionStartReportAnswer, ReportAnswerForm
from actions.signin import ActionResume, SignInForm
from actions.written_report import (
    ActionStartWrittenReport,
    ActionSubmitWrittenReport,
    WrittenReportForm,
)
from selfcare.dispute import LONGEST_WORDS
from selfcare.errors import Rejected, SelfcareError, TimedOut, Unavailable
from selfcare.report import Report
from tests.unit.actions.customer import Answer, Customer
from tests.unit.selfcare.fakes import CHAT, World, a_report
from tests.unit.selfcare.files import JPEG, PDF, a_jpeg

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


# In a dispute.


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


# In a written report.


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

    assert filed.said == ["utter_added_to_report", "utter_files_attached"]
    assert world.billing.attached == [(NUMBER, "recibo.jpg")]
    assert world.billing.added == []


# Outside a form.


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


def test_who_is_not_signed_in_signs_in_first_and_the_file_waits(customer: Customer, world: World):
    has(world, REPORT)
    world.services.signin.forget(CHAT)
    answer = sends(customer)
    assert answer.said == ["utter_file_received", "utter_sign_in"]
    world.sign_in()
    answer = customer.presses("/signed_in")
    assert answer.said == ["utter_signed_in", "utter_ask_file_report"]


def test_who_is_signed_out_while_it_is_added_loses_nothing(customer: Customer, world: World):
    has(world, REPORT)
    sends(customer)
    customer.says("sí", "affirm")
    world.services.signin.forget(CHAT)
    answer = ends(customer)
    assert answer.follow_up == "sign_in_form"
    assert answer.slots["resume"] == ATTACH

    world.sign_in()
    assert customer.attends(ActionResume(), "/signed_in").follow_up == ATTACH
    customer.attends(ActionAttachFiles(), "/signed_in")
    assert world.billing.attached == [(NUMBER, "recibo.jpg")]


def test_a_file_that_expires_while_it_is_asked_about_is_missed(customer: Customer, world: World):
    has(world, REPORT)
    sends(customer)
    world.clock.move(hours=24)
    world.sign_in()
    customer.presses("/signed_in") if customer.asked == "signed_in" else customer.returns("/help")
    assert ends(customer).said == ["utter_file_gone"]


@pytest.mark.parametrize("down", ["reports", "add_to_report"])
def test_billing_that_is_down_keeps_the_file_and_the_question(
    customer: Customer, world: World, down: str
):
    has(world, REPORT)
    sends(customer)
    customer.says("es el comprobante del banco", "nlu_fallback")
    world.billing.fails[down] = Unavailable("down")
    answer = customer.says("sí", "affirm")
    if down == "add_to_report":
        answer = ends(customer)
    assert answer.said == ["utter_billing_unavailable"]
    world.billing.fails.clear()
    if down == "reports":
        customer.says("sí", "affirm")
        ends(customer)
    else:
        assert customer.attends(ActionConfirm(), answer.payloads[0]).follow_up == ATTACH
        customer.attends(ActionAttachFiles(), answer.payloads[0])
    assert world.billing.added == [(NUMBER, "es el comprobante del banco")]
    assert world.billing.attached == [(NUMBER, "recibo.jpg")]


def test_a_server_without_attachments_is_told_truly(customer: Customer, world: World):
    has(world, REPORT)
    world.billing.fails["attach"] = Rejected("405")
    sends(customer)
    customer.says("sí", "affirm")
    answer = ends(customer)
    assert answer.said == ["utter_files_refused"]
    assert "utter_files_attached" not in answer.said


# In other forms.


def test_another_form_is_finished_first(customer: Customer, world: World):
    has(world, REPORT)
    payload = f'/withdraw_dispute{{"report_number":"{NUMBER}"}}'
    customer.starts(ActionStartReportAnswer(), payload, "", ReportAnswerForm())
    answer = sends(customer)
    assert answer.said == ["utter_file_kept", "utter_ask_withdraw_sum"]
    assert len(world.services.received.waiting(CHAT)) == 1


def test_a_photo_while_somebody_signs_in_is_asked_about_afterwards(
    customer: Customer, world: World
):
    world.services.signin.forget(CHAT)
    customer.form = SignInForm()
    customer.slots["requested_slot"] = "signed_in"
    file = keep(world)
    answer = customer.attends(ActionTakeFile(), f'/send_file{{"file":"{file}"}}')
    assert answer.said == ["utter_file_received"]
    assert answer.slots["resume"] == FILE_FORM


def test_what_waits_for_the_sign_in_stays_first(customer: Customer, world: World):
    world.services.signin.forget(CHAT)
    customer.form = SignInForm()
    customer.slots["resume"] = "action_account"
    file = keep(world)
    answer = customer.attends(ActionTakeFile(), f'/send_file{{"file":"{file}"}}')
    assert answer.said == ["utter_file_kept"]
    assert "resume" not in answer.slots


# Without a file.

WISHES = {
    "es": "quiero mandarle una foto del recibo",
    "fr": "je voudrais vous envoyer une photo du reçu",
    "pl": "chcę przesłać zdjęcie paragonu",
    "en": "can I send you a photo of the receipt?",
}


@pytest.mark.parametrize("language", WISHES)
def test_who_wants_to_send_a_photo_hears_how(world: World, language: str):
    customer = Customer(world, language)
    words = WISHES[language]
    answer = customer.attends(ActionStartWrittenReport(), words, "add_dispute_information")
    assert answer.said == ["utter_how_to_send_web"]
    assert answer.follow_up == "action_listen"
    begins_dispute(customer)
    answer = customer.says(words, "add_dispute_information")
    assert answer.said == ["utter_how_to_send_web", "utter_ask_payment_amount"]


@pytest.mark.parametrize(
    "words",
    [
        "envié el recibo por correo y nadie me contestó",
        "les mandé el pago el día 3",
        "no me llega el documento que pedí hace ya tres semanas ni me contestan cuando llamo",
        "la foto de la web decía otro precio",
    ],
)
def test_who_tells_of_a_document_does_not_want_to_send_one(customer: Customer, words: str):
    customer.starts(ActionStartDispute(), "/dispute_charge", "dispute_charge", DisputeForm())
    answer = customer.says(words, "dispute_charge")
    assert "utter_how_to_send_web" not in answer.said


@pytest.mark.parametrize(
    ("channel", "said"),
    [
        ("web", "utter_how_to_send_web"),
        ("telegram", "utter_how_to_send_telegram"),
        ("whatsapp", "utter_how_to_send_whatsapp"),
        ("rest", "utter_how_to_send_elsewhere"),
    ],
)
def test_each_channel_has_its_own_way(
    customer: Customer,
    channel: str,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("tests.unit.actions.customer.CHAT", CHAT._replace(channel=channel))
    answer = customer.attends(ActionStartWrittenReport(), WISHES["es"], "add_dispute_information")
    assert answer.said == [said]
