"""``make lock``: resolves the .in files into lock files with hashes and without addresses."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.settings import ROOT
from scripts.steps import stop_with

WITHOUT_ADDRESSES = ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"]
# The tests' files take over what the others chose, so the order matters.
LOCKS = {
    "requirements": ["--python-version", "3.10"],
    "requirements-test": ["--python-version", "3.10"],
    "requirements-site": ["--universal", "--python-version", "3.10"],
    "requirements-site-test": ["--universal", "--python-version", "3.10"],
}


def main() -> None:
    uv = shutil.which("uv") or stop_with("Locking needs uv: pip install uv")
    for name, options in LOCKS.items():
        files = [f"{name}.in", "-o", f"{name}.txt"]
        command = [uv, "pip", "compile", "--quiet", *WITHOUT_ADDRESSES, *options, *files]
        subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
