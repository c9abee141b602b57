"""The messages that may begin a conversation: Meta approves each of them beforehand.

They only say that there is something to read: what it is comes once the customer has answered.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from assistant.texts import Texts

A_PERSON = "a_person"
"""What the templates know by this name are the words of a person of the operator's."""
FILE = Path(__file__).with_name("templates.yml")


@dataclass(frozen=True)
class Template:
    """A template: the name and the languages that Meta knows it by, and what it announces."""

    name: str
    languages: Mapping[str, str]
    category: str
    text: str
    button: str
    responses: tuple[str, ...]

    def as_submitted(self, language: str, say: Texts) -> dict[str, Any]:
        """The body of the request by which the operator has it approved in one language."""
        read = {"type": "QUICK_REPLY", "text": say.render(language, self.button)}
        return {
            "name": self.name,
            "language": self.languages[language],
            "category": self.category,
            "components": [
                {"type": "BODY", "text": say.render(language, self.text)},
                {"type": "BUTTONS", "buttons": [read]},
            ],
        }


class Templates:
    """The templates of an operator, in the order of its file."""

    def __init__(self, templates: Sequence[Template]) -> None:
        self._templates = tuple(templates)

    @classmethod
    def from_file(cls, file: Path = FILE) -> Templates:
        """Those of the configuration."""
        said = yaml.safe_load(file.read_text(encoding="utf-8"))
        return cls(
            [
                Template(
                    name=it["name"],
                    languages=said["languages"],
                    category=said["category"],
                    text=it["text"],
                    button=said["button"],
                    responses=tuple(it["responses"]),
                )
                for it in said["templates"]
            ]
        )

    def __iter__(self) -> Iterator[Template]:
        return iter(self._templates)

    def announcing(self, response: str | None) -> Template:
        """The template that announces a response."""
        fitting = (it for it in self._templates if response in it.responses)
        return next(fitting, self._templates[-1])


def submissions(templates: Templates, say: Texts) -> str:
    """All templates in all languages as JSON, for Meta's `POST /<WABA id>/message_templates`."""
    bodies = [it.as_submitted(language, say) for it in templates for language in it.languages]
    return json.dumps(bodies, ensure_ascii=False, indent=2)
