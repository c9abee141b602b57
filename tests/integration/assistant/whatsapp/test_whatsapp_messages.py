"""What is written and tapped on WhatsApp reaches the assistant, once and in order."""

from __future__ import annotations

import pytest
import requests

from tests.graph_api import GraphApi
from tests.whatsapp_server import WhatsAppServer
from tests.whatsapp_user import VERIFY_TOKEN, WhatsAppUser, status, webhook


def test_the_webhook_is_verified_with_the_token(server: WhatsAppServer):
    def asked(token: str, mode: str = "subscribe") -> requests.Response:
        query = {"hub.mode": mode, "hub.verify_token": token, "hub.challenge": "1158201444"}
        return requests.get(f"{server.url}/webhooks/whatsapp/webhook", query, timeout=10)

    assert (asked(VERIFY_TOKEN).status_code, asked(VERIFY_TOKEN).text) == (200, "1158201444")
    assert asked("guessed").status_code == 403
    assert asked("").status_code == 403
    assert asked(VERIFY_TOKEN, "unsubscribe").status_code == 403


def test_a_signature_that_is_no_text_is_none(ann: WhatsAppUser):
    assert ann.post(webhook(), {"X-Hub-Signature-256": b"sha256=\xff"}).status_code == 401


def test_a_message_is_answered_and_shown_as_read(ann: WhatsAppUser, graph: GraphApi):
    sent = ann.say("Hola")
    (answer,) = ann.wait()
    assert answer.text == "> Hola"
    assert graph.read[-1] == sent["id"]


def test_half_surrogates_and_null_bytes_are_survived(ann: WhatsAppUser):
    ann.say("a\0b\ud800c")
    assert [it.text for it in ann.wait()] == ["> abc"]


def test_a_tapped_button_says_what_its_payload_says(ann: WhatsAppUser, server: WhatsAppServer):
    ann.say("ask ¿Lo envío?")
    (question,) = ann.wait()
    assert list(question.choices.values()) == ["Sí", "No"]
    ann.tap("Sí")
    ann.wait()
    assert server.heard()[-1] == "/affirm"


def test_a_number_under_buttons_is_the_choice_in_that_place(
    ann: WhatsAppUser, server: WhatsAppServer
):
    ann.say("ask ¿Lo envío?")
    ann.wait()
    ann.say("2")
    ann.wait()
    ann.say("2")
    ann.wait()
    assert server.heard()[-2:] == ["/deny", "2"]


def test_a_number_under_two_lists_is_left_to_the_open_question(
    ann: WhatsAppUser, server: WhatsAppServer
):
    ann.say("twice ask ¿Lo envío?")
    ann.wait(2)
    ann.say("2")
    ann.wait()
    assert server.heard()[-1] == "2"


def test_a_number_under_calls_stays_a_number(ann: WhatsAppUser, server: WhatsAppServer):
    ann.say("calls 3")
    (calls,) = ann.wait()
    assert "2. 2 oct" in calls.text
    ann.say("1")
    ann.wait()
    assert server.heard()[-1] == "1"


def test_no_choice_is_lost_where_a_list_has_no_room(ann: WhatsAppUser, server: WhatsAppServer):
    ann.say("choices 23")
    (first,) = ann.wait()
    assert len(first.choices) == 10
    ann.tap("Más opciones")
    (second,) = ann.wait()
    ann.tap("Más opciones")
    (third,) = ann.wait()
    offered = [*first.choices.values()][:-1] + [*second.choices.values()][:-1]
    offered += third.choices.values()
    assert offered == [f"Factura número {n} del año 2026" for n in range(1, 24)]
    ann.tap("Factura número 23")
    ann.wait()
    assert server.heard()[-1] == '/inform{"cycle": 23}'


@pytest.mark.parametrize("typed", ["más", "Ver más", "más opciones"])
def test_more_may_be_typed_in_place_of_the_row(
    ann: WhatsAppUser, server: WhatsAppServer, typed: str
):
    ann.say("choices 12")
    ann.wait()
    ann.say(typed)
    (second,) = ann.wait()
    assert [*second.choices.values()] == [f"Factura número {n} del año 2026" for n in (10, 11, 12)]
    assert server.heard()[-1] == "choices 12"


def test_more_is_a_word_where_no_row_asks_for_it(ann: WhatsAppUser, server: WhatsAppServer):
    ann.say("choices 10")
    ann.wait()
    ann.say("más")
    ann.wait()
    assert server.heard()[-1] == "más"


def test_messages_of_one_webhook_are_answered_in_order(ann: WhatsAppUser):
    texts = [f"mensaje {n}" for n in range(5)]
    ann.send(*({"type": "text", "text": {"body": text}} for text in texts))
    assert [it.text for it in ann.wait(5)] == [f"> {text}" for text in texts]


def test_the_same_message_is_answered_once_also_after_a_restart(
    ann: WhatsAppUser, server: WhatsAppServer, whatsapp: GraphApi
):
    body = webhook(ann.value(ann.message({"type": "text", "text": {"body": "Hola"}})))
    assert [ann.post(body).status_code for _ in range(3)] == [200] * 3
    (answer,) = ann.wait()
    # Killed before it has noted that, the server would begin by saying it again.
    ann.post(webhook(status(answer, "delivered", whatsapp.now())))
    server.kill()
    server.start()
    assert ann.post(body).status_code == 200
    ann.say("¿Sigue ahí?")
    ann.wait()
    assert [it.text for it in ann.got] == ["> Hola", "> ¿Sigue ahí?"]


@pytest.mark.parametrize(
    ("content", "response"),
    [
        ({"type": "audio", "audio": {"id": "1", "voice": True}}, "utter_voice_not_heard"),
        ({"type": "sticker", "sticker": {"id": "1"}}, "utter_sticker"),
        ({"type": "location", "location": {"latitude": 1, "longitude": 2}}, "utter_not_read"),
        ({"type": "contacts", "contacts": []}, "utter_not_read"),
        ({"type": "reaction", "reaction": {"message_id": "w", "emoji": "👍"}}, "utter_not_read"),
        ({"type": "unsupported", "errors": [{"code": 131051}]}, "utter_not_read"),
        ({"type": "edit", "edit": {"original_message_id": "w"}}, "utter_edit_not_read"),
        ({"type": "hologram", "hologram": {}}, "utter_not_read"),
        ({"type": "text", "text": {"corpus": "?"}}, "utter_not_read"),
    ],
)
def test_what_is_not_read_is_answered(content: dict[str, object], response: str, ann: WhatsAppUser):
    ann.send(content)
    assert ann.wait()[0].text == f"{response} (es)"


def test_what_asks_for_nothing_is_not_answered(ann: WhatsAppUser):
    ann.send({"type": "reaction", "reaction": {"message_id": "w", "emoji": ""}})
    ann.send({"type": "revoke", "revoke": {"original_message_id": "w"}})
    ann.send({"type": "text", "text": {"body": "En el grupo"}, "group_id": "Y2F"})
    ann.say("Hola")
    assert [it.text for it in ann.wait()] == ["> Hola"]
    assert len(ann.got) == 1
