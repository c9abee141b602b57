"""WhatsApp over real HTTP, both ways: webhooks come in, a strict Graph API takes what is said."""

from __future__ import annotations

import itertools
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
import requests

from tests.graph_api import GraphApi, Message
from tests.graph_rules import RefusedByMeta
from tests.whatsapp_server import WhatsAppServer
from tests.whatsapp_user import VERIFY_TOKEN, WhatsAppUser, status, webhook

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + b"\x00" * 1000
APART = 0.2


def wait_until(condition: Callable[[], bool], patience: float = 30) -> None:
    """Wait until it is so."""
    until = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < until, "it never came to pass"
        time.sleep(0.05)


def has_knocked(folder: Path, user: WhatsAppUser) -> bool:
    """Whether the server in `folder` has noted that it asked the customer to come and read."""
    with closing(sqlite3.connect(folder / "whatsapp-customers.db")) as db:
        row = db.execute("select knocked from customer where sender = ?", (user.sender,)).fetchone()
    return row[0] is not None


NUMBERS = itertools.count(34600000001)


@pytest.fixture(scope="module")
def whatsapp() -> Iterator[GraphApi]:
    api = GraphApi(seconds_apart=APART)
    yield api
    api.close()


@pytest.fixture
def graph(whatsapp: GraphApi) -> GraphApi:
    whatsapp.refusals.clear()
    whatsapp.on_message = lambda _: None
    return whatsapp


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory, whatsapp: GraphApi
) -> Iterator[WhatsAppServer]:
    server = WhatsAppServer(tmp_path_factory.mktemp("whatsapp"), whatsapp)
    server.start()
    yield server
    server.kill()


@pytest.fixture
def ann(server: WhatsAppServer, graph: GraphApi) -> WhatsAppUser:
    """Somebody who has never written before."""
    return WhatsAppUser(graph, server.url, str(next(NUMBERS)))


def test_the_webhook_is_verified_with_the_token(server: WhatsAppServer):
    def asked(token: str, mode: str = "subscribe") -> requests.Response:
        query = {"hub.mode": mode, "hub.verify_token": token, "hub.challenge": "1158201444"}
        return requests.get(f"{server.url}/webhooks/whatsapp/webhook", query, timeout=10)

    assert (asked(VERIFY_TOKEN).status_code, asked(VERIFY_TOKEN).text) == (200, "1158201444")
    assert asked("guessed").status_code == 403
    assert asked("").status_code == 403
    assert asked(VERIFY_TOKEN, "unsubscribe").status_code == 403


def test_a_message_is_answered_and_shown_as_read(ann: WhatsAppUser, graph: GraphApi):
    sent = ann.say("Hola")
    (answer,) = ann.wait()
    assert answer.text == "> Hola"
    assert graph.read[-1] == sent["id"]


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


def test_a_photo_is_kept_and_its_caption_read_after_it(
    ann: WhatsAppUser, graph: GraphApi, server: WhatsAppServer
):
    graph.media["2754859441498128"] = JPEG
    photo = {"id": "2754859441498128", "mime_type": "image/jpeg", "caption": "Mi recibo"}
    ann.send({"type": "image", "image": photo})
    ann.wait(2)
    handed_in, caption = server.heard()[-2:]
    assert handed_in.startswith('/send_file{"file": "')
    assert caption == "Mi recibo"


@pytest.mark.parametrize(
    ("content", "response"),
    [
        (b"MZ program", "utter_file_wrong_type"),
        (b"", "utter_file_empty"),
        (JPEG + b"\x00" * 5 * 2**20, "utter_file_too_large"),
    ],
)
def test_a_file_that_is_not_taken_is_explained(
    content: bytes, response: str, ann: WhatsAppUser, graph: GraphApi
):
    graph.media["77"] = content
    ann.send({"type": "document", "document": {"id": "77", "filename": "recibo.exe"}})
    assert ann.wait()[0].text == f"{response} (es)"


def test_pieces_keep_their_pace_and_their_order(ann: WhatsAppUser, graph: GraphApi):
    for n in range(6):
        ann.say(f"mensaje {n}")
    got = ann.wait(6)
    assert [it.text for it in got] == [f"> mensaje {n}" for n in range(6)]
    assert not graph.refusals, "the pace is kept without being told to"


@pytest.mark.parametrize("code", [131056, 130429, 131000, 190])
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


class TestAfterADay:
    """What the assistant writes first, when the window is closed."""

    @pytest.fixture(scope="class")
    def graph(self) -> Iterator[GraphApi]:
        api = GraphApi(seconds_apart=APART)
        yield api
        api.close()

    @pytest.fixture(scope="class")
    def folder(self, tmp_path_factory: pytest.TempPathFactory) -> Path:
        return tmp_path_factory.mktemp("a-day")

    @pytest.fixture(scope="class")
    def of_yesterday(self, graph: GraphApi, folder: Path) -> list[WhatsAppUser]:
        """Customers who wrote 25 hours ago."""
        server = WhatsAppServer(folder, graph)
        server.start()
        users = [WhatsAppUser(graph, server.url, str(next(NUMBERS))) for _ in range(4)]
        for user in users:
            user.say("Hola")
            (answer,) = user.wait()
            # Killed before it has noted that, the server would begin by saying it again.
            user.post(webhook(status(answer, "delivered", graph.now())))
        server.kill()
        return users

    @pytest.fixture(scope="class")
    def later(
        self, of_yesterday: list[WhatsAppUser], graph: GraphApi, folder: Path
    ) -> Iterator[WhatsAppServer]:
        now = graph.now
        graph.now = lambda: now() + timedelta(hours=25)
        server = WhatsAppServer(folder, graph, ACLARO_NOW=graph.now().isoformat())
        server.start()
        yield server
        server.kill()

    @pytest.fixture
    def ann(self, of_yesterday: list[WhatsAppUser], later: WhatsAppServer) -> WhatsAppUser:
        user = of_yesterday.pop()
        user.address = later.url
        return user

    def test_a_template_asks_the_customer_to_read_and_then_it_is_said(
        self, later: WhatsAppServer, ann: WhatsAppUser
    ):
        later.write_first(ann.sender, "Hay novedades.", "utter_report_news")
        later.write_first(ann.sender, "Le abonamos 3 €.", "utter_report")
        (knock,) = ann.wait()
        assert knock.text == "[aclaro_report_news/es]"
        ann.send({"type": "button", "button": {"payload": "read", "text": "Leerlo"}})
        assert [it.text for it in ann.wait(2)] == ["Hay novedades.", "Le abonamos 3 €."]
        ann.say("Gracias")
        assert ann.wait()[0].text == "> Gracias"
        assert len(ann.got) == 5

    def test_what_waited_is_said_before_the_answer(self, later: WhatsAppServer, ann: WhatsAppUser):
        later.write_first(ann.sender, "Le escribe Eva.")
        (knock,) = ann.wait()
        assert knock.text == "[aclaro_message_waiting/es]"
        ann.say("¿Sí?")
        assert [it.text for it in ann.wait(2)] == ["Le escribe Eva.", "> ¿Sí?"]

    def test_nobody_is_asked_twice_a_day(
        self, later: WhatsAppServer, ann: WhatsAppUser, graph: GraphApi, folder: Path
    ):
        for n in range(3):
            later.write_first(ann.sender, f"Novedad {n}")
        ann.wait()
        wait_until(lambda: has_knocked(folder, ann))
        later.kill()
        later.start()
        ann.say("¿Sí?")
        assert [it.text for it in ann.wait(4)][:3] == ["Novedad 0", "Novedad 1", "Novedad 2"]
        assert not graph.refusals

    def test_without_an_approved_template_it_waits_for_the_customer(
        self, later: WhatsAppServer, ann: WhatsAppUser, graph: GraphApi
    ):
        approved, graph.templates = graph.templates, {}
        later.write_first(ann.sender, "Novedad")
        graph.wait_for_refusal()
        assert [it.code for it in graph.refusals] == [132001]
        graph.templates = approved
        ann.say("¿Sí?")
        assert ann.wait()[0].text == "Novedad"


def test_meta_knows_better_when_the_window_is_closed(
    ann: WhatsAppUser, graph: GraphApi, server: WhatsAppServer
):
    ann.say("Hola")
    ann.wait()
    graph.heard.clear()
    server.write_first(ann.sender, "Novedad")
    assert ann.wait()[0].text == "[aclaro_message_waiting/es]"
    ann.say("¿Sí?")
    assert [it.text for it in ann.wait(2)] == ["Novedad", "> ¿Sí?"]


def test_the_window_may_be_found_closed_after_a_message_was_taken(
    ann: WhatsAppUser, graph: GraphApi, server: WhatsAppServer
):
    ann.say("Hola")
    ann.wait()
    server.write_first(ann.sender, "Novedad")
    (news,) = ann.wait()
    ann.post(webhook(status(news, "failed", graph.now() + timedelta(seconds=2), 131047)))
    assert ann.wait()[0].text == "[aclaro_message_waiting/es]"
    ann.say("¿Sí?")
    assert [it.text for it in ann.wait(2)] == ["Novedad", "> ¿Sí?"]
