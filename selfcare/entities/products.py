"""What of the operator's offer is talked about."""

from functools import cache
from re import Match, Pattern

from selfcare.entities.reading import Entity, Found, Setting
from selfcare.entities.words import words_at
from selfcare.lexicon import any_of


def read_products(words: str, setting: Setting) -> Found:
    """The products that are named, the longest name first; they stay, for "2 routers" counts."""
    named, names = _named(setting.language)
    return words, [Entity("product", _product(it, names)) for it in named.finditer(words)]


def _product(found: "Match[str]", names: "list[tuple[Pattern[str], str]]") -> str:
    return next(product for name, product in names if name.fullmatch(found[0]))


@cache
def _named(language: str) -> "tuple[Pattern[str], list[tuple[Pattern[str], str]]]":
    products = words_at(language, "products")
    names = [(any_of(words), product) for product, words in products.items()]
    return any_of(word for words in products.values() for word in words), names
