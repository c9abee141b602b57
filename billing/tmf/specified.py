"""The operations that the specifications have: facts, in `specified.yml`."""

import re
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("specified.yml")
ROOT = "/tmf-api"


@cache
def specified() -> dict[str, list[str]]:
    """Path below /tmf-api → the methods that its specification has."""
    apis = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {
        f"/{api}/{path}": methods for api, paths in apis.items() for path, methods in paths.items()
    }


def allowed(path: str) -> list[str]:
    """The methods of an address as it was asked for, below /tmf-api."""
    below = path.removeprefix(ROOT)
    for template, methods in specified().items():
        if re.fullmatch(template.replace("{id}", "[^/]+"), below):
            return methods
    return []
