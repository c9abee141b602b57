"""Sums of money where a currency is named."""

import pytest

from tests.unit.selfcare.entities.reading import money, read

SUMS = {
    "es": {
        "me cobraron 45,50€": ["45.50 EUR"],
        "doscientos treinta y un euros": ["231 EUR"],
        "2 mil euros": ["2000 EUR"],
        "1.234,56 €": ["1234.56 EUR"],
        "veinte euros con cinco céntimos": ["20.05 EUR"],
        "12 dólares y 30 libras": ["12 USD", "30 GBP"],
        "treinta y un céntimos": ["0.31 EUR"],
        "veinte euros y quince llamadas": ["20 EUR"],
        "un euro y medio": ["1.50 EUR"],
        "son 45": [],
        "30 minutos": [],
    },
    "fr": {
        "on m'a pris 45,50€": ["45.50 EUR"],
        "deux cent trente et un euros": ["231 EUR"],
        "2 mille euros": ["2000 EUR"],
        "1 234,56 €": ["1234.56 EUR"],
        "vingt euros et cinq centimes": ["20.05 EUR"],
        "12 dollars et 30 livres sterling": ["12 USD", "30 GBP"],
        "quatre-vingt-un centimes": ["0.81 EUR"],
        "vingt euros et quinze appels": ["20 EUR"],
        "trois euros et demi": ["3.50 EUR"],
        "ça fait 45": [],
        "j'ai 12 livres à lire": [],
    },
    "pl": {
        "pobrali mi 45,50zł": ["45.50 PLN"],
        "dwieście trzydzieści jeden złotych": ["231 PLN"],
        "2 tysiące złotych": ["2000 PLN"],
        "1 234,56 zł": ["1234.56 PLN"],
        "dwadzieścia złotych pięć groszy": ["20.05 PLN"],
        "12 dolarów i 30 euro": ["12 USD", "30 EUR"],
        "trzydzieści jeden groszy": ["0.31 PLN"],
        "dwadzieścia złotych i piętnaście rozmów": ["20 PLN"],
        "dwa i pół złotego": ["2.50 PLN"],
        "razem 45": [],
        "złoty człowiek": [],
    },
    "en": {
        "you took £45.50": ["45.50 GBP"],
        "two hundred and thirty-one pounds": ["231 GBP"],
        "2 thousand euros": ["2000 EUR"],
        "£1,234.56": ["1234.56 GBP"],
        "twenty pounds and five pence": ["20.05 GBP"],
        "12 dollars and 30 quid": ["12 USD", "30 GBP"],
        "81p": ["0.81 GBP"],
        "twenty pounds and fifteen calls": ["20 GBP"],
        "three pounds and a half": ["3.50 GBP"],
        "it was 45": [],
        "at 3 p.m.": [],
    },
}
CASES = [(code, text, it) for code, texts in SUMS.items() for text, it in texts.items()]


@pytest.mark.parametrize(("language", "text", "sums"), CASES)
def test_sums(language: str, text: str, sums: list[str]):
    found = sorted(read(language, text, "amount"), key=str)
    assert found == sorted((money(it) for it in sums), key=str)
