"""Addresses and telephone numbers, written and dictated."""

import pytest

from tests.unit.selfcare.entities.reading import HOME, read


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("es", "llámenme al 612 345 678", "+34612345678"),
        ("es", "seis uno dos, tres cuatro cinco, seis siete ocho", None),
        ("es", "seis doce treinta y cuatro cincuenta y seis setenta y ocho", "+34612345678"),
        ("es", "más 33 6 12 34 56 78", "+33612345678"),
        ("fr", "au 06.12.34.56.78 svp", "+33612345678"),
        ("fr", "zéro six douze trente-quatre cinquante-six soixante-dix-huit", "+33612345678"),
        ("fr", "plus 48 512 345 678", "+48512345678"),
        ("pl", "pod 512-345-678", "+48512345678"),
        (
            "pl",
            "pięćset dwanaście trzysta czterdzieści pięć sześćset siedemdziesiąt osiem",
            "+48512345678",
        ),
        ("pl", "plus 34 612 345 678", "+34612345678"),
        ("en", "on 07912 345678 please", "+447912345678"),
        ("en", "oh seven nine one two three four five six seven eight", "+447912345678"),
        ("en", "plus 44 7912 345678", "+447912345678"),
        ("en", "my account is 884213", None),
        ("es", "12345678Z", None),
        ("pl", "NIP 525-234-40-78", None),
    ],
)
def test_telephone_numbers(language: str, text: str, number: str | None):
    found = read(language, text, "phone_number")
    assert found == ([number] if number else [])


@pytest.mark.parametrize("language", HOME)
@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Ana.Gil+1@Example.co.uk", "ana.gil+1@example.co.uk"),
        ("x: a_b-c@mail.example.", "a_b-c@mail.example"),
        ("@example", None),
        ("a@b", None),
    ],
)
def test_addresses(language: str, text: str, address: str | None):
    assert read(language, text, "email") == ([address] if address else [])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "mi correo es ana punto gil guion bajo mar arroba mail punto example"),
        ("fr", "c'est ana point gil underscore mar arobase mail point example"),
        ("pl", "ana kropka gil podkreślnik mar małpa mail kropka example"),
        ("en", "it's ana dot gil underscore mar at mail dot example"),
    ],
)
def test_dictated_addresses(language: str, text: str):
    assert read(language, text, "email") == ["ana.gil_mar@mail.example"]
    assert not read(language, text, "choice")


def test_looking_at_a_site_is_no_address():
    assert not read("en", "I looked at example.com", "email")
