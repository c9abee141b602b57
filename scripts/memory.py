"""How much memory a part holds, with all that it started (Linux: read from /proc)."""

from __future__ import annotations

from pathlib import Path


def resident_megabytes(leader: int) -> float:
    """The resident memory of every process in the session that this process leads."""
    return (
        sum(
            _resident_kilobytes(process)
            for process in Path("/proc").glob("[0-9]*")
            if _session(process) == leader
        )
        / 1024
    )


def _session(process: Path) -> int:
    try:
        after_the_name = (process / "stat").read_text(encoding="utf-8").rsplit(")", 1)[1]
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return int(after_the_name.split()[3])


def _resident_kilobytes(process: Path) -> int:
    try:
        lines = (process / "status").read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
