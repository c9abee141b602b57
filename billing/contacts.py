"""Where the answer to a report is wanted besides: an address of e-mail or a telephone number."""

import re
from typing import Final

import phonenumbers

from billing.errors import InvalidError

#: The role of a related party that is such an address.
CONTACT: Final = "contact"
EMAIL, PHONE = "mailto:", "tel:"
#: RFC 5321 takes more; an address that a person gives is like this.
_EMAIL = re.compile(r"[^\s@<>\"',;:?&]{1,64}@([\w-]{1,63}\.){1,8}\w{2,24}")


def checked(address: str) -> str:
    """The address, `mailto:ana@example.com` or `tel:+34600123456`.

    Raises InvalidError for anything else.
    """
    if address.startswith(EMAIL) and _EMAIL.fullmatch(address.removeprefix(EMAIL)):
        return address
    if address.startswith(PHONE) and _is_number(address.removeprefix(PHONE)):
        return address
    raise InvalidError("a contact's id is mailto: with an address, or tel: with a number like +34…")


def written(address: str) -> str:
    """As a person reads it: the address, or the number as it is written abroad."""
    if address.startswith(EMAIL):
        return address.removeprefix(EMAIL)
    number = phonenumbers.parse(address.removeprefix(PHONE))
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _is_number(text: str) -> bool:
    try:
        number = phonenumbers.parse(text)
    except phonenumbers.NumberParseException:
        return False
    in_short = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return text == in_short and phonenumbers.is_possible_number(number)
