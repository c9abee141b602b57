"""What the assistant writes first on WhatsApp, also when the window is closed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.channel_server import wait_until
from tests.graph_api import APART, GraphApi
from tests.whatsapp_server import WhatsAppServer
from tests.whatsapp_user import NUMBERS, WhatsAppUser, status, webhook


def has_knocked(folder: Path, user: WhatsAppUser) -> bool:
    """Whether the server in `folder` has noted that it asked the customer to come and read."""
    with closing(sqlite3.connect(folder / "whatsapp-customers.db")) as db:
        row = db.execute("select knocked from customer where sender = ?", (user.sender,)).fetchone()
    return row[0] is not None


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
