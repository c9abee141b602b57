"""One step of a longer work: a command whose output goes to a log, shown only if it fails."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from scripts.leash import leashed
from scripts.settings import ROOT, surroundings, var

_printing = threading.Lock()
_running: set[subprocess.Popen[bytes]] = set()


class StepFailed(Exception):
    """A command ended with an error; the message holds the end of what it printed."""


def say(text: str) -> None:
    """Prints whole lines, also when several steps run side by side."""
    with _printing:
        print(text, flush=True)


def tail(log: Path, lines: int = 30) -> str:
    """The last lines of a log file, indented."""
    text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
    return "\n".join("    " + line for line in text.splitlines()[-lines:])


def log_file(name: str) -> Path:
    """Where the output of something with this name is kept."""
    folder = var() / "log"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / (name + ".log")


def carry_out(
    name: str,
    command: Sequence[object],
    variables: Mapping[str, str] | None = None,
    folder: Path = ROOT,
) -> float:
    """Runs a command to its end, in the checkout or another folder; the seconds it took.

    Raises StepFailed if it ends with an error.
    """
    started = time.monotonic()
    log = log_file(name)
    with log.open("wb") as output:
        process = subprocess.Popen(
            leashed([str(word) for word in command]),
            cwd=str(folder),
            env=surroundings(variables),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    _running.add(process)
    code = process.wait()
    _running.discard(process)
    if code:
        raise StepFailed(f"{name} failed ({code}). The end of {log}:\n{tail(log)}")
    return time.monotonic() - started


def abandon() -> None:
    """Ends every command that is being carried out."""
    for process in list(_running):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def stop_with(message: object) -> NoReturn:
    """Ends the program with a message and exit code 1."""
    print(message, file=sys.stderr, flush=True)
    raise SystemExit(1)
