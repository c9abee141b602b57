"""What the pages say about the operator."""

from datetime import time

import pytest

from billing.site.languages import LANGUAGES
from billing.site.operator import Hours, read_operator


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "Mon–Fri 08:00–18:00"),
        ("es", "Lun–vie 08:00–18:00"),
        ("fr", "Lun.–ven. 08:00–18:00"),
        ("pl", "Pon.–pt. 08:00–18:00"),
    ],
)
def test_hours_are_written_in_the_visitors_way(language: str, written: str):
    assert Hours(0, 4, time(8), time(18)).written(language) == written


def test_a_single_day_is_named_once():
    assert Hours(5, 5, time(9), time(14)).written("en") == "Sat 09:00–14:00"


def test_the_invented_operator_is_complete():
    operator = read_operator()

    assert operator.language in LANGUAGES
    assert operator.phone_written == "+34\u00a0900\u00a0000\u00a0123"
    assert operator.email.endswith(".example")
    assert len(operator.phone_hours) == 2
    assert len(operator.office_hours) == 1
