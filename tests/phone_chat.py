"""A conversation on a telephone in which scenarios are played, as in a browser's `chat_client`."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence

from tests.channel_work import LOOKS_APART, ChannelWork
from tests.chat_client import Bot
from tests.graph_api import GraphApi, Message
from tests.telegram_emulator import SECONDS, Emulator, Shown, TelegramCustomer
from tests.whatsapp_user import WhatsAppUser


class PhoneChat(ABC):
    """A customer with a telephone, who reads what has come until nothing more does."""

    timeout = float(SECONDS)

    def __init__(self, work: ChannelWork) -> None:
        self.work = work
        self.messages: list[Bot] = []
        self.transcript: list[str] = []

    @property
    def seen(self) -> int:
        """How many messages were looked at."""
        return len(self.messages)

    @property
    def last(self) -> Bot:
        """The newest message."""
        return self.messages[-1]

    def say(self, words: str) -> list[Bot]:
        """Write something; the messages that answer it."""
        self._say(words)
        return self.read()

    def press(self, title: str) -> list[Bot]:
        """Press the newest button with this title, once it is there; the messages that answer."""
        self._wait(lambda: self._offers(title), f"the button {title!r}")
        self._press(title)
        return self.read()

    def read(self) -> list[Bot]:
        """What has come: at least one message, and until nothing more comes."""
        before = self.seen
        self._wait(lambda: self.seen > before, "an answer")
        return self.messages[before:]

    def close(self) -> None:
        """Nothing to do: a telephone is put into a pocket, and the conversation stays."""
        return

    def _offers(self, title: str) -> bool:
        titles = [button["title"] for it in self.messages for button in it.buttons]
        return any(it.startswith(title) for it in titles)

    def _wait(self, arrived: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + self.timeout
        while not arrived():
            told = "\n".join(self.transcript)
            assert time.monotonic() < deadline, f"waited in vain for {what}\n{told}"
            self._look()
            time.sleep(LOOKS_APART)

    def _look(self) -> None:
        """Take what is there, once nothing more comes."""
        self.work.read_all(self._shown, self._name)
        new = self._shown()[self.seen :]
        self.messages += new
        self.transcript += [_drawn(it) for it in new]

    @property
    @abstractmethod
    def _name(self) -> object:
        """Under which the platform knows the customer."""

    @abstractmethod
    def _say(self, words: str) -> None:
        """Send it."""

    @abstractmethod
    def _press(self, title: str) -> None:
        """Press it."""

    @abstractmethod
    def _shown(self) -> Sequence[Bot]:
        """All that is on the screen."""


class TelegramChat(PhoneChat):
    """On Telegram."""

    def __init__(self, emulator: Emulator, work: ChannelWork, chat: int, language: str) -> None:
        super().__init__(work)
        self.customer = TelegramCustomer(emulator, work, chat, language)
        self.customer.transcript = self.transcript
        self.customer.waits_for_the_bot()

    @property
    def _name(self) -> int:
        return self.customer.chat

    def _say(self, words: str) -> None:
        self.customer.tells(words)

    def _press(self, title: str) -> None:
        self.customer.touches(title)

    def _shown(self) -> Sequence[Bot]:
        shown = self.customer.emulator.messages(self.customer.chat)
        return [_on_telegram(place, it) for place, it in enumerate(shown, 1)]


class WhatsAppChat(PhoneChat):
    """On WhatsApp."""

    def __init__(self, graph: GraphApi, work: ChannelWork, address: str, phone: str) -> None:
        super().__init__(work)
        self.customer = WhatsAppUser(graph, address, phone)
        self.customer.transcript = self.transcript

    @property
    def _name(self) -> str:
        return str(self.customer.phone)

    def read_it(self) -> list[Bot]:
        """Press what a template offers; what was waiting to be read."""
        self.transcript.append("> [the template's button]")
        self.customer.send({"type": "button", "button": {"payload": "read", "text": "…"}})
        return self.read()

    def _say(self, words: str) -> None:
        self.customer.say(words)

    def _press(self, title: str) -> None:
        self.customer.tap(title)

    def _shown(self) -> Sequence[Bot]:
        return [_on_whatsapp(place, it) for place, it in enumerate(self.customer.got, 1)]


def _on_telegram(place: int, shown: Shown) -> Bot:
    buttons = [button for row in shown.buttons for button in row]
    titles = [{"title": it["text"]} for it in buttons if "url" not in it]
    return Bot(place, shown.text, titles, _link([it["url"] for it in buttons if "url" in it]))


def _on_whatsapp(place: int, message: Message) -> Bot:
    titles = [{"title": title} for title in message.choices.values()]
    return Bot(place, message.text, titles, _link([message.link] if message.link else []))


def _link(urls: list[str]) -> dict[str, str] | None:
    return {"kind": "link", "url": urls[0]} if urls else None


def _drawn(message: Bot) -> str:
    titles = message.titles + (["↗"] if message.custom else [])
    return "\n  ".join([f"< {message.text}", *(f"[{title}]" for title in titles)])
