"""Our pipeline beside Rasa's default, whose figures were measured once and are kept."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.evaluation.cost import Cost
from scripts.evaluation.measure import Answer
from scripts.evaluation.speed import Speed

KEPT = Path("docs/measurements/rasa_default.json")


@dataclass(frozen=True)
class Row:
    """One figure of ours and of the default; `ours` below `default` is better."""

    what: str
    ours: float
    default: float

    @property
    def ratio(self) -> float:
        """Ours as a share of the default's."""
        return self.ours / self.default


@dataclass(frozen=True)
class Comparison:
    """The rows, and how the default's figures came about."""

    rows: list[Row]
    command: str
    measured: str
    rasa: str
    phrases: int


def compared(
    sets: Mapping[str, Sequence[Answer]], cost: Cost, speed: Speed, kept: Path = KEPT
) -> Comparison:
    """Mistakes in each set that both were asked, time and memory."""
    default = json.loads(kept.read_text(encoding="utf-8"))
    training = default["training"]
    rows = [
        Row(f"mistakes, {name} set", sum(not a.is_right for a in answers), _mistakes(default, name))
        for name, answers in sets.items()
    ]
    rows += [
        Row("training, s", cost.seconds, training["seconds"]),
        Row("training, s of processor", cost.processor_seconds, training["processor_seconds"]),
        Row("most memory in training, MB", cost.megabytes, training["megabytes"]),
        Row("a new message, ms", speed.new, default["milliseconds_new"]),
        Row("a message seen before, ms", speed.seen, default["milliseconds_seen"]),
    ]
    about = {name: default[name] for name in ("command", "measured", "rasa", "phrases")}
    return Comparison(rows, **about)


def _mistakes(default: Mapping[str, Any], name: str) -> int:
    (whole,) = (it for it in default["sets"][name]["figures"] if it["language"] == "all")
    return round(whole["phrases"] * (1 - whole["right"]))
