"""Parts are started, waited for and stopped; none outlives the one that started it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.processes import (
    Part,
    PartFailed,
    Process,
    is_free,
    start,
    stop_all,
    wait_until_healthy,
    watch,
)
from scripts.settings import ROOT
from tests.stack import free_ports

SERVER = """
import http.server, os, sys
class Healthy(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers(); self.wfile.write(b'{}')
print('pid', os.getpid(), flush=True)
http.server.HTTPServer(('127.0.0.1', int(sys.argv[1])), Healthy).serve_forever()
"""
STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])
print('pid', child.pid, flush=True)
time.sleep(600)
"""
SUPERVISOR = """
import sys, time
from pathlib import Path
from scripts.processes import Part, start
part = Part('server', [sys.executable, '-c', sys.argv[1], sys.argv[2]], 0, 'http://127.0.0.1:9')
start(part, {}, Path(sys.argv[3]))
time.sleep(600)
"""


def server(port: int, name: str = "server") -> Part:
    command = [sys.executable, "-c", SERVER, str(port)]
    return Part(name, command, port, f"http://127.0.0.1:{port}/")


def until(true: Callable[[], bool], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not come true"


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def printed_pid(log: Path) -> int:
    until(lambda: log.exists() and log.read_text(encoding="utf-8").startswith("pid "))
    return int(log.read_text(encoding="utf-8").split()[1])


def test_a_part_is_told_healthy_and_stops(tmp_path: Path):
    (port,) = free_ports(1)
    told: list[Process] = []
    process = start(server(port), {}, tmp_path / "log")
    try:
        wait_until_healthy([process], tell=told.append)
        assert told == [process]
        assert not is_free(port)
    finally:
        process.stop()
    assert process.ended()
    assert is_free(port)


def test_a_part_that_ends_while_waited_for_is_named(tmp_path: Path):
    broken = Part("site", [sys.executable, "-c", "raise SystemExit(3)"], 0, "http://127.0.0.1:9")
    with pytest.raises(PartFailed, match="site ended with code 3"):
        wait_until_healthy([start(broken, {}, tmp_path / "log")])


def test_a_part_that_does_not_answer_in_time_is_named(tmp_path: Path):
    silent = Part(
        "rasa", [sys.executable, "-c", "import time; time.sleep(600)"], 0, "http://127.0.0.1:9"
    )
    process = start(silent, {}, tmp_path / "log")
    try:
        with pytest.raises(PartFailed, match="rasa did not answer within 0 s"):
            wait_until_healthy([process], seconds=0)
    finally:
        process.stop()


def test_the_watch_names_the_part_that_ended(tmp_path: Path):
    first, second = free_ports(2)
    processes = [
        start(server(first, "site"), {}, tmp_path / "1"),
        start(server(second, "rasa"), {}, tmp_path / "2"),
    ]
    try:
        wait_until_healthy(processes)
        os.kill(printed_pid(tmp_path / "2"), signal.SIGKILL)
        with pytest.raises(PartFailed, match="rasa ended") as caught:
            watch(processes)
        assert caught.value.process is processes[1]
    finally:
        stop_all(processes)


def test_a_part_that_refuses_to_end_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("scripts.processes.GRACE_SECONDS", 0.2)
    part = Part("rasa", [sys.executable, "-c", STUBBORN], 0, "http://127.0.0.1:9")
    process = start(part, {}, tmp_path / "log")
    grandchild = printed_pid(tmp_path / "log")
    process.stop()
    assert process.ended()
    until(lambda: not is_alive(grandchild))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has the signal")
def test_no_part_outlives_a_supervisor_that_was_killed(tmp_path: Path):
    (port,) = free_ports(1)
    command = [sys.executable, "-c", SUPERVISOR, SERVER, str(port), str(tmp_path / "log")]
    with subprocess.Popen(command, cwd=ROOT) as supervisor:
        part = printed_pid(tmp_path / "log")
        supervisor.kill()
    until(lambda: not is_alive(part))
