"""The words of the pages: Project Fluent, one bundle for each language."""

from fluent.runtime import FluentBundle, FluentResource

from billing.site.languages import LANGUAGES, TEXTS


class Texts:
    """Every text in every language; `operator_name` takes the place of the term `-operator`."""

    def __init__(self, operator_name: str) -> None:
        self._bundles = {language: _bundle(language, operator_name) for language in LANGUAGES}

    def say(self, language: str, key: str, **args: str | int) -> str:
        """The text of this key.

        Raises KeyError for an unknown key and ValueError for a missing argument.
        """
        bundle = self._bundles[language]
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        text, errors = bundle.format_pattern(pattern, args)
        if errors:
            raise ValueError(f"{language}: {key}: {errors}")
        return str(text)


def _bundle(language: str, operator_name: str) -> FluentBundle:
    # Isolation marks are for mixed directions; all our languages run from left to right.
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted((TEXTS / language / "site").glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    own = FluentResource(f'-operator = {{ "{_escaped(operator_name)}" }}')
    bundle.add_resource(own, allow_overrides=True)
    return bundle


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
