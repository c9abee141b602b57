"""The proxy that does damage, in front of a server of a few lines."""

from __future__ import annotations

import http.client
import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests.faults import Faults


class Billing(ThreadingHTTPServer):
    """Answers everything with its path and remembers what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), BillingHandler)
        self.asked: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class BillingHandler(BaseHTTPRequestHandler):
    server: Billing

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.asked.append(f"{self.command} {self.path}")
        endpoint = f"{self.server.url}/oauth/token"
        body = json.dumps({"path": self.path, "token_endpoint": endpoint}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Total-Count", "1")
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET  # noqa: N815

    def log_message(self, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def billing() -> Iterator[Billing]:
    server = Billing()
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def proxy(billing: Billing) -> Iterator[Faults]:
    proxy = Faults(0, billing.url)
    yield proxy
    proxy.close()


def ask(proxy: Faults, path: str, data: bytes | None = None) -> Any:
    with urllib.request.urlopen(proxy.url + path, data, timeout=10) as response:
        return json.load(response)


def test_without_a_fault_requests_pass_and_are_counted(proxy: Faults, billing: Billing):
    assert ask(proxy, "/usage?limit=2")["path"] == "/usage?limit=2"
    ask(proxy, "/troubleTicket", b'{"a": 1}')
    assert proxy.count() == 2
    assert proxy.count("/trouble*", "POST") == 1
    assert proxy.seen("/troubleTicket")[0].json() == {"a": 1}
    assert billing.asked == ["GET /usage?limit=2", "POST /troubleTicket"]


def test_a_path_that_is_down_resets_and_others_pass(proxy: Faults, billing: Billing):
    proxy.down("/usage")
    with pytest.raises((ConnectionError, urllib.error.URLError)):
        ask(proxy, "/usage")
    assert ask(proxy, "/bills")["path"] == "/bills"
    assert billing.asked == ["GET /bills"]


def test_a_lost_answer_was_carried_out(proxy: Faults, billing: Billing):
    proxy.lost("/troubleTicket", method="POST", times=1)
    with pytest.raises((ConnectionError, http.client.HTTPException, urllib.error.URLError)):
        ask(proxy, "/troubleTicket", b"{}")
    assert billing.asked == ["POST /troubleTicket"]
    assert ask(proxy, "/troubleTicket", b"{}")["path"] == "/troubleTicket"


def test_a_status_comes_with_the_error_body_of_its_interface(proxy: Faults):
    proxy.status("*", 503)
    with pytest.raises(urllib.error.HTTPError) as caught:
        ask(proxy, "/tmf-api/usage")
    with caught.value as error:
        assert (error.code, json.load(error)["status"]) == (503, "503")
    with pytest.raises(urllib.error.HTTPError) as caught:
        ask(proxy, "/oauth/token", b"")
    with caught.value as error:
        assert json.load(error) == {"error": "server_error"}


def test_malformed_json_cannot_be_read(proxy: Faults):
    proxy.malformed("/usage")
    with pytest.raises(json.JSONDecodeError):
        ask(proxy, "/usage")


def test_an_empty_list_is_one(proxy: Faults):
    proxy.empty("/usage")
    assert ask(proxy, "/usage?limit=1") == []


def test_a_slow_answer_comes_and_clearing_lets_it_go(proxy: Faults, billing: Billing):
    proxy.slow("/usage", seconds=0.01)
    assert ask(proxy, "/usage")["path"] == "/usage"
    proxy.slow("/usage", seconds=60)
    failed: list[BaseException] = []

    def wait_for_it() -> None:
        try:
            ask(proxy, "/usage")
        except (ConnectionError, urllib.error.URLError) as error:
            failed.append(error)

    waiting = threading.Thread(target=wait_for_it)
    waiting.start()
    while proxy.count("/usage") < 2:
        pass
    proxy.clear()
    waiting.join(10)
    assert len(failed) == 1
    assert billing.asked == ["GET /usage"]


def test_the_newest_fault_that_fits_is_applied(proxy: Faults):
    proxy.down("*")
    proxy.empty("/usage", times=1)
    assert ask(proxy, "/usage") == []
    with pytest.raises((ConnectionError, urllib.error.URLError)):
        ask(proxy, "/usage")


def test_the_sign_in_leads_through_the_proxy(proxy: Faults, billing: Billing):
    found = ask(proxy, "/.well-known/oauth-authorization-server")
    assert found["token_endpoint"] == f"{proxy.url}/oauth/token"
    assert ask(proxy, "/usage")["token_endpoint"] == f"{billing.url}/oauth/token"


def test_without_billing_the_connection_is_reset(proxy: Faults, billing: Billing):
    billing.shutdown()
    billing.server_close()
    with pytest.raises((ConnectionError, urllib.error.URLError)):
        ask(proxy, "/usage")
