"""Every text that a customer reads: Fluent messages of `locales/<lang>/*.ftl`, in one language."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import fluent.runtime.resolver
from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

import locales
from assistant import values

# Customers' own words and long lists are one part of a message; the channels limit their length.
fluent.runtime.resolver.MAX_PART_LENGTH = 100_000


class TextError(Exception):
    """A text cannot be said: unknown message or type of value, missing argument, broken file."""


class Texts:
    """The messages of every language, rendered with typed arguments.

    `directory` holds one folder per language of the registry; `operator` replaces the brand name
    of the files (the term `-operator`).
    """

    def __init__(self, directory: Path, operator: str | None = None) -> None:
        self._locales = {
            language.code: Locale.parse(language.locale, sep="-")
            for language in locales.LANGUAGES.values()
        }
        self._bundles = {
            language.code: _bundle(directory / language.code, language.locale, operator)
            for language in locales.LANGUAGES.values()
        }
        self._own_formats: dict[str, Callable[..., str]] = {
            "message": self._message,
            "list": self._list,
            "lines": self._lines,
        }

    def render(self, language: str, message: str, args: Mapping[str, Any] | None = None) -> str:
        """Return `message` in `language`; raise `TextError` if anything of it is missing."""
        bundle = self._bundles[language]
        if not message or not bundle.has_message(message):
            raise TextError(f"no message {message!r} in {language!r}")
        pattern = bundle.get_message(message).value
        if pattern is None:
            raise TextError(f"message {message!r} has no text in {language!r}")
        given = {name: self.value(language, value) for name, value in (args or {}).items()}
        text, errors = bundle.format_pattern(pattern, given)
        if errors:
            raise TextError(f"message {message!r} in {language!r}: {errors[0]}")
        return str(text)

    def value(self, language: str, value: Any) -> str | int:
        """Return a typed argument as Fluent takes it: a count stays a number, the rest is text."""
        if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        if not self.is_typed(value):
            raise TextError(f"no type of value: {value!r}")
        tag = next(name for name in value if self._is_tag(name))
        try:
            if tag in self._own_formats:
                return self._own_formats[tag](language, **value)
            return values.FORMATS[tag](self._locales[language], **value)
        except (TypeError, ValueError, LookupError) as error:
            raise TextError(f"{value!r} cannot be said: {error!r}") from error

    def is_typed(self, value: Any) -> bool:
        """Whether `value` is tagged JSON, such as `{"money": 121, "currency": "EUR"}`."""
        return isinstance(value, dict) and any(self._is_tag(name) for name in value)

    def said(self, language: str, thing: Any) -> Any:
        """Return structured content with each typed value in it replaced by its text."""
        if self.is_typed(thing):
            return str(self.value(language, thing))
        if isinstance(thing, dict):
            return {name: self.said(language, value) for name, value in thing.items()}
        if isinstance(thing, list):
            return [self.said(language, value) for value in thing]
        return thing

    def _is_tag(self, name: str) -> bool:
        return name in values.FORMATS or name in self._own_formats

    def _message(self, language: str, message: str, args: Mapping[str, Any] | None = None) -> str:
        return self.render(language, message, args)

    def _list(self, language: str, list: list[Any]) -> str:  # noqa: A002 - the tag's own name
        return values.enumerated(
            self._locales[language], [str(self.value(language, item)) for item in list]
        )

    def _lines(self, language: str, lines: list[Any]) -> str:
        return "\n".join(f"• {self.value(language, line)}" for line in lines)


@functools.cache
def texts() -> Texts:
    """Return the texts of this installation, brand name from `OPERATOR_NAME`."""
    return Texts(locales.DIRECTORY, os.environ.get("OPERATOR_NAME") or None)


def _bundle(folder: Path, locale: str, operator: str | None) -> FluentBundle:
    bundle = FluentBundle([locale], use_isolating=False)
    known: dict[str, Path] = {}
    for path in sorted(folder.glob("*.ftl")):
        resource = FluentResource(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise TextError(f"{path} is no Fluent: {entry.annotations[0].message}")
            if not isinstance(entry, (ast.Message, ast.Term)):
                continue
            name = ("-" if isinstance(entry, ast.Term) else "") + entry.id.name
            if name in known:
                raise TextError(f"{name} is said in both {known[name]} and {path}")
            known[name] = path
        bundle.add_resource(resource)
    if operator is not None:
        quoted = operator.replace("\\", "\\\\").replace('"', '\\"')
        bundle.add_resource(FluentResource(f'-operator = {{ "{quoted}" }}'), allow_overrides=True)
    return bundle
