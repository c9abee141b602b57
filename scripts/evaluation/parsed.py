"""What a trained Rasa model makes of phrases, over Rasa itself, and how long that takes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent

from scripts.evaluation.measure import Answer, Phrase

REFUSAL = "nlu_fallback"


@dataclass(frozen=True)
class Parsed:
    """The answers, and the milliseconds that each phrase took, the first time and the second."""

    answers: list[Answer]
    new: list[float]
    seen: list[float]


def parsed(model: Path, phrases: Sequence[Phrase]) -> Parsed:
    """Asks the model for each phrase twice, one at a time."""
    agent = Agent.load(model_path=str(model))
    asked = [_timed(agent, phrase.text) for phrase in phrases]
    again = [_timed(agent, phrase.text) for phrase in phrases]
    return Parsed(
        [_answer(phrase, found) for phrase, (found, _) in zip(phrases, asked, strict=True)],
        [1000 * seconds for _, seconds in asked],
        [1000 * seconds for _, seconds in again],
    )


def _timed(agent: Agent, text: str) -> tuple[dict[str, Any], float]:
    started = time.perf_counter()
    found = asyncio.run(agent.parse_message(text))
    return found, time.perf_counter() - started


def _answer(phrase: Phrase, found: dict[str, Any]) -> Answer:
    """The likeliest intent, also where Rasa would rather ask again; a bare number has none."""
    likely = [it for it in found["intent_ranking"] if it["name"] != REFUSAL]
    best: dict[str, Any] = likely[0] if likely else {"name": REFUSAL, "confidence": 0.0}
    return Answer(phrase, best["name"], best["name"], best["confidence"])
