"""Which scopes an operation takes: data, in `scopes.yml`."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from billing.access import READ, SELFCARE, UNSIGNED

FILE = Path(__file__).with_name("scopes.yml")


def scopes_for(method: str, path: str) -> tuple[str, ...]:
    """The scopes of which a token needs one; the path as `specified` has it."""
    api, _, resource = path.strip("/").rpartition("/v4/")
    rules = _rules()
    if resource.startswith("hub"):
        return (rules["hub"],)
    unsigned = (UNSIGNED,) if method in rules["unsigned"].get(path.strip("/"), ()) else ()
    if method == "GET":
        return SELFCARE, READ, *unsigned
    writing: str = rules["writing"][f"{api}/v4"]
    if method in rules["customers"].get(path.strip("/"), ()):
        return SELFCARE, writing, *unsigned
    return (writing,)


@cache
def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return rules
