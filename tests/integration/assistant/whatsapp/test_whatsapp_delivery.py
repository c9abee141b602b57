"""What the assistant says arrives on WhatsApp, whatever Meta does with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.channel_server import wait_until
from tests.graph_api import GraphApi, Message
from tests.graph_rules import RefusedByMeta
from tests.whatsapp_server import WhatsAppServer
from tests.whatsapp_user import WhatsAppUser, status, webhook


def test_pieces_keep_their_pace_and_their_order(ann: WhatsAppUser, graph: GraphApi):
    for n in range(6):
        ann.say(f"mensaje {n}")
    got = ann.wait(6)
    assert [it.text for it in got] == [f"> mensaje {n}" for n in range(6)]
    assert not graph.refusals, "the pace is kept without being told to"


@pytest.mark.parametrize("code", [131056, 130429, 131000, 190, 131037, 131045, 133010, 1, 2])
def test_what_meta_puts_off_is_sent_later_and_in_order(
    code: int, ann: WhatsAppUser, graph: GraphApi
):
    graph.fail_next(RefusedByMeta(code, "not now"), "fine", "off")
    ann.say("uno")
    ann.say("dos")
    ann.say("tres")
    assert [it.text for it in ann.wait(3)] == ["> uno", "> dos", "> tres"]


def test_an_answer_that_is_lost_doubles_no_message(ann: WhatsAppUser, graph: GraphApi):
    def tell(message: Message) -> None:
        ann.post(webhook(status(message, "sent", graph.now())))

    graph.on_message = tell
    graph.fail_next("lost")
    ann.say("uno")
    ann.say("dos")
    assert [it.text for it in ann.wait(2)] == ["> uno", "> dos"]


def test_a_message_that_could_not_be_delivered_is_sent_again(ann: WhatsAppUser, graph: GraphApi):
    ann.say("uno")
    (lost,) = ann.wait()
    told = webhook(status(lost, "failed", graph.now(), 131000))
    for _ in range(3):
        assert ann.post(told).status_code == 200
    (again,) = ann.wait()
    assert again.text == lost.text
    ann.post(webhook(status(again, "delivered", graph.now())))
    ann.post(webhook(status(again, "failed", graph.now(), 131000)))
    ann.say("dos")
    assert [it.text for it in ann.wait()] == ["> dos"]
    assert len(ann.got) == 3


def test_a_message_that_never_arrives_is_given_up(ann: WhatsAppUser, graph: GraphApi):
    ann.say("uno")
    for _ in range(3):
        (lost,) = ann.wait()
        ann.post(webhook(status(lost, "failed", graph.now(), 131000)))
    ann.say("dos")
    assert [it.text for it in ann.wait()] == ["> dos"]
    assert len(ann.got) == 4


def test_nothing_is_lost_while_meta_is_out_of_reach(tmp_path: Path, graph: GraphApi):
    nowhere = {"WHATSAPP_API_URL": "http://127.0.0.1:9"}
    server = WhatsAppServer(tmp_path, graph, **nowhere)
    server.start()
    ann = WhatsAppUser(graph, server.url)
    ann.say("uno")
    ann.say("dos")
    wait_until(lambda: len(server.heard()) == 2)
    server.kill()
    back = WhatsAppServer(tmp_path, graph)
    back.start()
    assert [it.text for it in ann.wait(2)] == ["> uno", "> dos"]
    back.kill()
