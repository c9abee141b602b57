"""What of the offer is named."""

import pytest

from tests.unit.selfcare.entities.reading import read

PRODUCTS = {
    "es": {
        "no tengo fibra ni tele": ["internet", "television"],
        "el internet móvil va lento": ["mobile_data"],
        "mi tarjeta SIM de prepago": ["sim", "prepaid"],
        "un precio fijo": [],
    },
    "fr": {
        "ni fibre ni télé": ["internet", "television"],
        "l'internet mobile est lent": ["mobile_data"],
        "ma carte SIM prépayée": ["sim", "prepaid"],
        "un rendez-vous": [],
    },
    "pl": {
        "ani światłowodu, ani telewizji": ["internet", "television"],
        "internet mobilny muli": ["mobile_data"],
        "moja karta SIM na doładowania": ["sim", "prepaid"],
        "czekam na linii": [],
    },
    "en": {
        "neither broadband nor telly": ["internet", "television"],
        "mobile internet is slow": ["mobile_data"],
        "my prepaid SIM": ["prepaid", "sim"],
        "over the phone": [],
    },
}
CASES = [(code, text, it) for code, texts in PRODUCTS.items() for text, it in texts.items()]


@pytest.mark.parametrize(("language", "text", "products"), CASES)
def test_products(language: str, text: str, products: list[str]):
    assert read(language, text, "product") == products
