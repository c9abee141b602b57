"""Every question of the dispute form against every intent: what is an answer, and what is none."""

from typing import Any

import pytest

from actions.dispute import DisputeForm
from actions.form import DIGRESSIONS, OTHER_JOURNEYS, REQUESTED
from selfcare.written_report import TOPICS
from tests.unit.actions.customer import Answer, Customer
from tests.unit.selfcare.fakes import CHAT, OCTOBER, World

#: How customers put each intent that is trained.
PHRASES = {
    "greet": "hola, muy buenas",
    "goodbye": "adiós, hasta luego",
    "thank": "muchas gracias",
    "affirm": "sí, claro",
    "deny": "no",
    "cancel": "cancela todo",
    "restart": "quiero empezar de nuevo desde cero",
    "go_back": "volver atrás",
    "help": "ayuda por favor",
    "bot_challenge": "¿es usted un robot?",
    "change_language": "¿en qué idiomas atiende?",
    "human_handoff": "quiero hablar con una persona",
    "complain_about_bot": "no entiendes nada",
    "out_of_scope": "¿quién ganó el partido del domingo?",
    "log_in": "quiero entrar con mi otra cuenta",
    "log_out": "cierra mi sesión",
    "login_problem": "no me deja entrar a mi cuenta",
    "view_account": "quiero ver los datos de mi cuenta",
    "view_call_activity": "quiero ver mis llamadas",
    "dispute_charge": "quiero disputar un cargo",
    "check_report_status": "¿qué pasó con DSP-7F01-03QX?",
    "credit_timing": "¿cuándo veré el abono en mi factura?",
    "opening_hours": "¿a qué hora abren los sábados?",
    "foreign_language": "ich verstehe meine Rechnung nicht",
    "report_fraud": "me han clonado la tarjeta SIM",
    "view_bill": "¿cuánto debo este mes?",
    "explain_bill": "¿por qué me viene tan cara la factura?",
    "payment_options": "¿dónde puedo pagar?",
    "report_payment": "ya pagué y no lo veo",
    "request_invoice": "mándeme la factura en PDF",
    "add_dispute_information": "quiero añadir algo a mi reclamación",
    "escalate_complaint": "quiero poner una queja formal",
    "contact_form": "déjeme dejar un mensaje",
    "report_fault": "no me funciona internet",
    "report_lost_equipment": "se me ha roto el router",
    "request_service": "quiero contratar una línea nueva",
    "port_number": "quiero traer mi número",
    "move_service": "me mudo de casa",
    "change_number": "quiero cambiar mi número de teléfono",
    "update_details": "he cambiado de correo",
    "transfer_ownership": "ponga la línea a nombre de mi hija",
    "reconnect_service": "me han cortado la línea, ya pagué",
    "cancel_service": "quiero darme de baja",
    "track_order": "¿dónde está mi pedido?",
    "coverage_plans": "¿qué tarifas tienen?",
}
#: What was answered before each question is open.
BEFORE: dict[str, dict[str, Any]] = {"signed_in": {}, "line": {"signed_in": True}}
BEFORE["cycle"] = {**BEFORE["line"], "line": "P-1"}
BEFORE["disputed_calls"] = {**BEFORE["cycle"], "cycle": "2026-10-01"}
BEFORE["dispute_reason"] = {**BEFORE["disputed_calls"], "disputed_calls": "1,2"}
BEFORE["own_words"] = {**BEFORE["dispute_reason"], "dispute_reason": "fraud"}
BEFORE["confirmed"] = {**BEFORE["own_words"], "own_words": False}
BEFORE["disputed_bill"] = {
    "signed_in": True,
    "disputed_calls": "none",
    "dispute_reason": "setup_fee",
}
BEFORE["payment_amount"] = {
    **BEFORE["disputed_bill"],
    "dispute_reason": "payment_not_credited",
}
BEFORE["payment_date"] = {**BEFORE["payment_amount"], "payment_amount": 4550}
BEFORE["payment_means"] = {**BEFORE["payment_date"], "payment_date": "2026-11-09"}

DIGRESSION, AGAIN = "a rule answers", "asked again"
#: What becomes of an intent, where it is not the same at every question: the question asked next.
OTHERWISE: dict[tuple[str, str], str] = {
    ("disputed_calls", "view_call_activity"): "cycle",
    ("disputed_calls", "report_fraud"): "disputed_calls",  # which is why, and not which
    ("confirmed", "add_dispute_information"): "own_words",
    ("cycle", "view_bill"): "disputed_calls",  # "this month" is one
    ("disputed_bill", "view_bill"): "own_words",
    ("own_words", "view_call_activity"): "confirmed",
    ("own_words", "dispute_charge"): "confirmed",
    ("own_words", "deny"): "confirmed",
    ("own_words", "greet"): "confirmed",
    ("own_words", "thank"): "confirmed",
    ("confirmed", "affirm"): "done",
    ("confirmed", "deny"): "confirmed",
    ("confirmed", "view_call_activity"): "disputed_calls",
}
GOES_BACK_TO = {
    "line": AGAIN,
    "signed_in": AGAIN,
    "cycle": "line",
    "disputed_calls": "cycle",
    "dispute_reason": "disputed_calls",
    "own_words": "dispute_reason",
    "confirmed": "confirmed",  # asks what to change
    "disputed_bill": "dispute_reason",
    "payment_amount": "dispute_reason",
    "payment_date": "payment_amount",
    "payment_means": "payment_date",
}


#: Reasons that are told as if they were matters of their own.
TOLD_REASONS = {
    "report_payment": "payment_amount",
    "report_fault": "own_words",
    "report_fraud": "confirmed",  # a story: no more words are asked for
}


def is_like_an_answer(question: str, intent: str) -> bool:
    asked = next(it for it in DisputeForm.questions if it.slot == question)
    return intent in asked.resembles


def expected(question: str, intent: str) -> str:
    is_told = not PHRASES[intent].endswith("?")
    if question == "own_words" and intent in ("report_fraud", *TOPICS) and is_told:
        return "confirmed"
    if question == "dispute_reason" and intent in TOLD_REASONS:
        return TOLD_REASONS[intent]
    if (question, intent) in OTHERWISE:
        return OTHERWISE[question, intent]
    if intent == "go_back":
        return GOES_BACK_TO[question]
    if intent in OTHER_JOURNEYS and not is_like_an_answer(question, intent):
        return question  # one thing at a time
    return DIGRESSION if intent in DIGRESSIONS else AGAIN


def customer_at(world: World, question: str) -> Customer:
    """A customer before whom this question of the dispute form is open."""
    customer = Customer(world)
    customer.form = DisputeForm()
    customer.slots = {**BEFORE[question], REQUESTED: question}
    charged = [it for it in OCTOBER if it.line_id == "P-1" and it.is_charged]
    if question == "signed_in":
        world.services.signin.forget(CHAT)
    world.services.views.show(CHAT, charged, len(charged))
    world.services.drafts.change(CHAT, calls=tuple(charged[:2]), reason="fraud")
    return customer


def outcome(customer: Customer, question: str, answer: Answer) -> str:
    if answer.is_no_answer(question):
        return DIGRESSION
    if answer.slots.get("misses"):
        assert customer.asked == question
        assert answer.said, "asked again without a word"
        return AGAIN
    return str(customer.asked or "done")


@pytest.mark.parametrize("intent", PHRASES)
@pytest.mark.parametrize("question", BEFORE)
def test_an_intent_is_never_taken_for_an_answer(world: World, question: str, intent: str):
    customer = customer_at(world, question)
    # Whoever reports fraud gives the reason with it.
    entities: dict[str, Any] = {"dispute_reason": "fraud"} if intent == "report_fraud" else {}
    answer = customer.says(PHRASES[intent], intent, **entities)
    assert outcome(customer, question, answer) == expected(question, intent), answer.said


#: Answers that a classifier, asked for intents, takes for one of these.
MISTAKEN_FOR = ("nlu_fallback", "out_of_scope", "greet", "opening_hours", "affirm", "goodbye")


@pytest.mark.parametrize(
    ("question", "text", "leads_to"),
    [
        ("line", "2", "cycle"),
        ("line", "el que acaba en 471", "cycle"),
        ("line", "todos", "cycle"),
        ("cycle", "octubre", "disputed_calls"),
        ("cycle", "2", "disputed_calls"),
        ("cycle", "el mes pasado", "disputed_calls"),
        ("disputed_calls", "2", "dispute_reason"),
        ("disputed_calls", "la segunda", "dispute_reason"),
        ("disputed_calls", "1 y 3", "dispute_reason"),
        ("disputed_calls", "todas menos la 4", "dispute_reason"),
        ("disputed_calls", "Marruecos", "dispute_reason"),
        ("disputed_bill", "octubre", "own_words"),
        ("dispute_reason", "2", "own_words"),
        ("dispute_reason", "la primera", "own_words"),
        ("payment_amount", "45,50", "payment_date"),
        ("payment_amount", "son 45 euros", "payment_date"),
        ("payment_date", "hace dos días", "payment_means"),
        ("payment_date", "ayer", "payment_means"),
        ("payment_date", "el lunes", "payment_means"),
        ("payment_date", "el 3 de noviembre", "payment_means"),
        ("payment_means", "tarjeta", "own_words"),
        ("payment_means", "2", "own_words"),
    ],
)
def test_an_answer_is_never_taken_for_an_intent(
    world: World, question: str, text: str, leads_to: str
):
    for intent in MISTAKEN_FOR:
        customer = customer_at(world, question)
        customer.says(text, intent)
        assert customer.asked == leads_to, intent


def test_a_reason_in_one_word_is_an_answer_whatever_the_intent(world: World):
    for intent in MISTAKEN_FOR:
        customer = customer_at(world, "dispute_reason")
        customer.says("roaming", intent, dispute_reason="roaming")
        assert customer.slots["dispute_reason"] == "roaming", intent


@pytest.mark.parametrize(
    "story",
    [
        "je dormais à 2h du matin",
        "mi hijo estaba en el colegio a esa hora",
        "I was asleep at that hour",
        "o tej porze byłam u lekarza",
    ],
)
def test_where_somebody_was_is_a_reason_in_their_own_words(world: World, story: str):
    customer = customer_at(world, "dispute_reason")
    customer.says(story, "out_of_scope", 0.93)
    assert customer.slots["dispute_reason"] == "other"
    draft = world.services.drafts.of(CHAT)
    assert draft is not None
    assert draft.words == story


def test_words_that_told_a_reason_go_with_it(world: World):
    customer = customer_at(world, "dispute_reason")
    customer.says("estuve en Marruecos con la familia y me cobraron", dispute_reason="roaming")
    customer.slots.update({"dispute_reason": None, REQUESTED: "dispute_reason"})
    customer.says("2")
    draft = world.services.drafts.of(CHAT)
    assert draft is not None
    assert (draft.reason, draft.words) == ("fraud", "")
    assert customer.asked == "own_words"


def test_words_that_were_asked_for_stay_with_another_reason(world: World):
    customer = customer_at(world, "own_words")
    customer.says("estuve en Marruecos con la familia")
    customer.slots.update({"dispute_reason": None, REQUESTED: "dispute_reason"})
    customer.says("2")
    draft = world.services.drafts.of(CHAT)
    assert draft is not None
    assert draft.words == "estuve en Marruecos con la familia"


def test_a_number_names_a_reason_of_the_list_in_view(world: World):
    customer = customer_at(world, "dispute_reason")
    first = customer.says("2")
    assert customer.slots["dispute_reason"] == "fraud", first.said

    customer = customer_at(world, "dispute_reason")
    shown = customer.presses('/inform{"answer":"more"}').payloads
    assert customer.asked == "dispute_reason"
    customer.says("2")
    assert shown[1] == f'/inform{{"dispute_reason":"{customer.slots["dispute_reason"]}"}}'


def test_the_last_number_of_the_reasons_of_calls_shows_the_others(world: World):
    customer = customer_at(world, "dispute_reason")
    by_number = customer.says("6")
    assert by_number.payloads[0] == '/inform{"dispute_reason":"payment_not_credited"}'
    assert customer.asked == "dispute_reason"
    assert not customer.slots.get("misses")


def test_no_is_no_call_no_reason_and_no_confirmation(world: World):
    for question in ("disputed_calls", "dispute_reason", "confirmed"):
        customer = customer_at(world, question)
        customer.says("no", "deny")
        assert customer.slots.get(question) is None
        assert customer.asked == question


@pytest.mark.parametrize(
    ("question", "text", "leads_to"),
    [
        ("line", "la primera", "cycle"),
        ("cycle", "desde el principio de octubre", "disputed_calls"),
        ("disputed_calls", "la primera de todas las de la lista", "dispute_reason"),
    ],
)
def test_what_sounds_like_starting_over_may_be_an_answer(
    world: World, question: str, text: str, leads_to: str
):
    customer = customer_at(world, question)
    customer.says(text, "restart")
    assert customer.asked == leads_to


@pytest.mark.parametrize("question", BEFORE)
def test_a_button_of_another_journey_is_never_an_answer(world: World, question: str):
    customer = customer_at(world, question)
    for intent in sorted(DIGRESSIONS):
        assert customer.presses(f"/{intent}").is_no_answer(question), intent


@pytest.mark.parametrize("question", [it for it in BEFORE if it != "signed_in"])
def test_after_a_digression_the_same_question_is_asked_again(world: World, question: str):
    customer = customer_at(world, question)
    customer.says("quiero hablar con una persona", "human_handoff")
    answer = customer.returns()

    assert customer.asked == question
    assert answer.said[0] == "utter_back_to_dispute"
    assert len(answer.said) == 2
