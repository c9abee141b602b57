"""Positions on a list, and numbers that count something else."""

import pytest

from tests.unit.selfcare.entities.reading import read

CHOICES = {
    "es": {
        "la 2": "2",
        "el número 7, gracias": "7",
        "la 2 y la 4 están mal": "2,4",
        "de la 2 a la 4": "2,3,4",
        "de la 1 a la 4 menos la 3": "1,2,4",
        "todas salvo la 1 y la 3": "all-1,3",
        "quiero reclamarlas todas": "all",
        "las cuatro últimas": "-4,-3,-2,-1",
        "los tres primeros": "1,2,3",
        "la primera y la última": "1,-1",
        "las de Marruecos menos la sexta": None,
        "las dos": None,
        "todas mis llamadas se cortan": None,
        "tengo 3 hijos": None,
        "a las 5": None,
        "es la tercera vez": None,
        "duró 3 minutos, no 30": None,
        "la vecina del quinto": None,
    },
    "fr": {
        "la 2": "2",
        "numéro 7, merci": "7",
        "la 2 et la 4 sont fausses": "2,4",
        "de la 2 à la 4": "2,3,4",
        "du 1 au 4 sauf le 3": "1,2,4",
        "toutes sauf la 1 et la 3": "all-1,3",
        "tous les appels": "all",
        "les quatre dernières": "-4,-3,-2,-1",
        "les trois premiers": "1,2,3",
        "la première et la dernière": "1,-1",
        "les deux": None,
        "tous mes appels coupent": None,
        "j'ai 3 enfants": None,
        "à 5 heures": None,
        "c'est la troisième fois": None,
        "elle entre en sixième et elle a peur": None,
    },
    "pl": {
        "ta 2": "2",
        "numer 7, dziękuję": "7",
        "2 i 4 się nie zgadzają": "2,4",
        "od 2 do 4": "2,3,4",
        "od 1 do 4, ale bez 3": "1,2,4",
        "wszystkie oprócz 1 i 3": "all-1,3",
        "wszystkie połączenia": "all",
        "cztery ostatnie": "-4,-3,-2,-1",
        "pierwsze trzy": "1,2,3",
        "pierwsza i ostatnia": "1,-1",
        "proszę o trzecią": "3",
        "wszystkie moje rozmowy się rwą": None,
        "to wszystko": None,
        "mam 3 dzieci": None,
        "o piątej": None,
        "po raz trzeci to piszę": None,
        "on dzwoni z drugiego": None,
    },
    "en": {
        "the second": "2",
        "number 7, thanks": "7",
        "the second and the fourth are wrong": "2,4",
        "from 2 to 4": "2,3,4",
        "1 to 4 except 3": "1,2,4",
        "all but 1 and 3": "all-1,3",
        "all calls": "all",
        "the last four": "-4,-3,-2,-1",
        "first three": "1,2,3",
        "the first and the last": "1,-1",
        "the two": None,
        "all my calls keep dropping": None,
        "I have 3 children": None,
        "at 5": None,
        "this is the third time": None,
        "who won the cup final last night": None,
    },
}
CASES = [(code, text, it) for code, texts in CHOICES.items() for text, it in texts.items()]


@pytest.mark.parametrize(("language", "text", "choice"), CASES)
def test_choices(language: str, text: str, choice: str | None):
    assert read(language, text, "choice") == ([choice] if choice else [])
