"""The figures of the evaluation, and the page that shows them."""

from pathlib import Path

import pytest

from scripts.evaluation.measure import (
    Answer,
    Phrase,
    calibration_error,
    confusions,
    figures,
    own_phrases,
    reliability,
)
from scripts.evaluation.page import write_page


def answer(
    meant: str, taken: str, confidence: float = 0.9, language: str = "es", text: str = "hola"
) -> Answer:
    return Answer(Phrase(language, meant, text), taken, taken.split("/")[0], confidence)


ANSWERS = [
    answer("greet", "greet"),
    answer("dispute_charge/roaming", "dispute_charge/fraud"),
    answer("view_bill", "explain_bill", 0.3),
    answer("out_of_scope", "out_of_scope"),
    answer("out_of_scope", "view_bill", 0.2),
    answer("out_of_scope", "view_bill", 0.8, language="pl"),
]


def test_figures_of_a_language():
    spanish = figures("es", ANSWERS, threshold=0.4)
    assert spanish.phrases == 5
    assert spanish.right == pytest.approx(3 / 5)
    assert spanish.reasons == 0.0, "the intent is right, the reason is not"
    assert spanish.found == 1.0, "one recognised, one refused as unsure"
    assert spanish.refused == pytest.approx(1 / 3)
    assert spanish.right_if_sure == 1.0


def test_what_does_not_occur_has_no_figure():
    polish = figures("pl", ANSWERS, threshold=0.4)
    assert (polish.reasons, polish.refused, polish.found) == (None, None, 0.0)


def test_confidence_that_means_what_it_says_has_no_calibration_error():
    honest = [answer("greet", "greet", 0.75)] * 3 + [answer("greet", "deny", 0.75)]
    boastful = [answer("greet", "greet", 1.0), answer("greet", "deny", 1.0)]
    assert calibration_error(honest) == pytest.approx(0.0)
    assert calibration_error(boastful) == pytest.approx(0.5)
    assert reliability(honest) == [(0.75, 0.75, 4)]


def test_what_is_taken_for_what_most_often_comes_first():
    assert confusions(ANSWERS)[0] == ("out_of_scope", "view_bill", 2)


def test_the_own_set_is_read_with_reason_and_style(tmp_path: Path):
    (tmp_path / "pl.tsv").write_text(
        "intent\treason\tstyle\ttext\n"
        'dispute_charge\troaming\tangry\tco to za "roaming"\n'
        "greet\t-\tplain\thej\n",
        encoding="utf-8",
    )
    assert own_phrases(tmp_path) == [
        Phrase("pl", "dispute_charge/roaming", 'co to za "roaming"', "angry"),
        Phrase("pl", "greet", "hej", "plain"),
    ]


def test_the_page_shows_every_set_and_what_customers_wrote_as_text(tmp_path: Path):
    wrong = answer("greet", "deny", text="<b>hola</b>")
    write_page(tmp_path / "new" / "page.html", {"A & B": [*ANSWERS, wrong]}, 0.4, 10)
    page = (tmp_path / "new" / "page.html").read_text(encoding="utf-8")
    assert "A &amp; B" in page
    assert "&lt;b&gt;hola" in page
    assert page.count("<svg") == 2
