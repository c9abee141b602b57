"""Finds the Python interpreters that the two environments are made of."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

ASSISTANT_VERSIONS = ("3.10",)
SITE_VERSIONS = ("3.11", "3.12", "3.13", "3.10")

MISSING = """Aclaro needs Python {versions}, and this machine has none that works.
Any of these brings it; then run the same command again:
  pyenv install {first}
  uv python install {first}
  apt-get install python{first} python{first}-venv   (where the distribution has it)
  brew install python@{first}                        (macOS)
"""


class PythonMissing(Exception):
    """No interpreter of the wanted versions was found; the message says how to get one."""


def find(versions: tuple[str, ...]) -> Path:
    """The first interpreter that works, in the order of ``versions``.

    Raises PythonMissing if there is none and uv cannot fetch it.
    """
    for version in versions:
        for candidate in _candidates(version):
            interpreter = _resolved(candidate, version)
            if interpreter:
                return interpreter
    fetched = _fetched_by_uv(versions[0])
    if fetched:
        return fetched
    raise PythonMissing(MISSING.format(versions=" or ".join(versions), first=versions[0]))


def _candidates(version: str) -> Iterator[str]:
    """Every path where such an interpreter may be, best first."""
    folders = os.get_exec_path()
    for name in ("python" + version, "python3", "python"):
        for folder in folders:
            path = os.path.join(folder, name)
            if os.access(path, os.X_OK):
                yield path
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    for found in sorted(pyenv.glob("versions/" + version + ".*/bin/python"), reverse=True):
        yield str(found)


def _resolved(candidate: str, version: str) -> Path | None:
    """The real interpreter behind a shim or link, or None if it is not what its name says.

    It must be able to make an environment: Debian's may lack the module that does.
    """
    question = "import sys, ensurepip, venv; print('%d.%d' % sys.version_info[:2], sys.executable)"
    asked = subprocess.run([candidate, "-c", question], capture_output=True, text=True, check=False)
    answer = asked.stdout.split(maxsplit=1)
    if asked.returncode or len(answer) != 2 or answer[0] != version:
        return None
    return Path(answer[1].strip())


def _fetched_by_uv(version: str) -> Path | None:
    uv = shutil.which("uv")
    if not uv:
        return None
    subprocess.run([uv, "python", "install", "--quiet", version], check=False)
    found = subprocess.run(
        [uv, "python", "find", version], capture_output=True, text=True, check=False
    )
    return Path(found.stdout.strip()) if found.returncode == 0 else None
