"""Where a customer wants an answer: in the chat, by e-mail or by telephone."""

from datetime import datetime

from selfcare.entities import read_entities
from selfcare.lexicon import says

CHAT, EMAIL, PHONE = WAYS = ("chat", "email", "phone")
#: What an address of each begins with, as a URI (RFC 6068, RFC 3966).
SCHEMES = {EMAIL: "mailto:", PHONE: "tel:"}
_ENTITIES = {"email": EMAIL, "phone_number": PHONE}


def read_contact(text: str, language: str, now: datetime, country: str) -> str | None:
    """The first address of e-mail or telephone number in `text`, as a URI; a number without a
    prefix is of `country`, and one that no country has is none.
    """
    for entity in read_entities(text, language, now, country):
        way = _ENTITIES.get(entity.name)
        if way:
            return SCHEMES[way] + str(entity.value)
    return None


def way_of(contact: str) -> str:
    """Whether it is an address of e-mail or a telephone number."""
    return EMAIL if contact.startswith(SCHEMES[EMAIL]) else PHONE


def bare(contact: str) -> str:
    """The address or the number itself."""
    return contact.removeprefix(SCHEMES[way_of(contact)])


def read_way(text: str, language: str) -> str | None:
    """Which way `text` names, if it names one alone."""
    named = [way for way in WAYS if says(language, text, "reply", way)]
    return named[0] if len(named) == 1 else None
