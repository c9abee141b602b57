"""Chatwoot's Application API as far as we use it, as an HTTP server of its own, and strict.

It refuses wrong tokens, unknown paths, and any field that Chatwoot's controllers do not take or
that has another type: what passes here is what Chatwoot 4 takes. `agent_writes` and `resolves` are
its other side: what it posts to our webhook, which `deliver` signs as Chatwoot does.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests

ACCOUNT, INBOX, TOKEN, SECRET = 7, 3, "an agent's token", "a webhook's secret"
INCOMING, OUTGOING = 0, 1
Json = dict[str, Any]

CONTACT_FIELDS = {"inbox_id": int, "name": str, "identifier": str}
CONVERSATION_FIELDS = {
    "inbox_id": int,
    "contact_id": int,
    "source_id": str,
    "status": str,
    "custom_attributes": dict,
    "additional_attributes": dict,
}
MESSAGE_FIELDS = {"content": str, "message_type": str, "private": bool, "source_id": str}


class Refused(Exception):
    """What Chatwoot would not take."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


@dataclass
class Talk:
    """A conversation and its messages."""

    id: int
    contact: int
    status: str
    custom: Json
    assignee: str | None = None
    messages: list[Json] = field(default_factory=list)


class ChatwootApi:
    """The server; `loses` answers of paths are sent back as a connection that ends."""

    def __init__(self) -> None:
        self.contacts: dict[int, Json] = {}
        self.talks: dict[int, Talk] = {}
        self.agents: dict[str, str] = {"Grace Bennett": "online", "Hugo Marchand": "offline"}
        self.requests: list[str] = []
        self.loses: list[str] = []
        self._lock = threading.Lock()
        self._messages = 1000
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.api = self
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def close(self) -> None:
        """End."""
        self._server.shutdown()
        self._server.server_close()

    def answer(self, method: str, path: str, query: Json, body: Json | None, token: str) -> Json:
        """Raises Refused."""
        if token != TOKEN:
            raise Refused(401, "Invalid Access Token")
        root = f"/api/v1/accounts/{ACCOUNT}"
        if not path.startswith(root):
            raise Refused(404, "Resource could not be found")
        for (wanted, pattern), does in ROUTES.items():
            match = re.fullmatch(pattern, path[len(root) :])
            if wanted == method and match:
                with self._lock:
                    return does(self, query if body is None else body, *map(int, match.groups()))
        raise Refused(404, "Resource could not be found")

    def members(self, _: Json, inbox: int) -> Json:
        if inbox != INBOX:
            raise Refused(404, "Resource could not be found")
        return {
            "payload": [
                {"id": n, "name": name, "available_name": name, "availability_status": status}
                for n, (name, status) in enumerate(self.agents.items(), 1)
            ]
        }

    def counts(self, query: Json) -> Json:
        open_ones = self._listed(query)
        unassigned = sum(talk.assignee is None for talk in open_ones)
        return {"meta": {"unassigned_count": unassigned, "all_count": len(open_ones)}}

    def listed(self, query: Json) -> Json:
        if query.get("assignee_type") != "unassigned" or query.get("sort_by") != "created_at_asc":
            raise Refused(422, "not what this inbox is asked for")
        waiting = [talk for talk in self._listed(query) if talk.assignee is None]
        return {"data": {"payload": [_talk(it) for it in waiting[:25]]}}

    def search(self, query: Json) -> Json:
        if not query.get("q"):
            raise Refused(422, "Specify search string with parameter q")
        found = [it for it in self.contacts.values() if query["q"] in it["identifier"]]
        return {"meta": {"count": len(found)}, "payload": found}

    def make_contact(self, body: Json) -> Json:
        _check(body, CONTACT_FIELDS, {"name", "identifier", "inbox_id"})
        if any(it["identifier"] == body["identifier"] for it in self.contacts.values()):
            raise Refused(422, "Identifier has already been taken")
        number, source = len(self.contacts) + 1, str(uuid.uuid4())
        contact = {
            "id": number,
            "name": body["name"],
            "identifier": body["identifier"],
            "contact_inboxes": [{"source_id": source, "inbox": {"id": body["inbox_id"]}}],
        }
        self.contacts[number] = contact
        inbox = {"inbox": {"id": body["inbox_id"]}, "source_id": source}
        return {"payload": {"contact": contact, "contact_inbox": inbox}}

    def talks_of(self, _: Json, contact: int) -> Json:
        own = [_talk(it) for it in self.talks.values() if it.contact == contact]
        return {"payload": own[::-1]}

    def make_talk(self, body: Json) -> Json:
        _check(body, CONVERSATION_FIELDS, {"inbox_id", "contact_id"})
        contact = self.contacts.get(body["contact_id"])
        if contact is None or body["inbox_id"] != INBOX:
            raise Refused(404, "Resource could not be found")
        sources = [it["source_id"] for it in contact["contact_inboxes"]]
        if "source_id" in body and body["source_id"] not in sources:
            raise Refused(422, "source_id should be unique")
        if body.get("status") not in ("open", "pending", "resolved", None):
            raise Refused(500, "not a valid status")
        number = len(self.talks) + 41
        custom = body.get("custom_attributes") or {}
        self.talks[number] = Talk(number, contact["id"], body.get("status") or "open", custom)
        return _talk(self.talks[number])

    def show(self, _: Json, number: int) -> Json:
        return _talk(self._talk(number))

    def said(self, _: Json, number: int) -> Json:
        return {"meta": {}, "payload": self._talk(number).messages[-20:]}

    def write(self, body: Json, number: int) -> Json:
        _check(body, MESSAGE_FIELDS, {"content"})
        kind = body.get("message_type", "outgoing")
        if kind not in ("incoming", "outgoing"):
            raise Refused(422, "not a message type")
        talk = self._talk(number)
        if kind == "incoming" and talk.status == "resolved":
            talk.status = "open"
        return self._add(talk, body["content"], kind, bool(body.get("private")), body)

    def toggle(self, body: Json, number: int) -> Json:
        _check(body, {"status": str}, {"status"})
        self._talk(number).status = body["status"]
        return {"meta": {}, "payload": {"success": True, "conversation_id": number}}

    def agent_writes(self, number: int, text: str, private: bool = False) -> Json:
        """The webhook's payload of what an agent writes."""
        talk = self.talks[number]
        message = self._add(talk, text, "outgoing", private, {})
        return {
            "event": "message_created",
            "id": message["id"],
            "content": text,
            "content_type": "text",
            "content_attributes": {},
            "created_at": "2026-11-18T10:00:00.000Z",
            "message_type": "outgoing",
            "private": private,
            "source_id": None,
            "sender": {"id": 1, "name": "Grace Bennett", "email": "g@x.example", "type": "user"},
            "account": {"id": ACCOUNT, "name": "Telvia"},
            "inbox": {"id": INBOX, "name": "Assistant"},
            "conversation": {**_talk(talk), "inbox_id": INBOX},
        }

    def resolves(self, number: int) -> Json:
        """The webhook's payload of an end."""
        talk = self.talks[number]
        talk.status = "resolved"
        changed = [{"status": {"previous_value": "open", "current_value": "resolved"}}]
        event = {"event": "conversation_status_changed", "changed_attributes": changed}
        return {**_talk(talk), "inbox_id": INBOX, **event}

    def _listed(self, query: Json) -> list[Talk]:
        if str(query.get("inbox_id")) != str(INBOX) or query.get("status") != "open":
            raise Refused(404, "Resource could not be found")
        return [talk for talk in self.talks.values() if talk.status == "open"]

    def _talk(self, number: int) -> Talk:
        if number not in self.talks:
            raise Refused(404, "Resource could not be found")
        return self.talks[number]

    def _add(self, talk: Talk, text: str, kind: str, private: bool, body: Json) -> Json:
        self._messages += 1
        message = {
            "id": self._messages,
            "content": text,
            "message_type": OUTGOING if kind == "outgoing" else INCOMING,
            "private": private,
            "source_id": body.get("source_id"),
            "conversation_id": talk.id,
        }
        talk.messages.append(message)
        return message


ROUTES: dict[tuple[str, str], Callable[..., Json]] = {
    ("GET", r"/inbox_members/(\d+)"): ChatwootApi.members,
    ("GET", r"/conversations/meta"): ChatwootApi.counts,
    ("GET", r"/conversations"): ChatwootApi.listed,
    ("POST", r"/conversations"): ChatwootApi.make_talk,
    ("GET", r"/conversations/(\d+)"): ChatwootApi.show,
    ("GET", r"/conversations/(\d+)/messages"): ChatwootApi.said,
    ("POST", r"/conversations/(\d+)/messages"): ChatwootApi.write,
    ("POST", r"/conversations/(\d+)/toggle_status"): ChatwootApi.toggle,
    ("GET", r"/contacts/search"): ChatwootApi.search,
    ("POST", r"/contacts"): ChatwootApi.make_contact,
    ("GET", r"/contacts/(\d+)/conversations"): ChatwootApi.talks_of,
}


def signed(payload: Json, secret: str = SECRET, age: float = 0.0) -> tuple[bytes, dict[str, str]]:
    """A webhook's body and headers, as Chatwoot sends them."""
    body, moment = json.dumps(payload).encode(), str(int(time.time() - age))
    digest = hmac.new(secret.encode(), f"{moment}.".encode() + body, hashlib.sha256).hexdigest()
    headers = {
        "Content-Type": "application/json",
        "X-Chatwoot-Timestamp": moment,
        "X-Chatwoot-Signature": f"sha256={digest}",
        "X-Chatwoot-Delivery": str(uuid.uuid4()),
    }
    return body, headers


def deliver(url: str, payload: Json, **how: Any) -> int:
    """Post a webhook; the status."""
    body, headers = signed(payload, **how)
    return requests.post(url, body, headers=headers, timeout=10).status_code


def _talk(talk: Talk) -> Json:
    assignee = {"id": 1, "name": talk.assignee} if talk.assignee else None
    return {
        "id": talk.id,
        "status": talk.status,
        "custom_attributes": talk.custom,
        "meta": {"sender": {"id": talk.contact}, "assignee": assignee},
    }


def _check(body: Json, fields: dict[str, type], needed: set[str]) -> None:
    for name, value in body.items():
        if name not in fields:
            raise Refused(422, f"no field {name}")
        if not isinstance(value, fields[name]):
            raise Refused(422, f"{name} is no {fields[name].__name__}")
    if missing := needed - body.keys():
        raise Refused(422, f"lacks {missing}")


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    api: ChatwootApi


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        self._answer(None)

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", "0"))
        self._answer(json.loads(self.rfile.read(length)))

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def _answer(self, body: Json | None) -> None:
        api, parts = self.server.api, urlsplit(self.path)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        asked = f"{self.command} {parts.path.rpartition(f'/{ACCOUNT}')[2]}"
        api.requests.append(asked)
        try:
            token = self.headers.get("api_access_token", "")
            status, content = 200, api.answer(self.command, parts.path, query, body, token)
        except Refused as refused:
            status, content = refused.status, {"error": str(refused)}
        if asked in api.loses:
            api.loses.remove(asked)
            self.close_connection = True
            return
        payload = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)
