"""Days by which a customer describes calls: "from the 16th", "yesterday", "last week"."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from re import Match

from selfcare.calls import Call
from selfcare.lexicon import any_of, lexicon
from selfcare.months import MONTHS, month_names
from selfcare.sentence import ORDINAL, Aside, Part, Sentence, Unclear

#: Private characters that stand for the months while a sentence is read.
FIRST_MONTH = 0xF100
MONTH = "[\uf101-\uf10c]"
DAY = rf"(?<![\w.,:])\d{{1,2}}{ORDINAL}?(?![\w:{ORDINAL}]|[.,]\d)"
YEAR = r"(?:\s+(?:[a-z]{2,3}\s+)?20\d\d(?!\d))?"
DATE = (
    rf"(?:{DAY}[\s.\-]*{MONTH}{YEAR}|{MONTH}\s*(?:[a-z]{{2,3}}\s+)?{DAY}{YEAR}"
    r"|(?<![\w.-])\d{4}-\d\d-\d\d(?![\w-])"
    r"|(?<![\w./-])\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d(?!\d)"
    r"|(?<![\w./])\d{1,2}/\d{1,2}(?![\d/]))"
)
DOTTED = r"(?<![\w.])\d{1,2}\.(?:0\d|1[0-2])(?!\d)"
EVENING, MORNING = 18, 6
#: More than anybody says ago.
MANY_DAYS = 1000


def read_relative_days(sentence: Sentence) -> None:
    """Days in words without numbers: "yesterday", "last week", "on Friday"."""
    link, last = _links(sentence), sentence.pattern("last")
    sentence.mark(link + sentence.pattern("last_night"), _last_night(sentence))
    for word, days in lexicon(sentence.language)["days_ago"].items():
        sentence.mark(link + any_of([word]).pattern, _on(sentence, _days_ago(sentence, days)))
    for name, span in _PERIODS.items():
        sentence.mark(link + sentence.pattern(name), _in_period(sentence, span))
    # The list is of one period: its month narrows nothing down, and another one is elsewhere.
    for name in ("this_month_days", "last_month_days"):
        sentence.mark(link + sentence.pattern(name), Aside())
    for weekday, names in lexicon(sentence.language)["weekdays"].items():
        written = rf"{link}(?:{last}\s+)?{any_of(names).pattern}(?:\s+{last})?"
        sentence.mark(written, _on_weekday(sentence, weekday))


def keep_months(sentence: Sentence) -> None:
    """Months after a number, before "sept" becomes seven and "may" a verb."""
    of = rf"(?:{sentence.pattern('of_day')}\s+|d')?"
    for month in _months_meant(sentence):
        name = month_names(sentence.language)[month - 1].pattern.removeprefix(r"(?<!\w)")
        written = rf"(\d(?:[^\W\d_]{{1,4}})?\.?\s*-?){of}{name}\.?"
        sentence.drop(written, rf"\g<1> {chr(FIRST_MONTH + month)} ")


def _months_meant(sentence: Sentence) -> list[int]:
    """Without those that are other words too, unless there are calls in them: "4 may be wrong"."""
    ambiguous = lexicon(sentence.language).get("ambiguous_months", {})
    with_calls = {sentence.local(call).month for call in sentence.calls}
    return [month for month in MONTHS if month not in ambiguous or month in with_calls]


def read_days(sentence: Sentence) -> None:
    """Days in numbers: "16 October", "16.10.2026", "from the 16th", "three days ago"."""
    for written in _ago(sentence.language, "days"):
        sentence.take(written, lambda found: _on(sentence, _days_ago(sentence, int(found[1]))))
    for unit in ("weeks", "months"):
        for written in _ago(sentence.language, unit):
            sentence.mark(written, Aside())
    _mark_months(sentence)
    _share_the_month(sentence)
    for written, read in _dates(sentence):
        sentence.take(written, read)
    sentence.mark(MONTH, Aside())


def _links(sentence: Sentence) -> str:
    return rf"(?:{sentence.pattern('day_links')}\s+){{0,3}}"


@cache
def _ago(language: str, unit: str) -> list[str]:
    phrases = [any_of([phrase]).pattern for phrase in lexicon(language)["ago"][unit]]
    return [phrase.replace("N", rf"(\d{{1,2}})(?!{ORDINAL})") for phrase in phrases]


def _today(sentence: Sentence) -> date:
    return sentence.now.date() if sentence.now else date.min + timedelta(days=MANY_DAYS)


def _days_ago(sentence: Sentence, days: int) -> date:
    return _today(sentence) - timedelta(days=days)


def _on(sentence: Sentence, first: date, last: "date | None" = None) -> Part:
    until = last or first
    return sentence.when("day", lambda call: first <= sentence.local(call).date() <= until)


def _last_night(sentence: Sentence) -> Part:
    evening, morning = _days_ago(sentence, 1), _today(sentence)

    def fits(call: Call) -> bool:
        began = sentence.local(call)
        return (began.date() == evening and began.hour >= EVENING) or (
            began.date() == morning and began.hour < MORNING
        )

    return sentence.when("day", fits)


def _this_week(today: date) -> "tuple[date, date]":
    monday = today - timedelta(days=today.weekday())
    return monday, monday + timedelta(days=6)


def _last_week(today: date) -> "tuple[date, date]":
    return _this_week(today - timedelta(days=7))


_PERIODS = {
    "this_week": _this_week,
    "last_week": _last_week,
}


def _in_period(sentence: Sentence, span: "Callable[[date], tuple[date, date]]") -> Part:
    if sentence.now is None:
        return Aside()
    return _on(sentence, *span(_today(sentence)))


def _on_weekday(sentence: Sentence, weekday: int) -> Part:
    """One of several Fridays: nobody knows which."""
    if sentence.now is None:
        return Aside()
    days = {sentence.local(call).date() for call in sentence.calls}
    fitting = [day for day in days if day.isoweekday() == weekday]
    if len(fitting) > 1:
        return Unclear()
    return sentence.when("day", lambda call: sentence.local(call).date() in fitting)


def _mark_months(sentence: Sentence) -> None:
    """Months as single characters; one that is another word too only beside a number."""
    keep_months(sentence)
    ambiguous = lexicon(sentence.language).get("ambiguous_months", {})
    for month in _months_meant(sentence):
        name = month_names(sentence.language)[month - 1].pattern
        beside = r"(?=\s+\d)" if month in ambiguous else ""
        sentence.drop(name + beside, f" {chr(FIRST_MONTH + month)} ")


def _share_the_month(sentence: Sentence) -> None:
    """ "16 and 17 October", "from 10 to 15 October": the month is the first one's too."""
    joins = "|".join(
        sentence.pattern(name) for name in ("also", "between_positions", "between_and")
    )
    link = _links(sentence)
    written = rf"({DAY})(\s*(?:-|–|{joins})\s*{link})(?={DAY}\W*({MONTH}))"
    for _ in range(9):
        sentence.drop(written, r"\1 \3 \2")


def _dates(sentence: Sentence) -> "list[tuple[str, Callable[[Match[str]], Part | None]]]":
    """Spans before what they are made of."""
    link = _links(sentence)
    through = rf"(?:[-–]|{sentence.pattern('between_positions')})"
    starts = rf"(?:{sentence.pattern('between')}|{sentence.pattern('since')})"
    after = "|".join(sentence.pattern(name) for name in ("since", "after"))
    first, last = rf"{link}(?P<first>{DATE})\s*", rf"\s*{link}(?P<last>{DATE})"
    span = rf"(?:{starts}\s+)?{first}{through}{last}"
    between = rf"{sentence.pattern('between')}\s+{first}{sentence.pattern('between_and')}{last}"
    onwards = rf"{link}(?P<day>{DATE})\s+{sentence.pattern('onwards')}"
    until = rf"{sentence.pattern('before')}\s+{link}(?P<day>{DATE})"
    # "2.10" may be a price: only "from 2.10" is surely a day.
    dotted = rf"(?:{sentence.pattern('of_the')}|{sentence.pattern('day_links')})\s+"
    return [
        (between, lambda it: _span(sentence, it["first"], it["last"])),
        (span, lambda it: _span(sentence, it["first"], it["last"])),
        (onwards, lambda it: _span(sentence, it["day"], None)),
        (rf"(?:{after})\s+{link}(?P<day>{DATE})", lambda it: _after(sentence, it)),
        (until, lambda it: _span(sentence, None, it["day"])),
        (rf"{link}(?P<day>{DATE})", lambda it: _on_date(sentence, it["day"])),
        (rf"{dotted}(?P<day>{DOTTED})", lambda it: _on_date(sentence, it["day"])),
    ]


def _parts_of_date(written: str) -> "tuple[int, int]":
    """Month and day."""
    month = re.search(MONTH, written)
    numbers = re.findall(r"\d+", written)
    if month:
        return ord(month[0]) - FIRST_MONTH, int(numbers[0])
    if len(numbers[0]) == 4:
        return int(numbers[1]), int(numbers[2])
    return int(numbers[1]), int(numbers[0])


def _month_and_day(sentence: Sentence, call: Call) -> "tuple[int, int]":
    began = sentence.local(call)
    return began.month, began.day


def _on_date(sentence: Sentence, written: str) -> Part:
    wanted = _parts_of_date(written)
    return sentence.when("day", lambda call: _month_and_day(sentence, call) == wanted)


def _after(sentence: Sentence, found: "Match[str]") -> Part:
    """ "Since" a day begins with it; "after" it does not, but may be meant so: ask."""
    wanted = _parts_of_date(found["day"])
    if re.match(sentence.pattern("since"), found[0].lstrip()):
        return _span(sentence, found["day"], None)
    if any(_month_and_day(sentence, call) == wanted for call in sentence.calls if sentence.now):
        return Unclear()
    return _span(sentence, found["day"], None)


def _span(sentence: Sentence, first: "str | None", last: "str | None") -> Part:
    """From one day to another, whose year is the one of the calls; "before" leaves its day out."""
    start = _parts_of_date(first) if first else (0, 0)
    end = _parts_of_date(last) if last else (13, 0)
    if start > end:
        return Unclear()
    is_before = first is None

    def fits(call: Call) -> bool:
        day = _month_and_day(sentence, call)
        return start <= day <= end and not (is_before and day == end)

    return sentence.when("day", fits)


def read_days_of_a_month(sentence: Sentence) -> None:
    """ "From the 16th": a day of the month, where the list has no such position or date."""
    of_the = sentence.pattern("of_the")
    also = sentence.pattern("also")
    if sentence.now is None:
        return
    through = rf"\s*(?:[-–]|{sentence.pattern('between_positions')})\s*{_links(sentence)}"
    sentence.take(
        rf"{of_the}\s+({DAY}){through}({DAY})",
        lambda found: _from_day_to_day(sentence, *map(_number, found.groups())),
    )
    another = rf"\s*(?:,|{also})\s*(?:{of_the}\s+|{sentence.pattern('of_day')}\s+)?{DAY}"
    written = rf"{of_the}\s+({DAY}(?:{another}){{0,9}})(?!{through}\d)"
    sentence.take(written, lambda found: _on_days(sentence, found[1]))


def _number(written: str) -> int:
    return int(written.rstrip(ORDINAL))


def _from_day_to_day(sentence: Sentence, first: int, last: int) -> "Part | None":
    """Days, where the list has no such positions: those are meant wherever it has."""
    days = range(first, last + 1)
    known = {sentence.local(call).day for call in sentence.calls}
    if last <= len(sentence.calls) or not known.intersection(days):
        return None
    return sentence.when("day", lambda call: sentence.local(call).day in days)


def _on_days(sentence: Sentence, written: str) -> "Part | None":
    wanted = {int(number) for number in re.findall(r"\d+", written)}
    known = {sentence.local(call).day for call in sentence.calls}
    if not wanted & known and min(wanted) <= len(sentence.calls):
        return Unclear()
    return sentence.when("day", lambda call: sentence.local(call).day in wanted)
