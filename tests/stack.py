"""The real site, action server and Rasa, started for tests on free ports and fresh data."""

from __future__ import annotations

import hashlib
import json
import random
import secrets
import shutil
import socket
import sqlite3
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from scripts.processes import Process, parts, start, stop_all, wait_until_healthy
from scripts.settings import (
    ASSISTANT_PYTHON,
    EVENTS_PATH,
    HANDOFF_PATH,
    KEYS_PATH,
    ROOT,
    SITE_PYTHON,
    surroundings,
)
from tests.faults import Faults

NOW = "2026-11-18T10:00:00Z"  # a Wednesday
PARTS = ("site", "actions", "rasa")
TURN_SECONDS = 60
PREPARED = ROOT / "var" / "tests"
#: Below those that the system gives to the near end of a connection.
UNASSIGNED_PORTS = range(15_000, 32_000)
#: Opens the second factors of the demonstration's officers, which are prepared elsewhere.
STAFF_KEY = "c2l4dGVlbiBzbWFsbCB3b3JkcyBvZiBvdXIgdGVzdHM="


class Stack:
    """Three processes with a clock and a directory of their own, and the proxy between them.

    ``now`` None leaves the clock alone; ``with_faults`` False connects the assistant to
    billing directly; ``more`` are variables of channels beside the web.
    """

    def __init__(
        self,
        folder: Path,
        now: str | None = NOW,
        with_faults: bool = True,
        more: Mapping[str, str] | None = None,
    ) -> None:
        self.folder = folder
        self.began = time.monotonic()
        self.now = now
        ports = free_ports(len(PARTS) + 1)
        site, actions, rasa, proxy = ports
        self.site_url = f"http://127.0.0.1:{site}"
        self.actions_url = f"http://127.0.0.1:{actions}"
        self.rasa_url = f"http://127.0.0.1:{rasa}"
        self.faults = Faults(proxy, self.site_url) if with_faults else None
        self.variables = {
            "ACLARO_VAR": str(folder),
            "DATABASE_URL": "",
            "RASA_TOKEN": "",
            "OPERATOR_NAME": "Telvia",
            "SITE_PORT": str(site),
            "ACTIONS_PORT": str(actions),
            "RASA_PORT": str(rasa),
            "PUBLIC_URL": self.site_url,
            "ACTIONS_URL": self.actions_url,
            "RASA_URL": self.rasa_url,
            "BILLING_URL": self.faults.url if self.faults else self.site_url,
            "EVENTS_CALLBACK": self.rasa_url + EVENTS_PATH,
            "EVENTS_SECRET": secrets.token_urlsafe(32),
            "STAFF_KEY": STAFF_KEY,
            "HANDOFF": "desk",
            "HANDOFF_CALLBACK": self.rasa_url + HANDOFF_PATH,
            "HANDOFF_SECRET": secrets.token_urlsafe(32),
            "ASSISTANT_CLIENT_ID": "assistant",
            "ASSISTANT_CLIENT_SECRET": secrets.token_urlsafe(32),
            "VISITOR_KEYS": self.site_url + KEYS_PATH,
            "VISITOR_ISSUER": self.site_url,
            "VISITOR_AUDIENCE": "aclaro",
            **(more or {}),
        }
        self._parts = {part.name: part for part in parts(self.variables)}
        self.processes: dict[str, Process] = {}
        self.seconds_to_start = 0.0

    def start(self, *names: str) -> None:
        """Starts the parts of these names, all of them by default, and waits until they answer.

        Raises PartFailed.
        """
        began = time.monotonic()
        started = [self._start(name) for name in names or PARTS]
        wait_until_healthy(started)
        self.seconds_to_start = time.monotonic() - began

    def stop(self, *names: str) -> None:
        """Stops the parts of these names, all of them by default."""
        names = names or tuple(self.processes)
        stop_all([self.processes.pop(name) for name in names if name in self.processes])

    def restart(self, *names: str) -> None:
        """Stops parts and starts them again at the same addresses, with the same data."""
        self.stop(*names)
        self.start(*names)

    def start_missing(self, *names: str) -> None:
        """Starts again whatever a test has stopped, of all parts or those named."""
        names = names or PARTS
        missing = [n for n in names if n not in self.processes or self.processes[n].ended()]
        if missing:
            self.restart(*missing)

    def close(self) -> None:
        self.stop()
        if self.faults:
            self.faults.close()

    def restore_billing(self) -> None:
        """Puts billing's database back to the demonstration data, under the running site; nobody
        is signed in there any more, nor with the assistant.
        """
        _copy(self.folder / "demonstration.db", self.folder / "billing.db")
        signed_in = self.folder / "selfcare.db"
        if signed_in.exists():
            with closing(sqlite3.connect(signed_in)) as store:
                store.execute("delete from sign_in")
                store.commit()

    def at_the_desk(self, act: str, number: str, words: str, *how: str) -> None:
        """Answers a report as a person of the operator's would, on the command line."""
        variables = {**self.variables, "ACLARO_NOW": self._clock()}
        command = (act, number, words, "--by", "clerk-1", *how)
        _run(str(SITE_PYTHON), "-m", "billing", *command, variables=variables)

    def log(self, name: str) -> str:
        """All that a part has printed."""
        return self._log_file(name).read_text(encoding="utf-8", errors="replace")

    def say(
        self, sender: str, text: str, metadata: dict[str, Any] | None = None
    ) -> list[dict[str, Any]]:
        """One turn over Rasa's REST channel: the answers to a message."""
        message = {"sender": sender, "message": text, "metadata": metadata or {}}
        answers: list[dict[str, Any]] = self.post("/webhooks/rest/webhook", message)
        return answers

    def post(self, path: str, body: Any) -> Any:
        """Posts JSON to Rasa and returns the JSON that comes back."""
        request = urllib.request.Request(
            self.rasa_url + path,
            json.dumps(body).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=TURN_SECONDS) as response:
            return json.load(response)

    def _start(self, name: str) -> Process:
        variables = dict(self.variables)
        if self.now:
            variables["ACLARO_NOW"] = self._clock()
        process = start(self._parts[name], variables, self._log_file(name))
        self.processes[name] = process
        return process

    def _clock(self) -> str:
        """What the time is in the stack: a part that starts later must not live in the past."""
        began = datetime.fromisoformat((self.now or NOW).replace("Z", "+00:00"))
        return (began + timedelta(seconds=time.monotonic() - self.began)).isoformat()

    def _log_file(self, name: str) -> Path:
        return self.folder / f"{name}.log"


@contextmanager
def running_stack(
    names: Sequence[str] = PARTS,
    now: str | None = NOW,
    with_faults: bool = True,
    more: Mapping[str, str] | None = None,
) -> Iterator[Stack]:
    """The parts of these names, healthy, with demonstration data; all gone at the end."""
    with ExitStack() as at_the_end:
        folder = Path(at_the_end.enter_context(tempfile.TemporaryDirectory(prefix="aclaro-")))
        prepared = prepared_billing(now)
        shutil.copy(prepared, folder / "billing.db")
        if "rasa" in names:
            _run(str(ASSISTANT_PYTHON), "-m", "assistant", "train")
        stack = Stack(folder, now, with_faults, more)
        at_the_end.callback(stack.close)
        stack.start(*names)
        if "site" in names:
            # Only now: the site has put down who listens to its events.
            _copy(folder / "billing.db", folder / "demonstration.db")
        yield stack


def prepared_billing(now: str | None) -> Path:
    """A migrated database with demonstration data, made once for each state of billing and instant;
    of a clock that runs, for each day.
    """
    sources = sorted(path for path in (ROOT / "billing").rglob("*") if path.suffix != ".pyc")
    content = hashlib.sha256(STAFF_KEY.encode())
    for path in sources:
        if path.is_file():
            content.update(path.read_bytes())
    state = content.hexdigest()[:16]
    made = now or datetime.now(timezone.utc).date().isoformat()
    prepared = PREPARED / f"billing-{state}-{made.replace(':', '')}.db"
    if not prepared.exists():
        PREPARED.mkdir(parents=True, exist_ok=True)
        for of_another_state in set(PREPARED.glob("*.db")) - set(PREPARED.glob(f"*-{state}-*.db")):
            of_another_state.unlink(missing_ok=True)
        _prepare_billing(prepared, now)
    return prepared


def _prepare_billing(prepared: Path, now: str | None) -> None:
    with tempfile.TemporaryDirectory(dir=PREPARED) as folder:
        variables = {
            "ACLARO_VAR": folder,
            "DATABASE_URL": "",
            "ACLARO_NOW": now or "",
            "STAFF_KEY": STAFF_KEY,
        }
        _run(str(SITE_PYTHON), "-m", "billing", "migrate", variables=variables)
        _run(str(SITE_PYTHON), "-m", "billing", "demo", variables=variables)
        unfinished = Path(folder) / "copy.db"
        _copy(Path(folder) / "billing.db", unfinished)
        unfinished.rename(prepared)


def _copy(source: Path, target: Path) -> None:
    """Copies a SQLite database, also one that is open elsewhere, in one transaction."""
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target)) as write:
        read.backup(write)


def _run(*command: str, variables: dict[str, str] | None = None) -> None:
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=surroundings(variables),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(
            f"{' '.join(command)} failed:\n{done.stdout[-4000:]}{done.stderr[-4000:]}"
        )


def free_ports(count: int) -> list[int]:
    """Ports that nobody uses, and that no connection of anybody's is given meanwhile."""
    found: list[int] = []
    for port in random.SystemRandom().sample(UNASSIGNED_PORTS, 100 * count):
        with socket.socket() as one, suppress(OSError):
            one.bind(("127.0.0.1", port))
            found.append(port)
        if len(found) == count:
            return found
    raise RuntimeError(f"no {count} ports are free")
