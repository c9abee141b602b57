"""People in Chatwoot: an inbox of the API channel, over its Application API (`/api/v1`).

Paths, fields and answers are those of Chatwoot 4 (its `conversations`, `contacts`, `messages` and
`inbox_members` controllers and its `MessageBuilder`). A customer is a contact, known by a hash of
the conversation; a hand-off is a conversation of its own, known by the custom attribute
`aclaro_handoff`; a message is known by its `source_id`. So each is looked for before it is made.
"""

import hashlib
from typing import Any

from requests import PreparedRequest
from requests.auth import AuthBase

from selfcare.errors import NotFound, Rejected, SignedOut, Unavailable
from selfcare.handoff import ENDED, TAKEN, WAITING, Ended, Handoff, Place, Presence, Wish, Words
from selfcare.handoff_note import Notes
from selfcare.operator_http import OperatorHttp

HANDOFF = "aclaro_handoff"
#: What Chatwoot says of an agent who is there; the others are "busy" and "offline".
ONLINE = "online"
OVER = "resolved"

Json = dict[str, Any]


class TokenAuth(AuthBase):
    """The access token of a user or an agent bot, as Chatwoot wants it."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        """The request with its header."""
        request.headers["api_access_token"] = self._token
        return request


class Chatwoot(Handoff):
    """Calls a hand-off by the number of its conversation."""

    def __init__(self, http: OperatorHttp, account: int, inbox: int, notes: Notes) -> None:
        self._http = http
        self._root = f"/api/v1/accounts/{account}"
        self._inbox = inbox
        self._notes = notes

    def presence(self) -> Presence:
        """The inbox's members who are online, and its open conversations that nobody has."""
        members = _payload(self._get(f"/inbox_members/{self._inbox}"))
        present = sum(member.get("availability_status") == ONLINE for member in members)
        return Presence(present, self._waiting())

    def open(self, id_: str, wish: Wish) -> str:
        """A conversation in the status `open`, with the summary as a private note."""
        contact, source = self._contact(wish)
        number = self._conversation_of(contact, id_) or self._begin(contact, source, id_, wish)
        self._write(number, id_, self._notes.summary(wish), is_note=True)
        return str(number)

    def place(self, reference: str) -> Place:
        """Who is on the list before it, or whether it has somebody."""
        conversation = self._about(reference)
        if conversation.get("status") == OVER:
            return Place(ENDED, 0, 0)
        if (conversation.get("meta") or {}).get("assignee"):
            return Place(TAKEN, 0, 0)
        query = {**self._open_ones(), "assignee_type": "unassigned", "sort_by": "created_at_asc"}
        waiting = _payload(_data(self._get("/conversations", query)))
        numbers = [str(it.get("id")) for it in waiting]
        position = numbers.index(reference) + 1 if reference in numbers else self._waiting()
        return Place(WAITING, position, 0)

    def hear(self, reference: str, words: Words) -> None:
        """The customer's words, once."""
        if self._about(reference).get("status") == OVER:
            raise Ended(reference)
        self._write(reference, words.id, words.text, is_note=False)

    def untold(self, reference: str, words: str) -> None:
        """A note: Chatwoot itself takes what is written in a resolved conversation for sent."""
        self._write(reference, f"untold-{words}", self._notes.untold(), is_note=True)

    def end(self, reference: str, reason: str) -> None:
        """Resolved, with a note why."""
        if self._about(reference).get("status") == OVER:
            return
        self._write(reference, f"end-{reason}", self._notes.reason(reason), is_note=True)
        self._post(f"/conversations/{reference}/toggle_status", {"status": OVER})

    def _contact(self, wish: Wish) -> tuple[int, str | None]:
        """The contact's number, and the source id by which it writes in the inbox."""
        identifier = "aclaro-" + hashlib.sha256(wish.conversation.key.encode()).hexdigest()[:32]
        found = self._find_contact(identifier)
        if found:
            return found
        name = wish.customer.name if wish.customer else identifier[:15]
        body = {"inbox_id": self._inbox, "name": name, "identifier": identifier}
        try:
            made = self._post("/contacts", body).get("payload") or {}
            return int(made["contact"]["id"]), made["contact_inbox"]["source_id"]
        except (KeyError, TypeError) as error:
            raise Unavailable("Chatwoot has made a contact of another kind") from error
        except Rejected:
            # 422: somebody else has made it since.
            found = self._find_contact(identifier)
            if not found:
                raise
            return found

    def _find_contact(self, identifier: str) -> tuple[int, str | None] | None:
        for contact in _payload(self._get("/contacts/search", {"q": identifier})):
            if contact.get("identifier") == identifier:
                sources = [
                    str(it["source_id"])
                    for it in contact.get("contact_inboxes") or ()
                    if (it.get("inbox") or {}).get("id") == self._inbox
                ]
                return int(contact["id"]), next(iter(sources), None)
        return None

    def _conversation_of(self, contact: int, id_: str) -> int | None:
        for conversation in _payload(self._get(f"/contacts/{contact}/conversations")):
            if (conversation.get("custom_attributes") or {}).get(HANDOFF) == id_:
                return int(conversation["id"])
        return None

    def _begin(self, contact: int, source: str | None, id_: str, wish: Wish) -> int:
        body: Json = {
            "inbox_id": self._inbox,
            "contact_id": contact,
            "status": "open",
            "custom_attributes": {HANDOFF: id_},
            "additional_attributes": {"channel": wish.conversation.channel},
        }
        if source:
            body["source_id"] = source
        number = self._post("/conversations", body).get("id")
        if not isinstance(number, int):
            raise Unavailable("Chatwoot has begun a conversation without a number")
        return number

    def _write(self, reference: "int | str", once: str, text: str, is_note: bool) -> None:
        path = f"/conversations/{reference}/messages"
        try:
            said = _payload(self._get(path))
            if any(message.get("source_id") == once for message in said):
                return
            self._post(
                path,
                {
                    "content": text,
                    "message_type": "outgoing" if is_note else "incoming",
                    "private": is_note,
                    "source_id": once,
                },
            )
        except NotFound as error:
            raise Ended(path) from error

    def _about(self, reference: str) -> Json:
        try:
            return self._get(f"/conversations/{int(reference)}")
        except (NotFound, ValueError) as error:
            raise Ended(reference) from error

    def _waiting(self) -> int:
        counted = _data(self._get("/conversations/meta", self._open_ones())).get("meta") or {}
        return int(counted.get("unassigned_count") or 0)

    def _open_ones(self) -> Json:
        return {"inbox_id": self._inbox, "status": "open"}

    def _get(self, path: str, query: Json | None = None) -> Json:
        return self._ask("GET", path, query=query)

    def _post(self, path: str, body: Json) -> Json:
        return self._ask("POST", path, body=body)

    def _ask(self, method: str, path: str, **more: Any) -> Json:
        try:
            answer = self._http.send(method, self._root + path, **more).json_body
        except SignedOut as error:
            raise Unavailable("Chatwoot does not take our token: CHATWOOT_TOKEN") from error
        if not isinstance(answer, dict):
            raise Unavailable(f"{path} did not answer with an object")
        return answer


def _data(answer: Json) -> Json:
    """Lists and counts of conversations are wrapped once more in some versions."""
    inner = answer.get("data")
    return inner if isinstance(inner, dict) else answer


def _payload(answer: Json) -> list[Json]:
    found = answer.get("payload")
    if not isinstance(found, list):
        raise Unavailable("Chatwoot has answered without a payload")
    return [it for it in found if isinstance(it, dict)]
