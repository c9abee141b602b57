"""Runs a command that the system ends as soon as the process that started it is gone.

    python leash.py PARENT_PID COMMAND [ARGUMENT …]

Linux keeps the promise through PR_SET_PDEATHSIG, even if the parent was killed outright.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

PR_SET_PDEATHSIG = 1


def leashed(command: Sequence[str]) -> list[str]:
    """The command to start instead, so that this one ends with the process that starts it."""
    return [sys.executable, str(Path(__file__)), str(os.getpid()), *command]


def tie_to_parent(with_signal: signal.Signals) -> None:
    """Has the system send this process a signal when its parent ends (Linux only)."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, with_signal, 0, 0, 0)


def main() -> None:
    parent, command = int(sys.argv[1]), sys.argv[2:]
    tie_to_parent(signal.SIGKILL)
    if os.getppid() != parent:
        raise SystemExit("The process that started this one is gone.")
    os.execvp(command[0], command)


if __name__ == "__main__":
    main()
