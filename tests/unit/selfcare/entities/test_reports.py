"""Numbers of reports, written, misread and dictated."""

import pytest

from selfcare.entities import is_only_report
from tests.unit.selfcare.entities.reading import HOME, read


@pytest.mark.parametrize("language", HOME)
@pytest.mark.parametrize(
    "text",
    [
        "DSP-7F3K-29QX",
        "dsp7f3k29qx",
        "dsp 7f3k 29qx?",
        "d s p 7 f 3 k 2 9 q x",
        "(DSP – 7F3K – 29QX)",
    ],
)
def test_however_it_is_written(language: str, text: str):
    assert read(language, text, "report_number") == ["DSP-7F3K-29QX"]
    assert not read(language, text, "choice")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "dsp siete efe tres ka guion dos nueve cu equis"),
        ("fr", "dsp sept f trois k tiret deux neuf q x"),
        ("pl", "dsp siedem ef trzy ka myślnik dwa dziewięć ku iks"),
        ("en", "dsp seven eff three kay dash two nine cue ex"),
    ],
)
def test_however_it_is_said(language: str, text: str):
    assert read(language, text, "report_number") == ["DSP-7F3K-29QX"]


@pytest.mark.parametrize(
    "text", ["what all documents are required for getting one", "msg mensajes", "req 12", "dsp"]
)
def test_words_that_begin_alike_are_none(text: str):
    assert not read("en", text, "report_number")


@pytest.mark.parametrize(
    ("language", "text", "is_only"),
    [
        ("es", "DSP-7F3K-29QX", True),
        ("es", "mi reclamación dsp 7f3k 29qx, por favor", True),
        ("es", "anulen la DSP-7F3K-29QX", False),
        ("fr", "dossier n° DSP-7F3K-29QX", True),
        ("fr", "fermez DSP-7F3K-29QX", False),
        ("pl", "zgłoszenie DSP-7F3K-29QX", True),
        ("pl", "anulujcie DSP-7F3K-29QX", False),
        ("en", "report DSP7F3K29QX", True),
        ("en", "cancel report DSP7F3K29QX", False),
        ("en", "report", False),
    ],
)
def test_a_message_that_is_nothing_else(language: str, text: str, is_only: bool):
    assert is_only_report(text, language) is is_only
