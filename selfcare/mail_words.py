"""The words of the mails that the assistant sends, in the reader's language."""

from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

FILE = "mail/mail.ftl"


class MailWords:
    """Project Fluent files, `<language>/mail/mail.ftl` in `directory`."""

    def __init__(self, directory: Path, operator: str) -> None:
        self._directory = directory
        self._operator = operator

    def code(self, code: str, number: str, language: str) -> "tuple[str, str]":
        """Subject and body of the mail that brings a code. Raises LookupError, OSError."""
        bundle = FluentBundle([language], use_isolating=False)
        written = (self._directory / language / FILE).read_text(encoding="utf-8")
        bundle.add_resource(FluentResource(written))
        told = {"code": code, "report": number, "operator": self._operator}
        return self._said(bundle, "code_subject", told), self._said(bundle, "code_body", told)

    def _said(self, bundle: FluentBundle, name: str, told: "dict[str, str]") -> str:
        pattern = bundle.get_message(name).value
        text, errors = bundle.format_pattern(pattern, told) if pattern else ("", ["no text"])
        if errors:
            raise LookupError(f"{name}: {errors[0]}")
        return str(text)
