"""Says what one language lacks beside another, a line for each thing, with the file it is in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from locales import DEFAULT


def lacking(where: str, found: Iterable[str], wanted: Iterable[str]) -> list[str]:
    """What `where` lacks, and what it has besides."""
    found, wanted = set(found), set(wanted)
    missing = [f"{where} lacks {name}" for name in sorted(wanted - found)]
    return missing + [f"{where} has {name}, unlike {DEFAULT}" for name in sorted(found - wanted)]


def differences(
    folder: str, found: Mapping[str, Iterable[str]], wanted: Mapping[str, Iterable[str]]
) -> list[str]:
    """What a folder lacks and has besides, by file: whole files first, then what is in them."""
    lines = [f"{folder}/{name} is missing" for name in sorted(wanted.keys() - found.keys())]
    lines += [
        f"{folder}/{name} is not in {DEFAULT}" for name in sorted(found.keys() - wanted.keys())
    ]
    for name in sorted(found.keys() & wanted.keys()):
        lines += lacking(f"{folder}/{name}", found[name], wanted[name])
    return lines


def too_few(where: str, found: Counter[str], wanted: Collection[str], fewest: int) -> list[str]:
    """Which of the kinds that are wanted are too rare, and which are not known."""
    rare = [name for name in sorted(wanted) if found[name] < fewest]
    lines = [f"{where} has {name} {found[name]} times, fewer than {fewest}" for name in rare]
    return lines + [f"{where} has {name}: unknown" for name in sorted(found.keys() - set(wanted))]


def told(lines: Iterable[str]) -> str:
    """The lines as the message of a failing check, which shows all of them."""
    return "\n".join(lines)
