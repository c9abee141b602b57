"""What the site's own process writes into its log of those who visit it."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

SECONDS = 30  # until the site has ended


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def log_of_a_visit(directory: Path, **settings: str) -> str:
    """What is written while somebody looks at the page, and opens a socket that is not theirs."""
    port = free_port()
    own = {"ACLARO_VAR": str(directory), "DATABASE_URL": "", "SITE_PORT": str(port)}
    environment = {**os.environ, **own, **settings}
    billing = [sys.executable, "-m", "billing"]
    subprocess.run([*billing, "migrate"], env=environment, check=True, capture_output=True)
    log = directory / "log"
    with log.open("w") as written:
        site = subprocess.Popen(
            [*billing, "serve"], env=environment, stdout=written, stderr=subprocess.STDOUT
        )
        try:
            visit(f"http://127.0.0.1:{port}/device?user_code=visited")
            with pytest.raises(InvalidStatus):
                connect(f"ws://127.0.0.1:{port}/staff/handoff/live?sid=visited", proxy=None)
        finally:
            site.send_signal(signal.SIGTERM)
            site.wait(SECONDS)
    return log.read_text()


def visit(address: str) -> None:
    """Once somebody is there: it is tried again for half a minute."""
    with httpx.Client(transport=httpx.HTTPTransport(retries=6)) as visitor:
        visitor.get(address)


def test_who_visits_the_site_is_in_no_log(tmp_path: Path):
    log = log_of_a_visit(tmp_path)

    assert "Uvicorn running" in log
    assert "visited" not in log


def test_an_operator_who_wants_a_line_for_each_request_gets_sockets_too(tmp_path: Path):
    log = log_of_a_visit(tmp_path, SITE_ACCESS_LOG="true")

    assert "/device?user_code=visited" in log
    assert "/staff/handoff/live?sid=visited" in log
