"""The assistant as the desk knows it: it signs what it asks, and listens to what it is told."""

import json
from typing import Any
from uuid import uuid4

import httpx

from billing import clock
from tests.integration.billing.listener import JSON, signature

SECRET = "a secret of the assistant's"
LONG_AGO = "2026-11-01T10:00:00+00:00"


def conversation(**changes: Any) -> JSON:
    """A conversation to hand over."""
    return {
        "id": str(uuid4()),
        "channel": "telegram",
        "language": "es",
        "customer": {"name": "Ana Castro Gil", "accountId": "BA-ES-1001"},
        "summary": {"wish": "dispute_charge/roaming", "report": None, "language": "es"},
        "transcript": [
            {"who": "customer", "text": "Quiero hablar <ya> con alguien", "at": LONG_AGO},
            {"who": "assistant", "text": "Un momento, por favor.", "at": LONG_AGO},
        ],
    } | changes


class Assistant:
    """What the assistant asks of the desk."""

    def __init__(self, address: str) -> None:
        self.http = httpx.Client(base_url=f"{address}/handoff/v1", trust_env=False, timeout=30)

    def get(self, path: str) -> httpx.Response:
        """A signed GET."""
        return self.http.get(path, headers=self.signed(b"", method="GET", path=path))

    def post(self, path: str, body: object) -> httpx.Response:
        """A signed POST."""
        content = json.dumps(body).encode()
        return self.http.post(path, content=content, headers=self.signed(content, path=path))

    def hand_over(self, **changes: Any) -> str:
        """The id of a conversation that is on the waiting list now."""
        answer = self.post("/conversations", conversation(**changes))
        assert answer.status_code == 201, answer.text
        found: str = answer.json()["id"]
        return found

    def write(self, id_: str, text: str, message_id: str | None = None) -> httpx.Response:
        """Pass on what the customer writes."""
        message = {"id": message_id or str(uuid4()), "text": text, "at": clock.now().isoformat()}
        return self.post(f"/conversations/{id_}/messages", message)

    def end(self, id_: str, reason: str = "customer_left") -> httpx.Response:
        """The customer is gone."""
        return self.post(f"/conversations/{id_}/end", {"reason": reason})

    def state(self, id_: str) -> JSON:
        """How the conversation stands."""
        answer = self.get(f"/conversations/{id_}")
        assert answer.status_code == 200, answer.text
        found: JSON = answer.json()
        return found

    @staticmethod
    def signed(
        content: bytes,
        secret: str = SECRET,
        time: str | None = None,
        method: str = "POST",
        path: str = "/conversations",
    ) -> dict[str, str]:
        """The headers that say that it is the assistant."""
        time = clock.now().isoformat() if time is None else time
        signed = signature(secret, method, f"/handoff/v1{path}", time, content)
        return {"X-Event-Time": time, "X-Signature-256": signed}
