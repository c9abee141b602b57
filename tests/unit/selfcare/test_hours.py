"""When a person can be reached. 18 November 2026 is a Wednesday; Madrid is at UTC+1 then."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from selfcare.hours import Hours, Opening, Operator

MADRID = ZoneInfo("Europe/Madrid")


def at(month: int, day: int, hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, second, tzinfo=MADRID)


@pytest.fixture
def operator() -> Operator:
    return Operator.from_environment()


def opening(operator: Operator, moment: datetime, way: str = "phone") -> Opening:
    return Hours(operator, lambda: moment.astimezone(ZoneInfo("UTC"))).of(way)


@pytest.mark.parametrize(
    ("moment", "is_open", "changes"),
    [
        pytest.param(at(11, 18, 11), True, at(11, 18, 18), id="a working morning"),
        pytest.param(at(11, 18, 7, 59, 59), False, at(11, 18, 8), id="just before opening"),
        pytest.param(at(11, 18, 8), True, at(11, 18, 18), id="at opening"),
        pytest.param(at(11, 18, 17, 59, 59), True, at(11, 18, 18), id="just before closing"),
        pytest.param(at(11, 18, 18), False, at(11, 19, 8), id="at closing"),
        pytest.param(at(11, 18, 0), False, at(11, 18, 8), id="midnight"),
        pytest.param(at(11, 20, 20), False, at(11, 21, 9), id="friday evening"),
        pytest.param(at(11, 21, 8, 30), False, at(11, 21, 9), id="saturday before nine"),
        pytest.param(at(11, 21, 13, 59), True, at(11, 21, 14), id="saturday"),
        pytest.param(at(11, 21, 14), False, at(11, 23, 8), id="saturday at closing"),
        pytest.param(at(11, 22, 12), False, at(11, 23, 8), id="sunday"),
        pytest.param(at(12, 25, 12), False, at(12, 26, 9), id="christmas, a friday"),
        pytest.param(at(12, 24, 19), False, at(12, 26, 9), id="the evening before christmas"),
        pytest.param(at(10, 12, 12), False, at(10, 13, 8), id="the national holiday, a monday"),
        pytest.param(at(10, 24, 15), False, at(10, 26, 8), id="the clocks go back on sunday"),
    ],
)
def test_the_phone_is_answered(
    operator: Operator, moment: datetime, is_open: bool, changes: datetime
):
    found = opening(operator, moment)
    assert (found.is_open, found.changes) == (is_open, changes)


def test_the_office_stays_closed_on_saturday(operator: Operator):
    assert opening(operator, at(11, 21, 10), "office") == Opening(False, at(11, 23, 8))


def test_a_special_closed_day_is_closed(operator: Operator):
    closed = replace(operator, closed_days=[date(2026, 11, 18), date(2026, 11, 19)])
    assert opening(closed, at(11, 18, 11)) == Opening(False, at(11, 20, 8))


def test_the_hours_are_those_of_the_operators_place(operator: Operator):
    moment = datetime(2026, 11, 18, 17, 30, tzinfo=ZoneInfo("America/Mexico_City"))
    assert not opening(operator, moment).is_open
    assert opening(operator, moment.replace(hour=4)).is_open


def test_what_never_opens_is_an_error(operator: Operator):
    shut = replace(operator, hours={"phone": {}})
    with pytest.raises(ValueError, match="phone does not open"):
        opening(shut, at(11, 18, 11))


def test_another_operator_is_read_from_its_file(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path_factory.mktemp("operator") / "operator.yml"
    file.write_text(
        "name: Telefonia\ntime_zone: Europe/Warsaw\ncity: Łódź\ncountry: PL\n"
        'phone: "+48800000123"\nemail: pomoc@example.com\naddress: Piotrkowska 1\n'
        'hours: {phone: {weekdays: ["10:00", "12:00"]}}\nclosed_days: [2026-11-19]\n',
        encoding="utf-8",
    )
    monkeypatch.setenv("OPERATOR_FILE", str(file))
    operator = Operator.from_environment()

    assert (operator.name, operator.city, operator.zone.key) == (
        "Telefonia",
        "Łódź",
        "Europe/Warsaw",
    )
    # 11 November is a holiday in Poland alone.
    assert not opening(operator, at(11, 11, 11)).is_open
    assert opening(operator, at(11, 18, 12)) == Opening(False, at(11, 20, 10))
