"""How far an import is: a bar on a terminal, lines elsewhere."""

import io
import sys

import pytest

from billing.imports import bar as module
from billing.imports.bar import bar
from billing.imports.reading import Place


class Terminal(io.StringIO):
    """Where somebody watches."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_it_is_a_bar(monkeypatch: pytest.MonkeyPatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    with bar("calls.csv", Place(10, 1), 1000) as advance:
        advance(Place(600, 4001))
        advance(Place(1000, 8001))

    shown = terminal.getvalue()
    assert "calls.csv: 100%" in shown
    assert "8,000 rows" in shown


def test_elsewhere_it_is_a_line_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(module, "SECONDS_A_LINE", 0)

    with bar("calls.csv", Place(10, 1), 1000) as advance:
        advance(Place(500, 4001))

    assert capsys.readouterr().err == "calls.csv: 50%, 4,000 rows\n"


def test_a_short_import_says_nothing_on_the_way(capsys: pytest.CaptureFixture[str]):
    with bar("calls.csv", Place(10, 1), 1000) as advance:
        advance(Place(500, 4001))

    assert capsys.readouterr().err == ""
