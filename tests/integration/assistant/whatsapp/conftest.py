"""WhatsApp over real HTTP, both ways: webhooks come in, a strict Graph API takes what is said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.graph_api import APART, GraphApi
from tests.whatsapp_server import WhatsAppServer
from tests.whatsapp_user import NUMBERS, WhatsAppUser


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
