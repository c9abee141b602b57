"""Days and periods, as customers of four languages say them on Wednesday, 18 November 2026."""

from typing import Any

import pytest

from tests.unit.selfcare.entities.reading import cycle, read

OCTOBER = cycle("10-01", "10-31")
NOVEMBER = cycle("11-01", "11-30")
LAST_WEEK = cycle("11-09", "11-15")

DAYS: dict[str, dict[str, list[str]]] = {
    "es": {
        "me llamaron el 5 de octubre": ["2026-10-05"],
        "anoche no había línea": ["2026-11-17"],
        "pagué el pasado lunes": ["2026-11-16"],
        "el veintidós de agosto por la tarde": ["2026-08-22"],
        "lo pagué el día 30": ["2026-10-30"],
        "hace una semana y un día, el 10/11": ["2026-11-10"],
        "la del 24 de diciembre": ["2025-12-24"],
        "el jueves 12 de noviembre": ["2026-11-12"],
        "es del 3 del mes pasado": ["2026-10-03"],
        "vengo todos los lunes": [],
        "hoy y ayer": ["2026-11-18", "2026-11-17"],
        "vivo en la plaza 2 de Mayo": [],
    },
    "fr": {
        "on m'a appelé le 5 octobre": ["2026-10-05"],
        "ce matin rien ne marchait": ["2026-11-18"],
        "payé lundi dernier": ["2026-11-16"],
        "le vingt-deux août": ["2026-08-22"],
        "depuis le 30 j'attends": ["2026-10-30"],
        "c'était le 10/11": ["2026-11-10"],
        "celui du 24 décembre": ["2025-12-24"],
        "jeudi 12 novembre": ["2026-11-12"],
        "celui du 3 du mois dernier": ["2026-10-03"],
        "tous les lundi ça coupe": [],
        "hier et avant-hier": ["2026-11-17", "2026-11-16"],
        "j'habite rue du 8 mai": [],
    },
    "pl": {
        "dzwonili 5 października": ["2026-10-05"],
        "dzisiaj rano nic nie działało": ["2026-11-18"],
        "zapłaciłam w zeszły poniedziałek": ["2026-11-16"],
        "dwudziestego drugiego sierpnia": ["2026-08-22"],
        "30-tego zapłaciłem": ["2026-10-30"],
        "to było 10.11.": ["2026-11-10"],
        "ta z 24 grudnia": ["2025-12-24"],
        "w czwartek 12 listopada": ["2026-11-12"],
        "dziesięć dni temu": ["2026-11-08"],
        "w każdy poniedziałek": [],
        "wczoraj i przedwczoraj": ["2026-11-17", "2026-11-16"],
        "mieszkam na ulicy 3 Maja": [],
        "inni mają lepiej, 2 mają gorzej": [],
    },
    "en": {
        "they rang on 5 October": ["2026-10-05"],
        "nothing worked this morning": ["2026-11-18"],
        "I paid last Monday": ["2026-11-16"],
        "August the twenty-second": ["2026-08-22"],
        "I paid on the 30th": ["2026-10-30"],
        "it was 10/11": ["2026-11-10"],
        "the one on 24th of December": ["2025-12-24"],
        "Thursday, 12 November": ["2026-11-12"],
        "the 3rd of last month": ["2026-10-03"],
        "every Monday it drops": [],
        "yesterday and the day before yesterday": ["2026-11-17", "2026-11-16"],
        "I sat there and may sit there again": [],
    },
}

PERIODS: dict[str, dict[str, list[dict[str, str]]]] = {
    "es": {
        "en octubre": [OCTOBER],
        "la última boleta": [OCTOBER],
        "el recibo en curso": [NOVEMBER],
        "lo que no se ha facturado todavía": [NOVEMBER],
        "la pasada semana": [LAST_WEEK],
        "del 28 de octubre al 2 de noviembre": [cycle("10-28", "11-02")],
        "entre junio y julio no estuve": [cycle("06-01", "06-30"), cycle("07-01", "07-31")],
        "desde enero hasta marzo": [cycle("01-01", "03-31")],
        "marzo de 2024": [cycle("2024-03-01", "2024-03-31")],
        "noviembre del año pasado": [cycle("2025-11-01", "2025-11-30")],
        "hace un mes": [OCTOBER],
        "hace dos semanas": [cycle("11-02", "11-08")],
        "el año pasado": [cycle("2025-01-01", "2025-12-31")],
        "facturas de 2024": [cycle("2024-01-01", "2024-12-31")],
        "llevo con ustedes desde hace tres meses": [],
        "me llamo Julio": [],
    },
    "fr": {
        "en octobre": [OCTOBER],
        "ma dernière facture": [OCTOBER],
        "la facture actuelle": [NOVEMBER],
        "ce qui n'est pas encore facturé": [NOVEMBER],
        "la semaine passée": [LAST_WEEK],
        "du 28 octobre au 2 novembre": [cycle("10-28", "11-02")],
        "en juin et en juillet": [cycle("06-01", "06-30"), cycle("07-01", "07-31")],
        "de janvier à mars": [cycle("01-01", "03-31")],
        "mars 2024": [cycle("2024-03-01", "2024-03-31")],
        "novembre de l'année dernière": [cycle("2025-11-01", "2025-11-30")],
        "il y a un mois": [OCTOBER],
        "il y a deux semaines": [cycle("11-02", "11-08")],
        "l'an dernier": [cycle("2025-01-01", "2025-12-31")],
        "les factures de 2024": [cycle("2024-01-01", "2024-12-31")],
        "mais je n'ai rien fait": [],
    },
    "pl": {
        "w październiku": [OCTOBER],
        "mój ostatni rachunek": [OCTOBER],
        "bieżąca faktura": [NOVEMBER],
        "to, co nie jest jeszcze rozliczone": [NOVEMBER],
        "w ubiegłym tygodniu": [LAST_WEEK],
        "od 28 października do 2 listopada": [cycle("10-28", "11-02")],
        "w czerwcu i w lipcu": [cycle("06-01", "06-30"), cycle("07-01", "07-31")],
        "od stycznia do marca": [cycle("01-01", "03-31")],
        "marzec 2024": [cycle("2024-03-01", "2024-03-31")],
        "w listopadzie zeszłego roku": [cycle("2025-11-01", "2025-11-30")],
        "miesiąc temu": [OCTOBER],
        "dwa tygodnie temu": [cycle("11-02", "11-08")],
        "w zeszłym roku": [cycle("2025-01-01", "2025-12-31")],
        "faktury z 2024 roku": [cycle("2024-01-01", "2024-12-31")],
        "majowa faktura": [cycle("05-01", "05-31")],
        "w maju": [cycle("05-01", "05-31")],
        "pani Maja obiecała": [],
    },
    "en": {
        "in October": [OCTOBER],
        "my latest bill": [OCTOBER],
        "the current invoice": [NOVEMBER],
        "what has not been billed": [NOVEMBER],
        "last week": [LAST_WEEK],
        "28 October to 2 November": [cycle("10-28", "11-02")],
        "in June and in July": [cycle("06-01", "06-30"), cycle("07-01", "07-31")],
        "from January to March": [cycle("01-01", "03-31")],
        "March 2024": [cycle("2024-03-01", "2024-03-31")],
        "November last year": [cycle("2025-11-01", "2025-11-30")],
        "a month ago": [OCTOBER],
        "two weeks ago": [cycle("11-02", "11-08")],
        "last year": [cycle("2025-01-01", "2025-12-31")],
        "bills for 2024": [cycle("2024-01-01", "2024-12-31")],
        "may I ask you something": [],
    },
}


def cases(said: dict[str, dict[str, Any]]) -> list[Any]:
    return [(code, text, it) for code, texts in said.items() for text, it in texts.items()]


@pytest.mark.parametrize(("language", "text", "days"), cases(DAYS))
def test_days(language: str, text: str, days: list[str]):
    assert read(language, text, "date") == days


@pytest.mark.parametrize(("language", "text", "periods"), cases(PERIODS))
def test_periods(language: str, text: str, periods: list[dict[str, str]]):
    assert read(language, text, "billing_cycle") == periods
    assert not read(language, text, "date")


@pytest.mark.parametrize("language", DAYS)
@pytest.mark.parametrize(
    ("text", "day"),
    [("2026-10-14", "2026-10-14"), ("14-10-2025", "2025-10-14"), ("29/02/2024", "2024-02-29")],
)
def test_days_in_numbers_need_no_language(language: str, text: str, day: str):
    assert read(language, text, "date") == [day]


@pytest.mark.parametrize("language", DAYS)
@pytest.mark.parametrize("text", ["31/02/2026", "2026-13-01", "24/7", "99.99.99", "12:30"])
def test_what_is_no_day_is_none(language: str, text: str):
    assert not read(language, text, "date")
    assert not read(language, text, "billing_cycle")
