"""Buttons below messages that are there: the newest are shown, however often Telegram says wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from assistant.channels.delivery import PostponedError
from assistant.channels.telegram.keyboards import Keyboards
from assistant.channels.telegram.platform import TelegramPlatform
from assistant.channels.telegram.settings import Settings
from assistant.rendering.telegram import Keyboard

ANA, BEN = "telegram-1", "telegram-2"


class SlowTelegram(TelegramPlatform):
    """Notes what is shown, and while it is `closed` wants to be left alone for seven seconds."""

    def __init__(self) -> None:
        super().__init__(Settings("1:a", "secret", "https://telvia.example"))
        self.shown: list[tuple[str, int, str]] = []
        self.pauses: list[float] = []
        self.closed = False
        self.in_between: Callable[[], None] = lambda: None

    async def show(self, sender: str, message: int, keyboard: Keyboard) -> None:
        await asyncio.sleep(0)
        if self.closed:
            raise PostponedError(7)
        self.shown.append((sender, message, keyboard[0][0]["text"]))
        self.in_between()

    async def wait(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.in_between()
        await asyncio.sleep(0)


def buttons(title: str) -> Keyboard:
    return [[{"text": title, "callback_data": "-"}]]


def carry_out(begin: Callable[[SlowTelegram, Keyboards], None]) -> SlowTelegram:
    """What was shown in the end of what `begin` wants shown."""

    async def run() -> SlowTelegram:
        telegram = SlowTelegram()
        keyboards = Keyboards(telegram, telegram.wait)
        begin(telegram, keyboards)
        while running := asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.wait(running)
        await telegram.close()
        return telegram

    return asyncio.run(run())


def test_every_message_gets_the_newest_of_its_buttons():
    def begin(telegram: SlowTelegram, keyboards: Keyboards) -> None:
        for title in ("1", "2", "3"):
            keyboards.show(ANA, 7, buttons(title))
        keyboards.show(ANA, 8, buttons("x"))
        keyboards.show(BEN, 7, buttons("y"))

    shown = carry_out(begin).shown
    assert sorted(shown) == [(ANA, 7, "3"), (ANA, 8, "x"), (BEN, 7, "y")]


def test_what_is_wanted_while_another_is_shown_comes_after_it():
    def begin(telegram: SlowTelegram, keyboards: Keyboards) -> None:
        def once_more() -> None:
            telegram.in_between = lambda: None
            keyboards.show(ANA, 7, buttons("2"))

        telegram.in_between = once_more
        keyboards.show(ANA, 7, buttons("1"))

    assert carry_out(begin).shown == [(ANA, 7, "1"), (ANA, 7, "2")]


def test_what_telegram_puts_off_is_shown_later_and_as_it_is_wanted_by_then():
    def begin(telegram: SlowTelegram, keyboards: Keyboards) -> None:
        def open_again() -> None:
            telegram.in_between = lambda: None
            telegram.closed = False
            keyboards.show(ANA, 7, buttons("2"))

        telegram.closed, telegram.in_between = True, open_again
        keyboards.show(ANA, 7, buttons("1"))

    telegram = carry_out(begin)
    assert telegram.pauses == [7]
    assert telegram.shown == [(ANA, 7, "2")]
