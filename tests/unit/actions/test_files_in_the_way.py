"""Something is in the way of a photo or a document, which is never lost; who wants to send one."""

import pytest

from actions.attached import ATTACH, FILE_FORM
from actions.conversation import ActionConfirm
from actions.dispute import ActionStartDispute, DisputeForm
from actions.files import ActionAttachFiles, ActionTakeFile
from actions.report_answers import ActionStartReportAnswer, ReportAnswerForm
from actions.signin import ActionResume, SignInForm
from actions.written_report import (
    ActionStartWrittenReport,
)
from selfcare.errors import Rejected, Unavailable
from tests.unit.actions.customer import Customer
from tests.unit.actions.sent_files import NUMBER, REPORT, begins_dispute, ends, has, keep, sends
from tests.unit.selfcare.fakes import CHAT, World


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
