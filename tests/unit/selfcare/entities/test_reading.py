"""No number is read twice, and nothing that anybody writes is too much."""

import pytest

from selfcare.entities import read_entities
from tests.endless import soon_done
from tests.unit.selfcare.entities.reading import HOME, NOW, read_all

HOSTILE = {
    "nines": "9" * 400,
    "nines with spaces": "9 " * 400,
    "ten thousand characters": "la 2 y la 4 el 3 de octubre, 45,50 € " * 270,
    "emoji": "😀🔥" * 200,
    "null bytes": "\0" * 400,
    "Chinese": "我要投诉这个电话费" * 60,
    "our own marks": "<d2026-11-03> <y99> <w2026-99-99> § " * 10,
    "prefixes": "dsp " * 200,
    "signs": "a@" * 250,
    "dots": "1.1.1.1." * 60,
    "nothing": "",
    "negations": "no " * 160,
    "long ago": "hace 999 años, 999 years ago, 999 lat temu, il y a 999 ans",
}


@pytest.mark.parametrize("language", HOME)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_anything_is_read_at_once(language: str, text: str):
    with soon_done():
        read_entities(text, language, NOW, HOME[language])


@pytest.mark.parametrize("language", HOME)
@pytest.mark.parametrize(
    "name", ["emoji", "null bytes", "Chinese", "our own marks", "nines", "nothing"]
)
def test_nothing_is_read_into_noise(language: str, name: str):
    assert read_entities(HOSTILE[name], language, NOW, HOME[language]) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "la 2, 45,50 € del 3/11/2026, 612 345 678, a@b.example, dsp 7f3k 29qx, la fibra"),
        ("fr", "la 2, 45,50 € du 3/11/2026, 06 12 34 56 78, a@b.example, dsp 7f3k 29qx, la fibre"),
        ("pl", "ta 2, 45,50 € z 3.11.2026, 512 345 678, a@b.example, dsp 7f3k 29qx, światłowód"),
        ("en", "no. 2, €45.50 of 3/11/2026, 07912 345678, a@b.example, dsp 7f3k 29qx, the fibre"),
    ],
)
def test_every_kind_in_one_sentence(language: str, text: str):
    numbers = {"es": "+34612345678", "fr": "+33612345678", "pl": "+48512345678"}
    assert read_all(language, text) == {
        "report_number": "DSP-7F3K-29QX",
        "email": "a@b.example",
        "phone_number": numbers.get(language, "+447912345678"),
        "amount": {"currency": "EUR", "minor": 4550},
        "date": "2026-11-03",
        "choice": "2",
        "product": "internet",
    }


def test_a_value_that_is_named_twice_is_reported_once():
    found = read_entities("un euro de más es un euro de más", "es", NOW, "ES")
    assert [entity.value for entity in found] == [{"currency": "EUR", "minor": 100}]
