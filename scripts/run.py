"""``make run``: gets everything ready, starts the three parts, watches over them."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from types import FrameType

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import settings
from scripts.interpreters import PythonMissing
from scripts.leash import tie_to_parent
from scripts.processes import (
    Part,
    PartFailed,
    Process,
    is_free,
    parts,
    start,
    stop_all,
    wait_until_healthy,
    watch,
)
from scripts.setup import prepare
from scripts.steps import StepFailed, log_file, say, stop_with, tail

PORT_VARIABLES = {"site": "SITE_PORT", "actions": "ACTIONS_PORT", "rasa": "RASA_PORT"}

WELCOME = """
Aclaro is ready, {seconds:.0f} s after the start.

  The operator's page with the chat   {PUBLIC_URL}
  Action server (loopback only)       {ACTIONS_URL}
  Rasa (loopback only)                {RASA_URL}

  Demonstration log-ins               {users}
  Password for all of them            aclaro-demo

  The staff's desk                    {PUBLIC_URL}/staff
  Demonstration officers              {officers}  desk-lead (supervisor)
  The same password, and a code       make code

Logs are in {logs}. Ctrl-C stops everything.
"""


class Asked(Exception):
    """Somebody asked the program to end."""


def main() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _ask_to_end)
    if "MAKELEVEL" in os.environ:
        tie_to_parent(signal.SIGTERM)
    try:
        run()
    except Asked:
        say("Stopped.")
    except (StepFailed, PythonMissing) as failure:
        stop_with(failure)
    except PartFailed as failure:
        log = failure.process.log
        stop_with(f"{failure}, so everything was stopped. The end of {log}:\n{tail(log)}")


def run() -> None:
    """Runs until asked to end, or until a part fails (PartFailed)."""
    began = time.monotonic()
    addresses = settings.addresses()
    what = parts(addresses, os.environ.get("RASA_TOKEN", ""))
    _refuse_taken_ports(what)
    say("Getting ready …")
    prepare()
    say("Starting …")
    processes: list[Process] = []
    try:
        for part in what:
            log = log_file(part.name)
            log.write_bytes(b"")
            processes.append(start(part, addresses, log))
        wait_until_healthy(processes, tell=_say_healthy)
        say(_welcome(addresses, time.monotonic() - began))
        watch(processes)
    finally:
        _ignore_further_requests()
        stop_all(processes)


def _welcome(addresses: dict[str, str], seconds: float) -> str:
    logs = log_file("rasa").parent
    spoken = (folder.parent.name for folder in settings.ROOT.glob("locales/*/site"))
    languages = sorted(spoken)
    users = "  ".join(f"demo-{language}" for language in languages)
    officers = "  ".join(f"desk-{language}" for language in languages)
    return WELCOME.format(seconds=seconds, users=users, officers=officers, logs=logs, **addresses)


def _say_healthy(process: Process) -> None:
    say(f"  {process.part.name} answers ({time.monotonic() - process.started:.0f} s)")


def _refuse_taken_ports(what: list[Part]) -> None:
    taken = [part for part in what if not is_free(part.port)]
    if taken:
        lines = [
            f"Port {part.port} of the {part.name} is taken by another program. Stop that one, "
            f"or choose another port: {PORT_VARIABLES[part.name]}=… make run"
            for part in taken
        ]
        stop_with("\n".join(lines))


def _ask_to_end(number: int, frame: FrameType | None) -> None:
    raise Asked


def _ignore_further_requests() -> None:
    """A second Ctrl-C must not leave a part behind."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


if __name__ == "__main__":
    main()
