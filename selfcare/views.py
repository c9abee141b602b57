"""What a conversation has before it: the list of calls in view, and what was wished for."""

import json
from dataclasses import dataclass
from typing import Any

from selfcare.calls import Call
from selfcare.signin import Conversation
from selfcare.store import Store, ViewRow, WishRow
from selfcare.wire import call_from_json, call_to_json


@dataclass(frozen=True)
class View:
    """The calls last listed: position 1 is the first; those after `until` are not shown yet."""

    calls: tuple[Call, ...] = ()
    until: int = 0


class Views:
    """The views and wishes of all conversations."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def show(self, conversation: Conversation, calls: list[Call], until: int) -> None:
        """Remember the list that the customer has in view, shown as far as `until`."""
        content = {"calls": [call_to_json(call) for call in calls], "until": until}
        with self._store.session() as session:
            session.merge(ViewRow(conversation=conversation.key, content=json.dumps(content)))

    def of(self, conversation: Conversation) -> View:
        """The list in view; an empty one if there is none."""
        with self._store.session() as session:
            row = session.get(ViewRow, conversation.key)
            if row is None:
                return View()
            content = json.loads(row.content)
        return View(tuple(call_from_json(it) for it in content["calls"]), content["until"])

    def hide(self, conversation: Conversation) -> None:
        """No list is in view any more."""
        with self._store.session() as session:
            row = session.get(ViewRow, conversation.key)
            if row is not None:
                session.delete(row)

    def note_wish(self, conversation: Conversation, wish: dict[str, Any]) -> None:
        """Remember what a customer asked for, in place of any earlier wish."""
        with self._store.session() as session:
            session.merge(WishRow(conversation=conversation.key, content=json.dumps(wish)))

    def wish(self, conversation: Conversation) -> dict[str, Any] | None:
        """What the customer asked for last."""
        with self._store.session() as session:
            row = session.get(WishRow, conversation.key)
            return dict(json.loads(row.content)) if row else None
