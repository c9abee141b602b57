"""Training from nothing: in a folder with copies of what a model is made from, and no cache."""

from __future__ import annotations

import shutil
from pathlib import Path

from scripts.settings import ASSISTANT_PYTHON, ROOT

MADE_FROM = [
    "assistant",
    "config.yml",
    "data",
    "domain.yml",
    "locales",
    "requirements.txt",
    "selfcare",
]
COMMAND = [ASSISTANT_PYTHON, "-m", "assistant", "train"]


def copy_inputs(folder: Path) -> dict[str, str]:
    """Fills the folder; the variables with which `COMMAND` trains there."""
    for source in MADE_FROM:
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, folder / source)
        else:
            shutil.copy(ROOT / source, folder / source)
    return {"PYTHONPATH": str(folder), "ACLARO_VAR": str(folder / "var")}
