"""Customers on WhatsApp are known by a number, by Meta's user id, or by both."""

from __future__ import annotations

import pytest

from tests.graph_api import GraphApi
from tests.whatsapp_server import WhatsAppServer
from tests.whatsapp_user import WhatsAppUser


def test_a_customer_stays_the_same_with_and_without_a_number(
    ann: WhatsAppUser, graph: GraphApi, server: WhatsAppServer
):
    ann.say("ask uno")
    ann.wait()
    both = WhatsAppUser(graph, server.url, ann.phone, "ES.13491208655302741918")
    both.say("Sí")
    graph.wait_for(1, "ES.13491208655302741918")
    assert server.heard()[-1] == "/affirm"
    nameless = WhatsAppUser(graph, server.url, None, "ES.13491208655302741918")
    nameless.say("ask dos")
    nameless.wait(2)
    nameless.tap("No")
    nameless.wait()
    assert server.heard()[-1] == "/deny"


@pytest.mark.parametrize("user_id", ["ES.aB3x9KqLm", "ES.ENT.Zz81", "ES.22222222222222222222"])
def test_a_customer_without_a_number_gets_whatever_there_is_to_get(
    user_id: str, graph: GraphApi, server: WhatsAppServer
):
    ann = WhatsAppUser(graph, server.url, None, user_id)
    sent = ann.say("ask ¿Lo envío?")
    ann.wait()
    assert graph.read[-1] == sent["id"]
    ann.tap("Sí")
    ann.wait()
    graph.heard.clear()
    server.write_first(f"whatsapp-{user_id.replace('.', '-')}", "Novedad")
    assert ann.wait()[0].text == "[aclaro_message_waiting/es]"
    ann.say("choices 5")
    assert [it.text for it in ann.wait(2)] == ["Novedad", "¿Qué factura?"]
    assert [it.code for it in graph.refusals] == [131047], "only that the window was closed"


def test_a_number_with_a_new_owner_begins_a_new_conversation(
    graph: GraphApi, server: WhatsAppServer
):
    before = WhatsAppUser(graph, server.url, "34600111222", "ES.1111")
    before.say("ask ¿Lo envío?")
    before.wait()
    after = WhatsAppUser(graph, server.url, "34600111222", "ES.2222")
    after.say("Sí")
    graph.wait_for(1, "ES.2222")
    assert server.heard()[-1] == "Sí"


def test_a_conversation_begins_in_the_language_of_the_country(
    graph: GraphApi, server: WhatsAppServer
):
    for phone, user_id, hello in (
        ("48501234567", None, "Dzień dobry."),
        ("33612345678", None, "Bonjour."),
        (None, "GB.77", "Hello."),
        ("525512345678", None, "Hola."),
        ("4915112345678", None, "Hola."),
    ):
        user = WhatsAppUser(graph, server.url, phone, user_id)
        user.send({"type": "request_welcome"})
        assert user.wait()[0].text == hello


def test_a_customer_with_a_new_id_and_no_number_stays_the_same(
    ann: WhatsAppUser, graph: GraphApi, server: WhatsAppServer
):
    before = WhatsAppUser(graph, server.url, ann.phone, "ES.before1")
    before.say("ask ¿Lo envío?")
    before.wait()
    told = {"body": "Ann changed", "type": "user_changed_user_id"}
    change = {**told, "user_id": "ES.after2", "previous_user_id": "ES.before1"}
    nobody = WhatsAppUser(graph, server.url, None)
    nobody.send({"type": "system", "system": change})
    after = WhatsAppUser(graph, server.url, None, "ES.after2")
    after.say("Sí")
    after.wait()
    assert server.heard()[-1] == "/affirm"


def test_a_customer_with_a_new_number_stays_the_same(
    ann: WhatsAppUser, graph: GraphApi, server: WhatsAppServer
):
    ann.say("ask ¿Lo envío?")
    ann.wait()
    change = {"body": "Ann changed", "wa_id": "34611222333", "type": "user_changed_number"}
    ann.send({"type": "system", "system": change})
    moved = WhatsAppUser(graph, server.url, "34611222333")
    moved.say("Sí")
    moved.wait()
    assert server.heard()[-1] == "/affirm"
