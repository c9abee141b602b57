"""What Telegram's answers mean for what was to be said, over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator

import pytest

from assistant.channels.delivery import GoneError, PostponedError, RefusedError
from assistant.channels.files import NotFetchedError
from assistant.channels.telegram.commands import menu
from assistant.channels.telegram.platform import (
    AT_ONCE,
    LONGEST_PAUSE,
    TelegramPlatform,
)
from assistant.channels.telegram.settings import Settings
from selfcare.received import NotTaken
from tests.bot_api import Answer, BotApi, Call, bot_api
from tests.telegram_server import SECRET, TOKEN

PIECE = {"text": "¿Y bien?", "keyboard": []}
ANN = "telegram-5"


@pytest.fixture(scope="module")
def shared_telegram() -> Iterator[BotApi]:
    with bot_api(TOKEN) as api:
        yield api


@pytest.fixture
def telegram(shared_telegram: BotApi) -> BotApi:
    shared_telegram.fail = lambda call: None
    shared_telegram.calls.clear()
    return shared_telegram


class Clocked(TelegramPlatform):
    """A platform whose pauses are noted and not waited for."""

    def __init__(self, api_url: str, token: str = TOKEN) -> None:
        self.pauses: list[float] = []
        settings = Settings(token, SECRET, "https://telvia.example", api_url)
        super().__init__(settings, self._note)

    async def _note(self, seconds: float) -> None:
        self.pauses.append(seconds)
        if len(self.pauses) > 20:
            raise EndOfPatience


def carry_out(platform: Clocked, work: Callable[[Clocked], Awaitable[None]]) -> None:
    """Do something with a platform, and let its connections go."""

    async def whole() -> None:
        try:
            await work(platform)
        finally:
            await platform.close()

    asyncio.run(whole())


class EndOfPatience(Exception):
    """Enough was waited."""


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Answer(429, error="Too Many Requests", parameters={"retry_after": 7}), PostponedError),
        (Answer(500, error="Internal Server Error"), PostponedError),
        (Answer(502, error="Bad Gateway"), PostponedError),
        (Answer(401, error="Unauthorized"), PostponedError),
        (Answer(403, error="Forbidden: bot was blocked by the user"), GoneError),
        (Answer(403, error="Forbidden: user is deactivated"), GoneError),
        (Answer(400, error="Bad Request: chat not found"), GoneError),
        (Answer(400, error="Bad Request: message is too long"), RefusedError),
    ],
)
def test_an_error_says_what_becomes_of_the_message(
    telegram: BotApi, answer: Answer, error: type[Exception]
):
    telegram.fail = lambda call: answer
    with pytest.raises(error) as raised:
        carry_out(Clocked(telegram.url), lambda it: it.send(ANN, PIECE))
    if isinstance(raised.value, PostponedError):
        assert raised.value.seconds == answer.parameters.get("retry_after")


def test_nobody_there_is_a_reason_to_try_again():
    with pytest.raises(PostponedError):
        carry_out(Clocked("http://127.0.0.1:9"), lambda it: it.send(ANN, PIECE))


def test_after_a_short_burst_there_is_a_second_between_messages_of_a_chat(telegram: BotApi):
    async def burst(platform: Clocked) -> None:
        for _ in range(AT_ONCE):
            await platform.send(ANN, PIECE)
        with pytest.raises(EndOfPatience):
            await platform.send(ANN, PIECE)

    platform = Clocked(telegram.url)
    carry_out(platform, burst)
    assert len(telegram.said(5)) == AT_ONCE
    assert 0 < platform.pauses[0] <= 1


def test_telegram_is_told_where_we_are_until_it_hears(telegram: BotApi):
    answers = iter(
        [
            Answer(502, error="Bad Gateway"),
            Answer(429, error="Too Many Requests", parameters={"retry_after": 9}),
            Answer(500, error="Internal Server Error"),
        ]
    )
    telegram.fail = lambda call: next(answers, None)
    platform = Clocked(telegram.url)
    carry_out(platform, Clocked.listen)
    assert platform.pauses == [1, 9, 4]
    [call] = telegram.called("setWebhook")
    assert call.fields["url"] == "https://telvia.example/webhooks/telegram/webhook"


def test_a_menu_is_offered_until_telegram_hears(telegram: BotApi):
    answers = iter([Answer(502, error="Bad Gateway")])
    telegram.fail = lambda call: next(answers, None)
    platform = Clocked(telegram.url)
    carry_out(platform, lambda it: it.offer(menu("pl"), "pl"))
    assert platform.pauses == [1]
    [call] = telegram.called("setMyCommands")
    assert call.fields["language_code"] == "pl"
    assert call.fields["scope"] == {"type": "all_private_chats"}
    reports = {"command": "zgloszenia", "description": "Co się dzieje z moimi zgłoszeniami"}
    assert reports in call.fields["commands"]


def test_a_menu_that_telegram_does_not_take_is_logged_and_not_repeated(
    telegram: BotApi, caplog: pytest.LogCaptureFixture
):
    platform = Clocked(telegram.url)
    carry_out(platform, lambda it: it.offer([("język", "Zmiana języka")], "pl"))
    assert platform.pauses == []
    assert "Telegram does not take the menu pl" in caplog.text


def test_who_is_never_heard_goes_on_at_long_intervals():
    platform = Clocked("http://127.0.0.1:9")
    with pytest.raises(EndOfPatience):
        carry_out(platform, Clocked.listen)
    assert platform.pauses[:4] == [1, 2, 4, 8]
    assert platform.pauses[-1] == LONGEST_PAUSE


@pytest.mark.parametrize(
    "answer",
    [
        Answer(400, error="Bad Request: bad webhook: An HTTPS URL must be provided for webhook"),
        Answer(401, error="Unauthorized"),
    ],
)
def test_what_the_operator_has_to_put_right_is_logged_and_not_repeated(
    telegram: BotApi, answer: Answer, caplog: pytest.LogCaptureFixture
):
    telegram.fail = lambda call: answer
    platform = Clocked(telegram.url)
    carry_out(platform, Clocked.listen)
    assert platform.pauses == []
    assert "Telegram does not take https://telvia.example" in caplog.text
    assert TOKEN not in caplog.text


def test_what_is_shown_beside_a_message_may_fail(telegram: BotApi):
    telegram.fail = lambda call: Answer(400, error="Bad Request: query is too old")

    async def show(platform: Clocked) -> None:
        await platform.acknowledge("1", "¡Hola!")
        await platform.show(ANN, 7, [[{"text": "✓ Sí", "callback_data": "-"}]])

    carry_out(Clocked(telegram.url), show)


def test_a_file_is_fetched_or_not(telegram: BotApi):
    telegram.files.update({"a": b"%PDF-1.4", "large": b"x" * 20_000_001})

    async def fetch(platform: Clocked) -> None:
        assert await platform.fetch("a", 8) == b"%PDF-1.4"
        for large in ("a", "large"):
            with pytest.raises(NotTaken, match="too_large"):
                await platform.fetch(large, 7)
        with pytest.raises(NotFetchedError):
            await platform.fetch("unheard of", 8)
        telegram.fail = lambda call: Answer(502, error="Bad Gateway")
        with pytest.raises(NotFetchedError):
            await platform.fetch("a", 8)

    carry_out(Clocked(telegram.url), fetch)


def test_a_refusal_of_buttons_costs_only_the_buttons(telegram: BotApi):
    def refuse(call: Call) -> Answer | None:
        return Answer(400, error="Bad Request: BUTTON_URL_INVALID") if call.buttons else None

    telegram.fail = refuse
    keyboard = [[{"text": "Entrar", "url": "https://telvia.example/"}]]
    piece = {"text": "Entre.", "keyboard": keyboard}
    carry_out(Clocked(telegram.url), lambda it: it.send(ANN, piece))
    assert telegram.texts(5) == ["Entre."]
