"""Works on updates, those of one chat one after the other."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any

import locales
from assistant.channels.conversations import Conversations
from assistant.channels.files import Files
from assistant.channels.host import Host
from assistant.channels.mailbox import Mailbox
from assistant.channels.outbox import KEEP_DAYS, Outbox
from assistant.channels.reception import Reception
from assistant.channels.telegram.keyboards import Keyboards
from assistant.channels.telegram.notes import Notes
from assistant.channels.telegram.platform import TelegramPlatform
from assistant.channels.telegram.updates import Received, read_update
from assistant.channels.worker import Worker
from assistant.clock import now
from assistant.rendering.message import CallList, read_message
from assistant.rendering.telegram import Keyboard, chosen_keyboard, keyboard

NOT_READ = {"voice": "voice_not_heard", "sticker": "sticker", "other": "not_read"}
"""The responses to what is not read: `utter_<name>`."""

_LIST_KEY = re.compile(r"(?P<seq>[1-9]\d{0,8})\.(?:m(?P<position>[1-9]\d{0,3})|s)")
"""A call of a list, or the button that sends the marked ones: see `rendering.telegram`."""


class Attendant(Worker):
    """Hands what was received to the reception, as what it is."""

    def __init__(
        self,
        mailbox: Mailbox,
        notes: Notes,
        outbox: Outbox,
        platform: TelegramPlatform,
        conversations: Conversations,
        reception: Reception,
        host: Host,
        files: Files,
        true_time: Callable[[], datetime],
    ) -> None:
        super().__init__(mailbox, reception)
        self._notes = notes
        self._outbox = outbox
        self._platform = platform
        self._conversations = conversations
        self._host = host
        self._files = files
        self._true_time = true_time
        self._keyboards = Keyboards(platform)
        self._aside: set[asyncio.Task[None]] = set()

    async def work_on(self, sender: str, content: bytes) -> None:
        """Do what an update asks for."""
        it = read_update(content)
        if it.kind == "choice":
            await self._press(it)
            return
        is_new = self._open(it)
        if it.kind == "group":
            if is_new:
                await self._conversations.say_phrase(it.sender, self._host, "utter_not_in_groups")
        elif it.kind == "start":
            await self._reception.greet(it.sender, it.id)
        elif it.kind == "command":
            await self._reception.press(it.sender, it.id, it.key, it.text)
        elif it.kind == "text":
            await self._reception.write(it.sender, it.id, it.text)
        elif it.kind == "file":
            await self._take_file(it)
        elif it.kind == "edited":
            if self._notes.is_first_time(it.sender, "edited"):
                await self._reception.turn_down(it.sender, it.id, "edit_not_read", {})
        else:
            await self._reception.turn_down(it.sender, it.id, NOT_READ[it.kind], {})

    def _open(self, it: Received) -> bool:
        """Whether a conversation begins: then what was noted is of one that is forgotten."""
        is_new = self._outbox.open(it.sender, it.language or locales.DEFAULT, now())
        if is_new:
            self._notes.forget(it.sender)
        return is_new

    async def _take_file(self, it: Received) -> None:
        assert it.file, "a file is received as one"
        await self._files.take(it.sender, it.id, it.file)
        if it.text.strip():
            await self._reception.write(it.sender, f"{it.id}.caption", it.text)

    async def _press(self, it: Received) -> None:
        """Do what the button says, show on its message what was chosen, and answer the query."""
        listed = _LIST_KEY.fullmatch(it.key)
        if not self._is_ours(it):
            answer = None
        elif listed is None:
            answer = await self._choose(it)
        else:
            answer = await self._use_list(it, int(listed["seq"]), listed["position"])
        words = await self._closed(it) if answer is None else None
        self._meanwhile(self._platform.acknowledge(it.query, words))
        if answer is not None:
            self._keyboards.show(it.sender, it.message, answer)

    def _is_ours(self, it: Received) -> bool:
        """Whether the conversation in which the button was offered is the one that goes on: an
        older one may be forgotten, and its entries' numbers used again.
        """
        since = self._true_time() - timedelta(days=KEEP_DAYS)
        return it.at is not None and it.at > since

    async def _choose(self, it: Received) -> Keyboard | None:
        """What is left of the buttons; None if there is no such choice."""
        button = self._outbox.offer(it.sender, it.key)
        if button is None or not await self._take_once(it, button["payload"], button["title"]):
            return None
        return chosen_keyboard([button["title"]])

    async def _use_list(self, it: Received, seq: int, position: str | None) -> Keyboard | None:
        entry = next(iter(self._outbox.since(it.sender, seq - 1)), None)
        if entry is None or entry.event != "bot" or entry.body["seq"] != seq:
            return None
        message = read_message(entry.body)
        told = message.content
        if not isinstance(told, CallList) or told.submit is None:
            return None
        if position is not None:
            if int(position) not in {item.position for item in told.items if item.enabled}:
                return None
            return keyboard(message, self._notes.mark(it.sender, seq, int(position)))
        marked = sorted(self._notes.marked(it.sender, seq))
        if not marked:
            return None
        positions = ",".join(map(str, marked))
        payload = entry.body["custom"]["payload"] % positions
        title = f"{told.submit}: {', '.join(map(str, marked))}"
        if not await self._take_once(it, payload, title):
            return None
        return chosen_keyboard([title])

    async def _take_once(self, it: Received, payload: str, title: str) -> bool:
        """Whether the press is taken, or was. Of a double tap, and of an app that was closed before
        it had an answer, there are two queries; a second yes would answer the next question.
        """
        what = f"{it.key} {payload}"
        if self._notes.was_pressed(it.sender, what):
            return True
        if await self._reception.press(it.sender, it.id, payload, title):
            return False
        self._notes.pressed(it.sender, what)
        return True

    async def _closed(self, it: Received) -> str | None:
        """The words for a button that does nothing; none for one that only shows something."""
        language = self._outbox.language(it.sender)
        if language is None or it.key == "-":
            return None
        said = await self._host.phrase("utter_button_gone", language, {})
        return str(said.get("text") or "") or None

    def _meanwhile(self, work: Coroutine[Any, Any, None]) -> None:
        """Let the next update not wait for it."""
        task = asyncio.create_task(work)
        self._aside.add(task)
        task.add_done_callback(self._aside.discard)
