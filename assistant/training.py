"""Trains the model, but only when what it is made from has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

MODELS = Path("models")
NAME = "aclaro"
MODEL = MODELS / f"{NAME}.tar.gz"
TRAINED_FROM = MODELS / f"{NAME}.json"

_DATA = ("domain.yml", "config.yml", "data", "locales/languages.yml")
_CODE = ("assistant/nlu", "assistant/policy.py", "requirements.txt")


def train() -> None:
    """Train if an input changed since the last training, saying which; else say that none did."""
    now, before = _inputs(), _trained_from()
    reason = why(before, now) if MODEL.exists() else "there is no model yet"
    if reason is None:
        print(f"The model {MODEL} is up to date.", flush=True)
        return
    print(f"Training the model: {reason}.", flush=True)
    _train(anew=_code_changed(before, now))
    TRAINED_FROM.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")


def why(before: dict[str, str], now: dict[str, str]) -> str | None:
    """Return in words which inputs changed, or nothing if none did."""
    changed = {
        "new": sorted(now.keys() - before.keys()),
        "gone": sorted(before.keys() - now.keys()),
        "changed": sorted(path for path in now.keys() & before.keys() if now[path] != before[path]),
    }
    parts = [f"{_some(paths)} {what}" for what, paths in changed.items() if paths]
    return "; ".join(parts) or None


def _some(paths: list[str]) -> str:
    return ", ".join(paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")


def _inputs() -> dict[str, str]:
    return {
        path.as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for root in (*_DATA, *_CODE)
        for path in _files(Path(root))
    }


def _files(root: Path) -> Iterator[Path]:
    if root.is_file():
        yield root
    for path in root.rglob("*"):
        if path.is_file() and path.suffix != ".pyc":
            yield path


def _trained_from() -> dict[str, str]:
    if not TRAINED_FROM.exists():
        return {}
    inputs: dict[str, str] = json.loads(TRAINED_FROM.read_text(encoding="utf-8"))
    return inputs


def _code_changed(before: dict[str, str], now: dict[str, str]) -> bool:
    """Whether Rasa's own cache, which does not see every module of a component, may be stale."""
    code = {path for path in before.keys() | now.keys() if path.startswith(_CODE)}
    return any(before.get(path) != now.get(path) for path in code)


def _train(anew: bool) -> None:
    from rasa.model_training import train

    TRAINED_FROM.unlink(missing_ok=True)
    result = train(
        domain="domain.yml",
        config="config.yml",
        training_files=["data"],
        output=str(MODELS),
        fixed_model_name=NAME,
        force_training=anew,
    )
    if not result.model:
        raise RuntimeError(f"Rasa trained no model (code {result.code})")
