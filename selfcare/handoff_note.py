"""What an officer reads beside a conversation where we have no page of our own to show it on."""

from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from selfcare.handoff import MOST_LINES, Line, Wish

#: Characters of a note, and of a line in it: lists are longer than anybody reads there.
LONGEST_NOTE = 8_000
LONGEST_LINE = 400


class Notes:
    """Writes in the officers' language."""

    def __init__(self, texts: Path, language: str) -> None:
        self._bundle = FluentBundle([language], use_isolating=False)
        folder = texts / language
        for path in (folder / "written_report.ftl", folder / "handoff" / "note.ftl"):
            self._bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))

    def summary(self, wish: Wish) -> str:
        """What it is about, who it is, and what was said."""
        about = self._wish(wish.intent)
        parts = [
            self._say("note_wish", wish=about) if about else None,
            self._say("note_report", report=wish.report) if wish.report else None,
            self._customer(wish),
            self._say("note_language", language=wish.language),
            "",
            self._say("note_before") if wish.lines else None,
            *(self._line(line) for line in wish.lines[-MOST_LINES:]),
        ]
        return "\n".join(part for part in parts if part is not None)[:LONGEST_NOTE].strip()

    def reason(self, reason: str) -> str:
        """Why it is over."""
        return self._say(f"note_{reason}")

    def untold(self) -> str:
        """The customer has not got what was written."""
        return self._say("note_untold")

    def _customer(self, wish: Wish) -> str:
        who = wish.customer
        if who is None:
            return self._say("note_not_signed_in")
        return self._say("note_customer", name=who.name, account=who.account)

    def _line(self, line: Line) -> str:
        text = " ".join(line.text.split())
        return self._say(f"note_from_{line.who}", text=text[:LONGEST_LINE])

    def _wish(self, intent: str | None) -> str | None:
        names = (f"wish_{intent}", f"topic_{intent}")
        return next((self._say(name) for name in names if self._bundle.has_message(name)), None)

    def _say(self, message: str, **args: str) -> str:
        pattern = self._bundle.get_message(message).value
        assert pattern is not None, f"{message} has a text"
        text, _ = self._bundle.format_pattern(pattern, args)
        return str(text)
