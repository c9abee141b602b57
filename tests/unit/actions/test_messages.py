"""The off-line chat: who wants a person when none is there leaves what it is about, and how the
answer is wanted.
"""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from actions.handoff import ActionHumanHandoff
from actions.messages import begin_message
from actions.news import ActionTellNews
from actions.people import ActionOpeningHours
from actions.report import ActionReportStatus
from actions.signin import SignInForm
from actions.written_report import WrittenReportForm
from actions.written_submission import ActionSubmitWrittenReport
from selfcare.errors import TimedOut
from selfcare.written_report import WrittenReport
from tests.unit.actions.customer import Answer, Customer, create_turn
from tests.unit.selfcare.fakes import CHAT, NOW, OTHER_CHAT, World

#: Wednesday at 23:00 in Madrid, and when what is written then is answered: on Thursday by 12.
NIGHT = datetime(2026, 11, 18, 22, 0, tzinfo=timezone.utc)
PROMISED = datetime(2026, 11, 19, 11, 0, tzinfo=timezone.utc)
STORY = "desde ayer por la tarde no tengo internet en casa"


@pytest.fixture
def customer(world: World) -> Customer:
    world.clock.move(seconds=(NIGHT - world.clock()).total_seconds())
    return Customer(world)


def wants_a_person(customer: Customer) -> Answer:
    text = "quiero hablar con una persona"
    return customer.starts(ActionHumanHandoff(), text, "human_handoff", WrittenReportForm())


def submit(customer: Customer) -> Answer:
    customer.says("sí, por favor", "affirm")
    assert customer.asked is None
    customer.form = None
    return customer.attends(ActionSubmitWrittenReport())


def filed(world: World) -> WrittenReport:
    (written,) = world.unsigned_billing.written.values()
    return written


def test_at_night_a_message_can_be_left_at_once(customer: Customer):
    answer = wants_a_person(customer)

    assert answer.said == ["utter_chat_closed", "utter_ask_message"]
    assert answer.follow_up == "written_report_form"
    assert "tomorrow at 08:00" in answer.texts[0]
    assert "tomorrow by 12:00" in " ".join(answer.texts)


def test_by_day_with_nobody_at_the_desk_a_message_is_taken_too(world: World):
    answer = Customer(world).attends(ActionHumanHandoff(), "una persona", "human_handoff")
    assert answer.said == ["utter_nobody_free_phone"]
    assert answer.follow_up == "written_report_form"


def test_in_the_middle_of_a_form_nothing_is_lost(customer: Customer):
    wants_a_person(customer)
    customer.says(STORY, "report_fault")
    answer = customer.attends(ActionHumanHandoff(), "una persona", "human_handoff")

    assert answer.said == ["utter_contacts_closed"]
    assert answer.follow_up is None


def test_words_way_summary_number(customer: Customer, world: World):
    begun = list(world.provider.begun)
    wants_a_person(customer)
    assert customer.says(STORY, "report_fault").said == ["utter_ask_reply_way"]
    summary = customer.presses('/inform{"answer":"chat"}')
    assert summary.said == ["utter_ask_confirmed_message"]
    assert STORY in summary.texts[0]
    assert "tomorrow by 12:00, here in the chat" in summary.texts[0]

    said = submit(customer).said

    assert said == ["utter_message_filed", "utter_message_belongs_here"]
    written = filed(world)
    assert (written.topic, written.words, written.contact) == ("report_fault", STORY, None)
    assert written.promised == PROMISED
    assert written.language == "es"
    assert written.writer
    assert CHAT.sender not in written.writer
    assert world.provider.begun == begun


def test_what_billing_promises_is_told(customer: Customer, world: World):
    wants_a_person(customer)
    customer.says(STORY, "report_fault")
    customer.presses('/inform{"answer":"chat"}')
    customer.says("sí, por favor", "affirm")
    customer.form = None
    told = customer.attends(ActionSubmitWrittenReport())
    assert "by 2 December 2026" in told.texts[0].replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("a ana.castro@example.com", "mailto:ana.castro@example.com"),
        ("Ana@Example.COM por favor", "mailto:ana@example.com"),
        ("600 12 34 56", "tel:+34600123456"),
        ("llámenme al +44 7400 123456", "tel:+447400123456"),
    ],
)
def test_an_address_or_a_number_says_the_way_too(
    customer: Customer, world: World, text: str, contact: str
):
    wants_a_person(customer)
    customer.says(STORY, "report_fault")
    assert customer.says(text, "inform").said == ["utter_ask_confirmed_message"]
    submit(customer)
    assert filed(world).contact == contact


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("por correo electrónico", "utter_ask_reply_email"),
        ("que me llamen", "utter_ask_reply_phone"),
        ("2", "utter_ask_reply_email"),
        ('/inform{"answer":"phone"}', "utter_ask_reply_phone"),
    ],
)
def test_a_way_without_an_address_is_asked_for_it(customer: Customer, text: str, asked: str):
    wants_a_person(customer)
    customer.says(STORY, "report_fault")
    answer = customer.presses(text) if text.startswith("/") else customer.says(text, "inform")
    assert answer.said == [asked]


@pytest.mark.parametrize(
    ("way", "wrong", "right"),
    [
        ("email", "ana arroba", "ana@example.com"),
        ("phone", "600 12", "600 12 34 56"),
    ],
)
def test_what_is_no_address_is_asked_for_again(
    customer: Customer, way: str, wrong: str, right: str
):
    wants_a_person(customer)
    customer.says(STORY, "report_fault")
    customer.presses(f'/inform{{"answer":"{way}"}}')
    assert customer.says(wrong, "inform").said == [f"utter_ask_reply_{way}_again"]
    assert customer.says(right, "inform").said == ["utter_ask_confirmed_message"]


def test_what_sounds_like_nothing_of_ours_is_no_address_either(customer: Customer):
    wants_a_person(customer)
    customer.says(STORY, "report_fault")
    customer.presses('/inform{"answer":"email"}')
    assert customer.says("ana en casa", "out_of_scope").said == ["utter_ask_reply_email_again"]
    assert customer.says("¿qué horario tienen?", "opening_hours").is_no_answer("reply_contact")


def test_who_has_no_address_at_hand_takes_another_way(customer: Customer, world: World):
    wants_a_person(customer)
    customer.says(STORY, "report_fault")
    customer.presses('/inform{"answer":"email"}')
    assert customer.says("mejor aquí en el chat", "inform").said == ["utter_ask_confirmed_message"]
    submit(customer)
    assert filed(world).contact is None


def test_the_way_is_changed_at_the_summary(customer: Customer, world: World):
    wants_a_person(customer)
    customer.says(STORY, "report_fault")
    customer.presses('/inform{"answer":"chat"}')
    changes = customer.presses('/inform{"step":"any"}')
    assert '/inform{"step":"reply"}' in changes.payloads
    assert customer.presses('/inform{"step":"reply"}').said == ["utter_ask_reply_way"]
    customer.says("600 12 34 56", "inform")
    submit(customer)
    assert filed(world).contact == "tel:+34600123456"


def test_an_address_at_the_summary_is_where_the_answer_goes_and_no_words(
    customer: Customer, world: World
):
    wants_a_person(customer)
    customer.says(STORY, "report_fault")
    customer.presses('/inform{"answer":"chat"}')
    customer.says("mejor a ana@example.com", "inform")
    submit(customer)
    assert (filed(world).words, filed(world).contact) == (STORY, "mailto:ana@example.com")


def test_a_number_at_the_summary_is_added_to_the_words(customer: Customer, world: World):
    wants_a_person(customer)
    customer.says(STORY, "report_fault")
    customer.presses('/inform{"answer":"chat"}')
    customer.says("mi línea: 600 12 34 56", "inform")
    submit(customer)
    assert filed(world).contact is None
    assert filed(world).words.endswith("mi línea: 600 12 34 56")


def test_a_wish_to_be_called_is_an_answer_and_a_question_is_none(customer: Customer):
    wants_a_person(customer)
    customer.says(STORY, "report_fault")
    asked = customer.says("¿a qué número puedo llamar yo?", "human_handoff")
    assert asked.is_no_answer("reply_way")
    called = customer.says("quiero que me llame una persona", "human_handoff")
    assert called.said == ["utter_ask_reply_phone"]


def test_who_was_asked_to_sign_in_can_leave_a_message_instead(customer: Customer):
    customer.form = SignInForm()
    answer = customer.attends(ActionHumanHandoff(), "una persona", "human_handoff")
    assert answer.said == ["utter_chat_closed"]
    assert answer.follow_up == "written_report_form"
    assert {"event": "active_loop", "timestamp": None, "name": None} in answer.events


def test_a_question_is_a_matter_for_a_person(customer: Customer, world: World):
    wants_a_person(customer)
    words = "¿cuánto cuesta la fibra en mi calle?"
    assert customer.says(words, "coverage_plans").said == ["utter_ask_reply_way"]


def test_what_is_for_the_assistant_is_answered_first(customer: Customer):
    wants_a_person(customer)
    assert customer.says("¿cuál es su horario?", "opening_hours").is_no_answer("own_words")


def test_a_yes_twice_is_one_message(customer: Customer, world: World):
    wants_a_person(customer)
    customer.says(STORY, "report_fault")
    customer.presses('/inform{"answer":"chat"}')
    world.unsigned_billing.loses_answer = TimedOut("lost")
    customer.says("sí", "affirm")
    customer.form = None
    unsure = customer.attends(ActionSubmitWrittenReport())
    assert unsure.said == ["utter_written_report_unsure"]

    assert customer.attends(ActionSubmitWrittenReport()).said[0] == "utter_message_filed"
    again = customer.attends(ActionSubmitWrittenReport())
    assert again.said == ["utter_written_report_filed_before"]
    assert len(world.unsigned_billing.its_reports) == 1


def test_what_has_perhaps_not_arrived_is_not_replaced_by_another_message(
    customer: Customer, world: World
):
    wants_a_person(customer)
    customer.says(STORY, "report_fault")
    customer.presses('/inform{"answer":"chat"}')
    world.unsigned_billing.fails["file_written_report"] = TimedOut("slow")
    assert submit(customer).said == ["utter_written_report_unsure"]

    assert customer.attends(ActionHumanHandoff(), "/human_handoff").said == [
        "utter_contacts_closed"
    ]
    world.unsigned_billing.fails.clear()
    assert customer.attends(ActionSubmitWrittenReport()).said[0] == "utter_message_filed"


def test_who_is_signed_in_leaves_it_in_the_account(customer: Customer, world: World):
    world.sign_in()
    wants_a_person(customer)
    customer.says(STORY, "report_fault")
    customer.says("600 12 34 56", "inform")
    assert submit(customer).said == ["utter_message_filed"]

    (written,) = world.billing.written.values()
    assert (written.contact, written.writer) == ("tel:+34600123456", None)
    assert world.unsigned_billing.written == {}


def left(customer: Customer) -> str:
    """The number of a message that was left."""
    wants_a_person(customer)
    customer.says(STORY, "report_fault")
    customer.presses('/inform{"answer":"chat"}')
    submit(customer)
    return customer.world.unsigned_billing.its_reports[0].number


def test_its_conversation_hears_all_of_it_without_a_sign_in(customer: Customer, world: World):
    number = left(customer)
    changed = replace(world.unsigned_billing.its_reports[0], note="Ya está.", note_day=NOW.date())
    world.unsigned_billing.its_reports = [changed]

    status = customer.attends(ActionReportStatus(), "cómo va lo mío", "check_report_status")
    assert status.said == ["utter_report", "utter_report_answer_by", "utter_report_note"]
    named = f'/check_report_status{{"report_number":"{number}"}}'
    assert customer.attends(ActionReportStatus(), named).said == status.said


def test_the_answer_comes_to_its_conversation_by_itself(customer: Customer, world: World):
    number = left(customer)
    later = world.clock() + timedelta(hours=12)
    answered = replace(
        world.unsigned_billing.its_reports[0],
        note="La línea vuelve a funcionar.",
        note_day=NOW.date(),
        updated=later,
    )
    world.unsigned_billing.its_reports = [answered]
    world.services.news.take("e-1", number, later)

    entities = [{"entity": "report_number", "value": number}]
    heard = customer.attends(ActionTellNews(), "EXTERNAL: report_news", "report_news", entities)

    assert heard.said[0] == "utter_report_news"
    assert "utter_report_note" in heard.said


def test_who_signs_in_later_sees_it_among_the_reports(customer: Customer, world: World):
    number = left(customer)
    world.sign_in()
    world.billing.its_reports = [
        replace(answered, number="DSP-068V-CD18") for answered in world.unsigned_billing.its_reports
    ]
    listed = customer.attends(ActionReportStatus(), "mis reclamaciones", "check_report_status")
    assert listed.said == ["utter_reports"]
    assert any(number in payload for payload in listed.payloads)


def test_another_conversation_hears_nothing_of_it(customer: Customer, world: World):
    number = left(customer)
    assert not world.services.reports.was_filed_in(OTHER_CHAT, number)
    assert not world.services.reports.has_any(OTHER_CHAT)


def test_while_the_chat_is_open_and_nobody_is_free_that_is_said(world: World):
    turn = create_turn(world, "una persona", "human_handoff")
    begin_message(turn)
    said = [message["response"] for message in turn.dispatcher.messages]
    assert said == ["utter_nobody_free_phone"]


def test_on_a_public_holiday_that_is_why(world: World):
    christmas = datetime(2026, 12, 25, 10, 0, tzinfo=timezone.utc)
    world.clock.move(seconds=(christmas - world.clock()).total_seconds())
    assert wants_a_person(Customer(world)).said[0] == "utter_closed_holiday"


@pytest.mark.parametrize("language", ["es", "fr", "pl", "en"])
def test_special_days_to_come_are_told_with_the_hours(world: World, language: str):
    week_before = datetime(2026, 12, 20, 10, 0, tzinfo=timezone.utc)
    world.clock.move(seconds=(week_before - world.clock()).total_seconds())
    answer = Customer(world, language).attends(ActionOpeningHours(), "horario", "opening_hours")
    assert answer.said == [
        "utter_opening_hours_closed",
        "utter_special_day_hours_because",
        "utter_special_day_hours_because",
        "utter_opening_hours",
    ]


def test_a_customer_elsewhere_reads_their_own_clock_too(world: World):
    world.billing.its_account = replace(world.billing.its_account, time_zone="Atlantic/Canary")
    world.sign_in()
    answer = Customer(world).attends(ActionOpeningHours(), "horario", "opening_hours")
    assert answer.said[-1] == "utter_clocks"
    assert "18:00, 17:00 your time" in answer.texts[0]


def test_the_day_is_another_where_it_is(world: World):
    world.billing.its_account = replace(world.billing.its_account, time_zone="America/Mexico_City")
    night = datetime(2026, 11, 19, 0, 30, tzinfo=timezone.utc)  # 18:30 the day before in Mexico
    world.clock.move(seconds=(night - world.clock()).total_seconds())
    world.sign_in()
    answer = Customer(world).attends(ActionOpeningHours(), "horario", "opening_hours")
    assert "today at 08:00, tomorrow at 01:00 your time" in answer.texts[0]
