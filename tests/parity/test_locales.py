"""What one language says, every language says: same files, messages, arguments and attributes."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from locales import DEFAULT, DIRECTORY, LANGUAGES

OTHERS = [language for language in LANGUAGES if language != DEFAULT]
SAME_ON_PURPOSE = Path(__file__).with_name("same_in_two_languages.txt")


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
    expected = {name: set(messages) for name, messages in files(DEFAULT).items()}
    assert {name: set(messages) for name, messages in files(language).items()} == expected


@pytest.mark.parametrize("language", OTHERS)
def test_a_message_takes_the_same_arguments_in_every_language(language: str) -> None:
    for name, messages in files(DEFAULT).items():
        for key, message in messages.items():
            assert arguments(files(language)[name][key]) == arguments(message), f"{name}: {key}"


def test_a_count_has_every_plural_form_of_its_language() -> None:
    from babel import Locale

    for code, language in LANGUAGES.items():
        wanted = set(Locale.parse(language.locale, sep="-").plural_form.tags) | {"other"}
        for name, messages in files(code).items():
            for key, message in messages.items():
                for found in plural_forms(message):
                    missing = wanted - found - {"many" if code in ("es", "fr") else ""}
                    assert not missing, f"{code}/{name}: {key} lacks {missing}"


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
    reviewed = set(SAME_ON_PURPOSE.read_text(encoding="utf-8").split("\n"))
    shared = set()
    for name in files(DEFAULT):
        for key in files(DEFAULT)[name]:
            texts: dict[str, list[str]] = defaultdict(list)
            for language in LANGUAGES:
                texts[written(files(language)[name][key])].append(language)
            same = [languages for text, languages in texts.items() if len(languages) > 1]
            shared |= {f"{name}: {key} ({', '.join(languages)})" for languages in same}
    assert shared <= reviewed, "\n".join(sorted(shared - reviewed))
    assert reviewed - {""} <= shared, f"no longer shared: {reviewed - shared}"


def written(entry: ast.Message | ast.Term) -> str:
    """A message as it is written, without its name."""
    from fluent.syntax.serializer import serialize_pattern

    assert entry.value is not None
    return serialize_pattern(entry.value).strip()
