"""What one language says, every language says: same files, messages, arguments and attributes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel import Locale
from fluent.syntax import FluentParser, ast
from fluent.syntax.serializer import serialize_pattern
from fluent.syntax.visitor import Visitor

from locales import DEFAULT, DIRECTORY, LANGUAGES
from tests.parity.differences import differences, lacking, told

OTHERS = [language for language in LANGUAGES if language != DEFAULT]
SAME_ON_PURPOSE = Path(__file__).with_name("same_in_two_languages.txt")
#: Nothing that we count has more: CLDR has forms for millions that nobody needs.
COUNTED = range(1000)


class Arguments(Visitor):
    """Collects the variables that a message uses."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


@cache
def files(language: str) -> dict[str, dict[str, ast.Message | ast.Term]]:
    """The messages of each file of a language, by name."""
    found: dict[str, dict[str, ast.Message | ast.Term]] = {}
    for path in sorted((DIRECTORY / language).rglob("*.ftl")):
        entries = FluentParser().parse(path.read_text(encoding="utf-8")).body
        junk = [entry.content for entry in entries if isinstance(entry, ast.Junk)]
        assert not junk, f"{path} is no Fluent: {junk[0]}"
        name = str(path.relative_to(DIRECTORY / language))
        found[name] = {
            entry.id.name: entry for entry in entries if isinstance(entry, ast.Message | ast.Term)
        }
    return found


def arguments(entry: ast.Message | ast.Term) -> set[str]:
    visitor = Arguments()
    visitor.visit(entry)
    return visitor.names


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_files_and_messages_of_the_default(language: str) -> None:
    lines = differences(f"locales/{language}", files(language), files(DEFAULT))
    assert not lines, told(lines)


@pytest.mark.parametrize("language", OTHERS)
def test_a_message_takes_the_same_arguments_in_every_language(language: str) -> None:
    lines: list[str] = []
    for name, key, message in messages(language):
        wanted = files(DEFAULT).get(name, {}).get(key)
        if wanted:
            where = f"locales/{language}/{name}: {key}"
            lines += lacking(where, arguments(message), arguments(wanted))
    assert not lines, told(lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_count_has_every_plural_form_of_its_language(language: str) -> None:
    plural_form = Locale.parse(LANGUAGES[language].locale, sep="-").plural_form
    wanted = {plural_form(count) for count in COUNTED} | {"other"}
    lines = [
        f"locales/{language}/{name}: {key} lacks the plural form {form}"
        for name, key, message in messages(language)
        for found in plural_forms(message)
        for form in sorted(wanted - found)
    ]
    assert not lines, told(lines)


def messages(language: str) -> Iterator[tuple[str, str, ast.Message | ast.Term]]:
    """Every message of a language, with its file and its name."""
    for name, entries in files(language).items():
        for key, entry in entries.items():
            yield name, key, entry


def plural_forms(message: ast.Message | ast.Term) -> list[set[str]]:
    """The variants of each selection by plural form in a message."""

    class Selections(Visitor):
        def __init__(self) -> None:
            self.found: list[set[str]] = []

        def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
            keys = {
                variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value
                for variant in node.variants
            }
            if keys <= {"zero", "one", "two", "few", "many", "other"}:
                self.found.append(keys)
            self.generic_visit(node)

    visitor = Selections()
    visitor.visit(message)
    return visitor.found


def test_no_two_languages_share_a_text_that_nobody_has_looked_at() -> None:
    reviewed = set(SAME_ON_PURPOSE.read_text(encoding="utf-8").splitlines())
    speakers: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for language in LANGUAGES:
        for name, key, message in messages(language):
            speakers[name, key, written(message)].append(language)
    shared = {
        f"{name}: {key} ({', '.join(languages)})"
        for (name, key, _), languages in speakers.items()
        if len(languages) > 1
    }
    lines = [f"the same text: {text}" for text in sorted(shared - reviewed)]
    lines += [f"no longer the same: {text}" for text in sorted(reviewed - shared)]
    assert not lines, told(lines)


def written(entry: ast.Message | ast.Term) -> str:
    """A message as it is written, without its name."""
    assert entry.value is not None
    return serialize_pattern(entry.value).strip()
