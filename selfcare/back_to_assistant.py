"""Whether a customer who is with a person wants the assistant back."""

import re
from functools import cache
from pathlib import Path

import yaml

_BUTTON = re.compile(r'/human_handoff\{"answer": ?"(?:back|stop)"\}')


def asks_for_assistant(text: str, payload: str = "") -> bool:
    """Whether these words, and nothing else, end the conversation with a person; or the button."""
    if _BUTTON.fullmatch(payload):
        return True
    bare = " ".join(re.sub(r"[^\w' ]", " ", text.casefold().replace("’", "'")).split())
    return bare in _ending_words()


@cache
def _ending_words() -> frozenset[str]:
    said = yaml.safe_load(Path(__file__).with_name("back_to_assistant.yml").read_text("utf-8"))
    return frozenset(words for language in said.values() for words in language)
