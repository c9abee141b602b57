"""Makes the virtual environments from their hash-locked requirements, when those changed."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from scripts import interpreters
from scripts.settings import ASSISTANT_ENVIRONMENT, ROOT, SITE_ENVIRONMENT
from scripts.steps import carry_out, say


@dataclass(frozen=True)
class Environment:
    """A virtual environment: its folder, the Pythons it may have, what is installed in it."""

    folder: Path
    versions: tuple[str, ...]
    lock: str

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    @property
    def stamp(self) -> Path:
        return self.folder / "locks.json"

    @property
    def unfinished(self) -> Path:
        return self.folder / "unfinished"


def assistant(tests: bool = False) -> Environment:
    """Rasa's environment, with what its tests need on request."""
    lock = "requirements-test.txt" if tests else "requirements.txt"
    return Environment(ASSISTANT_ENVIRONMENT, interpreters.ASSISTANT_VERSIONS, lock)


def site(tests: bool = False) -> Environment:
    """The billing site's environment, with what its tests need on request."""
    lock = "requirements-site-test.txt" if tests else "requirements-site.txt"
    return Environment(SITE_ENVIRONMENT, interpreters.SITE_VERSIONS, lock)


def ensure(environment: Environment) -> None:
    """Brings an environment up to date; does nothing if its lock file is installed already."""
    installed = _installed(environment)
    if installed.get(environment.lock) == _fingerprint(environment.lock):
        return
    if environment.unfinished.exists() or not environment.python.exists():
        _create(environment)
    environment.unfinished.touch()
    seconds = _install(environment)
    installed = {lock: _fingerprint(lock) for lock in _locks_within(environment.lock)}
    environment.stamp.write_text(json.dumps(installed, indent=2), encoding="utf-8")
    environment.unfinished.unlink()
    say(f"  {environment.name}: {environment.lock} installed in {seconds:.0f} s")


def _installed(environment: Environment) -> dict[str, str]:
    if environment.unfinished.exists() or not environment.stamp.exists():
        return {}
    installed: dict[str, str] = json.loads(environment.stamp.read_text(encoding="utf-8"))
    return installed


def _locks_within(lock: str) -> list[str]:
    """The lock file and the smaller one that it contains: tests need all the rest needs."""
    return sorted({lock, lock.replace("-test", "")})


def _fingerprint(lock: str) -> str:
    return hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()


def _create(environment: Environment) -> None:
    python = interpreters.find(environment.versions)
    step = "create" + environment.name
    uv = shutil.which("uv")
    if uv:
        carry_out(step, [uv, "venv", "--clear", "--python", python, environment.folder])
    else:
        carry_out(step, [python, "-m", "venv", "--clear", environment.folder])


def _install(environment: Environment) -> float:
    """Downloads and unpacks; modules are compiled when they are first imported."""
    locked = ["--require-hashes", "--no-deps", "-r", environment.lock]
    uv = shutil.which("uv")
    if uv:
        installer = [uv, "pip", "install", "--python", environment.python]
    else:
        if not (environment.folder / "bin" / "pip").exists():  # made by uv, which has gone since
            _create(environment)
            environment.unfinished.touch()
        installer = [environment.python, "-m", "pip", "install", "--no-compile"]
    return carry_out("install" + environment.name, [*installer, *locked])
