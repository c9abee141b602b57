"""Telegram's channel over HTTP on both sides, with a scripted assistant behind it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bot_api import BotApi, bot_api
from tests.telegram_server import TOKEN, TelegramServer
from tests.telegram_user import TelegramUser


@pytest.fixture(scope="module")
def telegram() -> Iterator[BotApi]:
    with bot_api(TOKEN) as api:
        yield api


@pytest.fixture(scope="module")
def server(telegram: BotApi, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TelegramServer]:
    server = TelegramServer(tmp_path_factory.mktemp("telegram"), telegram.url)
    server.start()
    yield server
    server.kill()


@pytest.fixture(autouse=True)
def _mended(telegram: BotApi) -> Iterator[None]:
    yield
    telegram.fail = lambda call: None


@pytest.fixture
def ana(server: TelegramServer, telegram: BotApi) -> TelegramUser:
    return TelegramUser(server, telegram)
