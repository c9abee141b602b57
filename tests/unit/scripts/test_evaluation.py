"""The figures of the evaluation, and the page that shows them."""

import json
import subprocess
import sys
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.evaluation import odd_labels
from scripts.evaluation.comparison import comparison
from scripts.evaluation.cost import Cost, cost_of
from scripts.evaluation.measure import (
    Answer,
    Phrase,
    calibration_error,
    confusions,
    figures,
    own_phrases,
    reliability,
    trained_phrases,
)
from scripts.evaluation.page import Evaluation, figure, write_page
from scripts.evaluation.rasa_default import sample, write_phrases
from scripts.evaluation.speed import Speed


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
    shown = Evaluation(trained=10, threshold=0.4, sets={"A & B": [*ANSWERS, wrong]})
    write_page(tmp_path / "new" / "page.html", shown)
    page = (tmp_path / "new" / "page.html").read_text(encoding="utf-8")
    assert "A &amp; B" in page
    assert "&lt;b&gt;hola" in page
    assert page.count("<svg") == 2


def side(right: float, seconds: float) -> dict[str, Any]:
    figures = [{"language": "all", "phrases": 200, "right": right}]
    return {
        "training": {"seconds": seconds, "processor_seconds": 2 * seconds, "megabytes": 400.0},
        "milliseconds": 12.0,
        "sets": {"own": {"figures": figures, "calibration_error": 0.02}},
    }


MEASURED = {
    "command": "python -m …",
    "measured": "2026-11-26",
    "rasa": "3.6.21",
    "phrases": 10,
    "ours": side(right=0.95, seconds=30.0),
    "default": side(right=0.80, seconds=3000.0),
}


def test_our_figures_stand_beside_those_of_the_default(tmp_path: Path):
    kept = tmp_path / "default.json"
    kept.write_text(json.dumps(MEASURED), encoding="utf-8")
    beside = comparison(kept)
    rows = {row.what: row for row in beside.rows}
    assert (rows["mistakes, own set"].ours, rows["mistakes, own set"].default) == (10, 40)
    assert rows["training, s"].ratio == pytest.approx(0.01)
    cost, speed = Cost(30.0, 50.0, 600.0), Speed(new=10.0, seen=0.5, strange={"emoji": 42.0})
    write_page(
        tmp_path / "page.html", Evaluation(12, 0.4, {}, comparison=beside, cost=cost, speed=speed)
    )
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "the same 10 of now\n12 phrases" in page
    assert "<td>emoji<td>42 ms" in page


def test_a_sample_takes_its_share_of_every_intent_and_language():
    groups = {*product(("es", "pl"), ("greet", "thank"))}
    said = [Phrase(code, intent, f"{intent} {n}") for code, intent in groups for n in range(10)]
    some = list(sample(said, 0.3))
    assert len(some) == 12
    assert {(phrase.language, phrase.intent) for phrase in some} == groups
    assert set(sample(reversed(said), 0.3)) == set(some)


def test_a_sample_is_written_as_training_reads_it(tmp_path: Path):
    said = [
        Phrase("es", "greet", "hola: ¿qué tal?"),
        Phrase("pl", "dispute_charge/roaming", "roaming!"),
    ]
    write_phrases(tmp_path / "nlu", said)
    assert trained_phrases(str(tmp_path / "nlu")) == said


def test_a_label_that_fits_badly_is_known_by_its_sentence():
    text = "Can I freeze my card right now?"
    badly = answer("report_fraud", "out_of_scope", language="en", text=text)
    (odd,) = odd_labels.odd_labels([*ANSWERS, badly])
    assert (odd.answer, odd.fits) == (badly, "out_of_scope")


def test_every_fitting_label_is_an_intent():
    domain = yaml.safe_load(Path("domain.yml").read_text(encoding="utf-8"))
    lines = odd_labels.LIST.read_text(encoding="utf-8").splitlines()[1:]
    assert {line.split("\t")[1] for line in lines} <= set(domain["intents"])


def test_what_a_command_takes_is_measured_with_what_it_starts(tmp_path: Path):
    hold = "held = bytearray(200_000_000); import time; time.sleep(0.6)"
    start = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold!r}])"
    cost = cost_of([sys.executable, "-c", start], {}, tmp_path)
    assert cost.megabytes > 200
    assert cost.seconds > 0.6


def test_a_command_that_fails_is_told(tmp_path: Path):
    with pytest.raises(subprocess.CalledProcessError) as failure:
        cost_of([sys.executable, "-c", "print('why'); exit(3)"], {}, tmp_path)
    assert b"why" in failure.value.output


@pytest.mark.parametrize(
    ("value", "told"), [(1234.5, "1234"), (99.96, "100"), (12.34, "12.3"), (0.1234, "0.123")]
)
def test_a_figure_has_the_digits_that_tell_something(value: float, told: str):
    assert figure(value) == told
