"""What a command takes: time and memory, with everything that it starts."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from scripts.memory import resident_megabytes

EVERY_SECONDS = 0.2


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock, seconds of all processors, and the most megabytes held at once."""

    seconds: float
    processor_seconds: float
    megabytes: float


def cost_of(command: Sequence[object], variables: Mapping[str, str], folder: Path) -> Cost:
    """Runs a command to its end; raises CalledProcessError with what it said if it fails."""
    before, started = os.times(), time.monotonic()
    words = [str(part) for part in command]
    process = subprocess.Popen(
        words,
        cwd=folder,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    held: list[float] = []
    ended = Event()
    watcher = Thread(target=_watch, args=(process.pid, held, ended))
    watcher.start()
    output, _ = process.communicate()
    ended.set()
    watcher.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, words, output)
    after = os.times()
    return Cost(
        time.monotonic() - started,
        after.children_user + after.children_system - before.children_user - before.children_system,
        max(held),
    )


def _watch(leader: int, held: list[float], ended: Event) -> None:
    held.append(resident_megabytes(leader))
    while not ended.wait(EVERY_SECONDS):
        held.append(resident_megabytes(leader))
