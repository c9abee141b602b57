"""Works on customers' messages, those of one customer one after the other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import locales
from assistant.channels.conversations import Conversations
from assistant.channels.delivery import Delivery
from assistant.channels.files import File, Files
from assistant.channels.mailbox import Mailbox
from assistant.channels.outbox import Outbox, button_key
from assistant.channels.payloads import asks_for_more, is_title
from assistant.channels.reception import Reception
from assistant.channels.whatsapp.customers import Customers, language_of
from assistant.channels.whatsapp.sent import Sent
from assistant.channels.whatsapp.updates import Received, Who
from assistant.channels.worker import Worker
from assistant.rendering.message import Message, read_message
from assistant.rendering.plain import numbered_choice
from assistant.rendering.whatsapp import first_hidden, next_choices
from assistant.texts import Texts

NOT_READ = {
    "voice": "voice_not_heard",
    "sticker": "sticker",
    "edit": "edit_not_read",
    "other": "not_read",
}
"""The responses to what is not read: `utter_<name>`."""

PHOTO = "🖼"
"""The name of what has none."""

_LOOK_BACK = 20
"""Entries among which the choices are looked for whose number was typed."""


class Attendant(Worker):
    """Hands what was received to the reception, as what it is."""

    def __init__(
        self,
        customers: Customers,
        mailbox: Mailbox,
        sent: Sent,
        outbox: Outbox,
        conversations: Conversations,
        delivery: Delivery,
        reception: Reception,
        files: Files,
        say: Texts,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(mailbox, reception)
        self._customers = customers
        self._sent = sent
        self._outbox = outbox
        self._conversations = conversations
        self._delivery = delivery
        self._files = files
        self._say = say
        self._now = now

    async def work_on(self, sender: str, content: bytes) -> None:
        """Do what a message asks for."""
        received = Received.from_json(content)
        customer = self._customers.get(sender)
        if received.kind == "moved":
            self._customers.moved(customer, Who(**received.told))
            return
        if self._outbox.open(sender, language_of(received.who), self._now()):
            self._sent.forget(customer.number)
        self._customers.heard(customer, received)
        is_held = self._outbox.undelivered(sender) is not None
        self._delivery.go_on(sender)
        if received.kind == "text":
            await self._read(sender, received.id, received.told["text"])
        elif received.kind == "choice":
            await self._choose(sender, received.id, received.told)
        elif received.kind == "file":
            await self._take_file(sender, received)
        elif received.kind == "welcome":
            await self._reception.greet(sender, received.id)
        elif received.kind == "news_wanted":
            if not is_held:
                await self._reception.greet(sender, received.id)
        else:
            reason = NOT_READ[received.kind]
            await self._reception.turn_down(sender, received.id, reason, {})

    async def _read(self, sender: str, message_id: str, text: str) -> None:
        first = self._asked_for_others(sender, text)
        if first is not None and await self._show_others(sender, first):
            return
        key = self._numbered(sender, text.strip())
        if key is None or await self._reception.choose(sender, message_id, key):
            await self._reception.write(sender, message_id, text)

    async def _choose(self, sender: str, message_id: str, told: dict[str, str]) -> None:
        first = next_choices(told["key"])
        if first is not None and await self._show_others(sender, first):
            return
        if await self._reception.choose(sender, message_id, told["key"]):
            # The conversation in which it was offered is forgotten: its words may do.
            await self._reception.write(sender, message_id, told["title"])

    async def _show_others(self, sender: str, first: str) -> bool:
        """Whether there are choices from the key `first` on, which are said then."""
        seq, _, place = first.partition(".")
        others: list[dict[str, str]] = []
        while place.isdecimal() and seq.isdecimal():
            button = self._outbox.offer(sender, button_key(int(seq), int(place) + len(others)))
            if button is None:
                break
            others.append(button)
        if others:
            language = self._outbox.language(sender) or ""
            text = self._say.render(language, "utter_more_choices")
            await self._conversations.say(sender, {"text": text, "buttons": others})
        return bool(others)

    async def _take_file(self, sender: str, received: Received) -> None:
        told = received.told
        await self._files.take(
            sender, received.id, File(told["media"], told.get("name", ""), PHOTO)
        )
        if caption := told.get("caption", "").strip():
            await self._read(sender, f"{received.id}.caption", caption)

    def _numbered(self, sender: str, typed: str) -> str | None:
        """The key of the choice whose number was typed, of those that were offered last; of two
        lists of them it may be either's, so that it is left to the question that is open.
        """
        offers = self._offers(sender)
        choice = numbered_choice(offers[0], typed) if len(offers) == 1 else None
        return choice.key if choice else None

    def _asked_for_others(self, sender: str, typed: str) -> str | None:
        """The key of the first choice that the newest list has no room for, where what was typed
        asks for the rest.
        """
        language = self._outbox.language(sender) or locales.DEFAULT
        row = self._say.render(language, "whatsapp_more")
        if not asks_for_more(typed, language) and not is_title(typed, row):
            return None
        hidden = (first_hidden(message) for message in self._offers(sender))
        return next(filter(None, hidden), None)

    def _offers(self, sender: str) -> list[Message]:
        """What was said with choices since the customer wrote last, the newest first."""
        newest = self._outbox.last_seq(sender)
        offers = []
        for entry in reversed(self._outbox.since(sender, max(0, newest - _LOOK_BACK))):
            if entry.event != "bot":
                break
            message = read_message(entry.body)
            if message.choices:
                offers.append(message)
        return offers
