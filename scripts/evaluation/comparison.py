"""Our pipeline beside Rasa's default: measured once on the same phrases, and kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

KEPT = Path("docs/measurements/rasa_default.json")

#: One side's figures, as they are kept.
Side = Mapping[str, Any]


@dataclass(frozen=True)
class Row:
    """One figure of ours and of the default; less is better."""

    what: str
    ours: float
    default: float

    @property
    def ratio(self) -> float:
        """Ours as a share of the default's."""
        return self.ours / self.default


@dataclass(frozen=True)
class Comparison:
    """The rows, and how they came about."""

    rows: list[Row]
    command: str
    measured: str
    rasa: str
    phrases: int


def comparison(kept: Path = KEPT) -> Comparison:
    """Mistakes in each set, time and memory, as they were measured."""
    it = json.loads(kept.read_text(encoding="utf-8"))
    ours, default = it["ours"], it["default"]

    def row(what: str, *path: str) -> Row:
        return Row(what, _at(ours, path), _at(default, path))

    return Comparison(
        rows=[
            *(
                Row(f"mistakes, {name} set", _mistakes(ours, name), _mistakes(default, name))
                for name in ours["sets"]
            ),
            *(
                row(f"calibration error, {n} set", "sets", n, "calibration_error")
                for n in ours["sets"]
            ),
            row("training, s", "training", "seconds"),
            row("training, s of processor", "training", "processor_seconds"),
            row("most memory in training, MB", "training", "megabytes"),
            row("a message, ms", "milliseconds"),
        ],
        command=it["command"],
        measured=it["measured"],
        rasa=it["rasa"],
        phrases=it["phrases"],
    )


def _at(side: Side, path: tuple[str, ...]) -> float:
    found: Any = side
    for name in path:
        found = found[name]
    return float(found)


def _mistakes(side: Side, name: str) -> int:
    (whole,) = (it for it in side["sets"][name]["figures"] if it["language"] == "all")
    return round(whole["phrases"] * (1 - whole["right"]))
