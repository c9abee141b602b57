"""The three parts as processes: start them, wait until they answer, stop them."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from scripts.leash import leashed
from scripts.settings import ASSISTANT_PYTHON, ROOT, SITE_PYTHON, surroundings

POLL_SECONDS = 0.1
GRACE_SECONDS = 10.0


class PartFailed(Exception):
    """A part ended by itself, or did not answer in time; ``process`` is the one."""

    def __init__(self, process: Process, why: str) -> None:
        super().__init__(f"{process.part.name} {why}")
        self.process = process


@dataclass(frozen=True)
class Part:
    """What is started: a name for people, a command, and the address that tells its health."""

    name: str
    command: Sequence[str]
    port: int
    health: str
    folder: Path = ROOT


@dataclass
class Process:
    """A part that runs, in a session of its own and on a leash."""

    part: Part
    popen: subprocess.Popen[bytes]
    log: Path
    started: float = field(default_factory=time.monotonic)

    def ended(self) -> bool:
        return self.popen.poll() is not None

    def healthy(self) -> bool:
        return answers(self.part.health)

    def stop(self) -> None:
        stop_all([self])


def parts(addresses: Mapping[str, str], rasa_token: str = "") -> list[Part]:
    """Site, actions and Rasa, at their addresses."""
    site, actions, rasa = (int(addresses[n]) for n in ("SITE_PORT", "ACTIONS_PORT", "RASA_PORT"))
    status = f"http://127.0.0.1:{rasa}/status" + (f"?token={rasa_token}" if rasa_token else "")
    billing = [str(SITE_PYTHON), "-m", "billing", "serve"]
    return [
        Part("site", billing, site, f"http://127.0.0.1:{site}/healthz"),
        Part(
            "actions",
            [str(ASSISTANT_PYTHON), "-m", "actions"],
            actions,
            f"http://127.0.0.1:{actions}/health",
        ),
        Part("rasa", [str(ASSISTANT_PYTHON), "-m", "assistant", "run"], rasa, status),
    ]


def start(part: Part, variables: Mapping[str, str], log: Path) -> Process:
    """Starts a part; its output is added to the log."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        popen = subprocess.Popen(
            leashed(part.command),
            cwd=str(part.folder),
            env=surroundings(variables),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    return Process(part, popen, log)


def wait_until_healthy(
    processes: Sequence[Process],
    seconds: float = 120,
    tell: Callable[[Process], None] = lambda process: None,
) -> None:
    """Returns when all of them answer; ``tell`` hears of each as it does.

    Raises PartFailed if one ends, or does not answer within so many seconds.
    """
    deadline = time.monotonic() + seconds
    waiting = list(processes)
    while waiting:
        for process in list(waiting):
            if process.ended():
                raise PartFailed(process, f"ended with code {process.popen.returncode}")
            if process.healthy():
                waiting.remove(process)
                tell(process)
            elif time.monotonic() > deadline:
                raise PartFailed(process, f"did not answer within {seconds:.0f} s")
        time.sleep(POLL_SECONDS if waiting else 0)


def watch(processes: Sequence[Process]) -> None:
    """Never returns: raises PartFailed as soon as one of them ends."""
    while True:
        for process in processes:
            if process.ended():
                raise PartFailed(process, f"ended with code {process.popen.returncode}")
        time.sleep(POLL_SECONDS)


def stop_all(processes: Sequence[Process]) -> None:
    """Asks all of them to end, and ends those that have not after a while."""
    for process in processes:
        _signal_group(process, signal.SIGTERM)
    deadline = time.monotonic() + GRACE_SECONDS
    for process in processes:
        with suppress(subprocess.TimeoutExpired):
            process.popen.wait(max(0.0, deadline - time.monotonic()))
        _signal_group(process, signal.SIGKILL)
        process.popen.wait()


def answers(address: str) -> bool:
    """Whether a GET is answered with a success."""
    try:
        with urllib.request.urlopen(address, timeout=2) as response:
            return bool(response.status < 300)
    except (urllib.error.URLError, http.client.HTTPException, OSError):
        return False


def is_free(port: int) -> bool:
    """Whether nothing listens on this port of the loopback address."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def _signal_group(process: Process, number: signal.Signals) -> None:
    """The part leads its session's group, so whatever it started gets the signal too."""
    with suppress(ProcessLookupError):
        os.killpg(process.popen.pid, number)
