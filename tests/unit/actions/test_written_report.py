"""What has no journey of its own: written down, confirmed, sent once."""

from dataclasses import replace

import pytest

from actions.conversation import ActionConfirm
from actions.report import ActionReportStatus
from actions.written_report import (
    ActionStartWrittenReport,
    WrittenReportForm,
)
from actions.written_submission import ActionSubmitWrittenReport
from selfcare.dispute import LONGEST_WORDS
from selfcare.errors import Rejected, SelfcareError, TimedOut, Unavailable
from selfcare.written_report import TICKET_TYPES, TOPICS, WrittenReport
from tests.unit.actions.customer import Answer, Customer
from tests.unit.selfcare.fakes import CHAT, World, a_report

STORY = "desde ayer por la tarde no tengo internet en casa"


@pytest.fixture
def customer(world: World) -> Customer:
    return Customer(world)


def start(customer: Customer, text: str = STORY, intent: str = "report_fault") -> Answer:
    return customer.starts(ActionStartWrittenReport(), text, intent, WrittenReportForm())


def submit(customer: Customer) -> Answer:
    customer.says("sí, por favor", "affirm")
    assert customer.asked is None
    return customer.attends(ActionSubmitWrittenReport())


def filed(world: World) -> list[WrittenReport]:
    return list(world.billing.written.values())


def test_a_whole_sentence_is_shown_and_sent_as_it_was_said(customer: Customer, world: World):
    answer = start(customer)
    assert answer.said == ["utter_ask_confirmed_report"]
    assert customer.asked == "confirmed"
    assert STORY in answer.texts[0]

    said = submit(customer).said
    assert said == ["utter_written_report_filed"]
    (written,) = filed(world)
    assert written == WrittenReport(written.key, CHAT.channel, "report_fault", STORY)


def test_a_few_words_are_asked_about(customer: Customer):
    assert start(customer, "mi internet").said == ["utter_ask_matter"]
    answer = customer.says(STORY, "report_fault")
    assert answer.said == ["utter_ask_confirmed_report"]


@pytest.mark.parametrize("no_matter", [("no", "deny"), ("sí", "affirm"), ("no", "nlu_fallback")])
def test_no_words_are_no_matter(customer: Customer, no_matter: tuple[str, str]):
    start(customer, "mi internet")
    assert customer.says(*no_matter).said == ["utter_ask_matter_again"]
    assert customer.asked == "own_words"


def test_words_that_nobody_could_pass_on_are_asked_for_again(customer: Customer):
    assert start(customer, "no va " * LONGEST_WORDS).said == [
        "utter_own_words_too_long",
        "utter_ask_matter",
    ]
    assert customer.says("no va " * LONGEST_WORDS).said == ["utter_own_words_too_long"]


def test_other_words_can_be_said_before_it_is_sent(customer: Customer, world: World):
    start(customer)
    assert customer.says("no", "deny").said == ["utter_ask_what_to_change"]
    assert customer.presses('/inform{"step":"words"}').said == ["utter_ask_matter"]
    customer.says("en realidad es el teléfono fijo el que no da tono", "report_fault")
    submit(customer)
    (written,) = filed(world)
    assert written.words == "en realidad es el teléfono fijo el que no da tono"


def test_who_is_not_signed_in_signs_in_first_and_repeats_nothing(customer: Customer, world: World):
    world.services.signin.forget(CHAT)
    start(customer)
    assert customer.asked == "signed_in"
    world.sign_in()
    assert customer.presses("/signed_in").said == ["utter_signed_in", "utter_ask_confirmed_report"]


@pytest.mark.parametrize("text", ["50 euros", "el 3 de noviembre"])
def test_a_figure_is_added_to_what_is_sent(customer: Customer, world: World, text: str):
    start(customer)
    assert customer.says(text, "out_of_scope").said == ["utter_ask_confirmed_report"]
    draft = world.services.drafts.of(CHAT)
    assert draft is not None
    assert draft.words.endswith(f"\n{text}")


def test_another_matter_waits_for_its_turn(customer: Customer):
    start(customer)
    answer = customer.says("¿y qué tarifas tienen para móvil?", "coverage_plans")
    assert answer.said == ["utter_one_thing_at_a_time", "utter_ask_confirmed_report"]
    assert customer.asked == "confirmed"


@pytest.mark.parametrize("topic", TOPICS)
def test_every_matter_has_a_ticket_and_somebody_who_answers(
    customer: Customer, world: World, topic: str
):
    start(customer, "necesito que alguien me ayude con esto", topic)
    submit(customer)
    (written,) = filed(world)
    assert written.ticket_type == TICKET_TYPES[topic]
    told = customer.attends(ActionReportStatus(), "¿qué ha pasado?", "check_report_status")
    assert told.said[0] == "utter_report"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (Rejected("no"), "utter_written_report_rejected"),
        (TimedOut("slow"), "utter_written_report_unsure"),
        (Unavailable("down"), "utter_billing_unavailable"),
    ],
)
def test_a_failure_says_what_to_do_and_a_second_try_sends_it_once(
    customer: Customer, world: World, error: SelfcareError, said: str
):
    start(customer)
    world.billing.fails = {"file_written_report": error}
    assert submit(customer).said == [said]
    world.billing.fails = {}

    again = customer.attends(ActionConfirm(), '/inform{"answer":"retry"}')
    assert again.follow_up == "action_submit_written_report"
    assert customer.attends(ActionSubmitWrittenReport()).said == ["utter_written_report_filed"]
    repeated = customer.attends(ActionSubmitWrittenReport())
    assert repeated.said == ["utter_written_report_filed_before"]
    assert len(filed(world)) == 1


def test_what_was_forgotten_meanwhile_is_not_sent(customer: Customer, world: World):
    start(customer)
    world.services.drafts.drop(CHAT)
    assert submit(customer).said == ["utter_written_report_gone"]
    assert not filed(world)
    assert not world.billing.filed, "nor as a dispute"


def test_whoever_lost_a_phone_hears_at_once_where_to_have_the_line_blocked(customer: Customer):
    answer = start(customer, "me han robado el móvil en el metro", "report_lost_equipment")
    assert answer.said[:2] == ["utter_block_the_line", "utter_contacts_open"]


def answer_a_question(customer: Customer, world: World) -> str:
    """Press the button that answers what the operator asked; the report's number."""
    report = replace(a_report(), status="pending", question="¿Cuántas veces llamó?")
    world.billing.its_reports.append(report)
    button = f'/add_dispute_information{{"report_number":"{report.number}"}}'
    asked = customer.starts(ActionStartWrittenReport(), button, "", WrittenReportForm())
    assert asked.said == ["utter_ask_answer"]
    return report.number


@pytest.mark.parametrize("words", ["dos", "2", "sí", "dos veces, desde la cocina"])
def test_what_answers_a_question_is_added_to_its_report(
    customer: Customer, world: World, words: str
):
    number = answer_a_question(customer, world)
    assert customer.says(words, "affirm").said == ["utter_ask_confirmed_answer"]
    assert submit(customer).said == ["utter_added_to_report"]
    assert world.billing.added == [(number, words)]
    assert not filed(world)
    again = customer.attends(ActionSubmitWrittenReport())
    assert again.said == ["utter_written_report_filed_before"]


@pytest.mark.parametrize(("questions", "number"), [(1, "DSP-068V-CD18"), (0, None), (2, None)])
def test_more_information_answers_the_only_question(
    customer: Customer, world: World, questions: int, number: str | None
):
    for place in range(2):
        question = "¿Cuántas veces llamó?" if place < questions else None
        report = replace(a_report(f"DSP-068V-CD1{8 + place}"), question=question)
        world.billing.its_reports.append(report)
    start(customer, "quiero añadir que llamé dos veces desde casa", "add_dispute_information")
    submit(customer)
    assert [about for about, _ in world.billing.added] == ([number] if number else [])
    assert len(filed(world)) == (0 if number else 1)


def test_the_answer_to_a_question_can_be_left(customer: Customer, world: World):
    answer_a_question(customer, world)
    assert customer.says("déjelo, ya no quiero", "cancel").is_no_answer("own_words")


def test_an_answer_that_is_too_long_is_not_sent(customer: Customer, world: World):
    answer_a_question(customer, world)
    assert customer.says("no va " * LONGEST_WORDS).said == ["utter_own_words_too_long"]


def test_an_answer_whose_arrival_is_unsure_can_be_sent_again(customer: Customer, world: World):
    answer_a_question(customer, world)
    customer.says("dos veces")
    world.billing.fails = {"add_to_report": TimedOut("slow")}
    assert submit(customer).said == ["utter_written_report_unsure"]
    world.billing.fails = {}
    again = customer.attends(ActionSubmitWrittenReport())
    assert again.said == ["utter_added_to_report"]


def test_what_is_told_while_the_sign_in_is_waited_for_is_sent_as_well(
    customer: Customer, world: World
):
    world.services.signin.forget(CHAT)
    assert start(customer).said == ["utter_sign_in"]
    more = "el router tiene la luz en rojo y la tele tampoco va"
    assert customer.says(more, "report_fault").said == ["utter_words_with_file", "utter_sign_in"]
    world.sign_in()
    customer.presses("/signed_in")
    submit(customer)
    (written,) = filed(world)
    assert written.words == f"{STORY}\n{more}"


def test_more_of_the_matter_is_added_whatever_it_names(customer: Customer, world: World):
    start(customer)
    more = "no me llegan los mensajes y ayer hice el pago"
    assert customer.says(more, "report_fault").said == ["utter_ask_confirmed_report"]
    submit(customer)
    (written,) = filed(world)
    assert written.words == f"{STORY}\n{more}"


@pytest.mark.parametrize("said", ["sí, envíalo", "Enviar", "enviar"])
def test_who_was_asked_what_to_change_may_say_to_send_it(
    customer: Customer, world: World, said: str
):
    start(customer)
    assert customer.says("no", "deny").said == ["utter_ask_what_to_change"]
    customer.says(said, "affirm")
    assert customer.attends(ActionSubmitWrittenReport()).said == ["utter_written_report_filed"]
    assert filed(world)
