"""When a person can be reached. 18 November 2026 is a Wednesday; Madrid is at UTC+1 then."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from selfcare.calendar import Span, SpecialDay, read_span, read_week
from selfcare.hours import HORIZON, Hours, Opening, Operator

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


NIGHT: "dict[str, dict[str, Span] | None]" = {
    "phone": dict.fromkeys(("saturday", "sunday"), read_span(["01:00", "05:00"]))
}


@pytest.mark.parametrize("channel", ["web", "telegram", "whatsapp"])
@pytest.mark.parametrize(
    ("moment", "is_open", "changes"),
    [
        pytest.param(at(11, 18, 7, 59, 59), False, at(11, 18, 8), id="before"),
        pytest.param(at(11, 18, 8), True, at(11, 18, 18), id="at opening"),
        pytest.param(at(11, 18, 23), False, at(11, 19, 8), id="after"),
    ],
)
def test_each_channels_live_chat_has_hours(
    operator: Operator, channel: str, moment: datetime, is_open: bool, changes: datetime
):
    found = opening(operator, moment, operator.chat_of(channel))
    assert (found.is_open, found.changes) == (is_open, changes)


def test_a_channels_chat_may_have_hours_of_its_own(operator: Operator):
    evening = read_week({"weekdays": ["18:00", "22:00"]})
    later = replace(operator, hours={**operator.hours, "chat.whatsapp": evening})
    assert opening(later, at(11, 18, 20), later.chat_of("whatsapp")).is_open
    assert not opening(later, at(11, 18, 20), later.chat_of("telegram")).is_open


def test_a_channel_without_hours_has_those_of_the_web(operator: Operator):
    assert operator.chat_of("rest") == "chat.web"
    assert replace(operator, hours={"phone": {}}).chat_of("web") == "phone"


@pytest.mark.parametrize("way", ["portal", "assistant"])
def test_portal_and_assistant_are_always_there(operator: Operator, way: str):
    found = opening(operator, at(12, 25, 3), way)
    assert found.is_open
    assert found.changes - at(12, 25, 3) > timedelta(days=HORIZON - 1)


def test_a_special_day_has_other_hours_and_a_reason(operator: Operator):
    assert opening(operator, at(12, 24, 8, 59)) == Opening(False, at(12, 24, 9))
    assert opening(operator, at(12, 24, 12, 59)) == Opening(True, at(12, 24, 13))
    (eve,) = Hours(operator, lambda: at(12, 20, 9)).special_days(7)
    assert eve.reason["pl"] == "Wigilia"


def test_a_special_day_may_be_about_one_way_only(operator: Operator):
    meeting = SpecialDay(date(2026, 11, 18), ways=("chat",), reason={"en": "a staff meeting"})
    day = replace(operator, special_days=[meeting])
    assert opening(day, at(11, 18, 11)).is_open
    assert opening(day, at(11, 18, 11), "chat.web") == Opening(False, at(11, 19, 8))
    hours = Hours(day, lambda: at(11, 18, 11))
    assert hours.closed_because("chat.telegram") == meeting
    assert hours.closed_because("phone") is None


def test_hours_for_all_ways_do_not_open_the_office_on_a_saturday(operator: Operator):
    saturday = SpecialDay(date(2026, 11, 21), span=read_span(["10:00", "12:00"]))
    day = replace(operator, special_days=[saturday])
    assert opening(day, at(11, 21, 9)) == Opening(False, at(11, 21, 10))
    assert opening(day, at(11, 21, 11), "office") == Opening(False, at(11, 23, 8))


def test_a_special_day_opens_on_a_public_holiday_where_it_says_so(operator: Operator):
    working = SpecialDay(date(2026, 10, 12), read_span(["10:00", "12:00"]), ways=("phone",))
    assert opening(replace(operator, special_days=[working]), at(10, 12, 11)).is_open


def test_a_holiday_of_the_region_counts_where_it_is_named(operator: Operator):
    # 3 May 2027 is a holiday in Madrid (2 May falls on a Sunday), and not in all of Spain.
    moment = datetime(2027, 5, 3, 11, tzinfo=MADRID)
    assert not opening(operator, moment).is_open
    assert opening(replace(operator, region=None), moment).is_open


def test_hours_in_the_night_in_which_the_clocks_go_back_are_an_hour_longer(operator: Operator):
    night = replace(operator, hours=NIGHT)
    opens = opening(night, at(10, 24, 23)).changes
    closes = opening(night, opens).changes
    assert closes - opens == timedelta(hours=5)


def test_half_past_two_comes_twice_and_closes_once(operator: Operator):
    night = replace(operator, hours={"phone": {"sunday": read_span(["01:00", "02:30"])}})
    first = datetime(2026, 10, 25, 0, 15, tzinfo=timezone.utc)  # 02:15 in summer time
    assert opening(night, first).is_open
    assert not opening(night, first + timedelta(hours=1)).is_open  # 02:15 again, in winter time


def test_hours_that_the_clocks_leap_over_begin_when_the_clocks_are_there(operator: Operator):
    night = replace(operator, hours={"phone": {"sunday": read_span(["02:30", "05:00"])}})
    leap = datetime(2026, 3, 29, 1, 0, tzinfo=timezone.utc)  # 02:00 becomes 03:00
    assert opening(night, leap) == Opening(False, leap + timedelta(minutes=30))


@pytest.mark.parametrize(
    ("moment", "answered_by"),
    [
        pytest.param(at(11, 18, 23), at(11, 19, 12), id="at night: in the morning"),
        pytest.param(at(11, 18, 9, 10), at(11, 18, 13, 30), id="by day: rounded up"),
        pytest.param(at(11, 18, 16), at(11, 19, 10), id="what is left of today counts"),
        pytest.param(at(11, 20, 23), at(11, 21, 13), id="on saturday"),
        pytest.param(at(11, 21, 12), at(11, 23, 10), id="over sunday"),
        pytest.param(at(12, 23, 23), at(12, 24, 13), id="no later than closing"),
    ],
)
def test_what_is_written_is_answered_within_the_hours_promised(
    operator: Operator, moment: datetime, answered_by: datetime
):
    hours = Hours(operator, lambda: moment.astimezone(timezone.utc))
    assert hours.answered_by("chat.web") == answered_by


def test_what_never_closes_answers_by_the_clock(operator: Operator):
    hours = Hours(operator, lambda: at(11, 18, 23).astimezone(timezone.utc))
    assert hours.answered_by("assistant") == at(11, 19, 3)


@pytest.mark.parametrize(
    ("week", "told"),
    [
        ({"weekday": ["08:00", "18:00"]}, "no such day: weekday"),
        ({"monday": ["18:00", "08:00"]}, "18:00 is not before 08:00"),
    ],
)
def test_hours_that_cannot_be_meant_are_refused(week: dict[str, list[str]], told: str):
    with pytest.raises(ValueError, match=told):
        read_week(week)


def test_a_special_day_without_a_day_is_refused():
    with pytest.raises(ValueError, match="no day"):
        SpecialDay.read({"day": "christmas"})
