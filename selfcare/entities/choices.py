"""Positions on a list in view: "la segunda y la cuarta", "all but 2", "dwie ostatnie"."""

import re
from functools import cache
from re import Match, Pattern

from selfcare.entities.figures import ORDINAL, idioms_of
from selfcare.entities.reading import TAKEN, Entity, Found, Setting
from selfcare.entities.words import either, finds, one_of, words_at
from selfcare.lexicon import any_of, is_only, lexicon, pattern

NAME = "choice"
LAST_BUT_ONE = -2
#: "The first thirty": no list in view is as long.
LONGEST_GROUP = 20
#: "Toditas, mi amor".
MOST_WORDS_BESIDE_ALL = 3

_CLAUSE_END = re.compile(r"[,;:.!?()]+")


def read_choices(words: str, setting: Setting) -> Found:
    """What is chosen, as one entity: a position is no number that counts something."""
    if is_only(setting.language, words, "nothing_to_add"):
        return words, []
    language = setting.language
    words = _range(language).sub(_spelled_out, words)
    words = _uncountable(language).sub(_kept, words)
    for read in (_read_exception, _read_positions, _read_all):
        rest, value = read(words, language)
        if value:
            return rest, [Entity(NAME, value)]
    return words, []


def _kept(found: "Match[str]") -> str:
    return found["chosen"] or TAKEN


@cache
def _uncountable(language: str) -> Pattern[str]:
    """Idioms, times of day, and numbers of something else: "a las 5", "12:30", "4 veces"."""
    last_but_one = list(words_at(language, "last_but_one"))
    idioms = [idiom for idiom in idioms_of(language) if idiom not in last_but_one]
    chosen = [*last_but_one, *lexicon(language)["all"]]
    longer = [word for word in chosen if " " in word or "-" in word]
    units = either(map(str, [*lexicon(language)["units"], *words_at(language, "counted")]))
    return re.compile(
        rf"(?P<chosen>{either(longer)}|{one_of(language, 'choosing')}\s+\d+)|{either(idioms)}"
        rf"|(?<!\w)\d{{1,2}}(?:[:.]|\s?h\s?)\d\d(?!\d)"
        rf"|(?<![\w-])\d+{ORDINAL}?[\s-]*{units}"
        rf"|{one_of(language, 'time_before')}\s+\d{{1,2}}{ORDINAL}?(?![\w{ORDINAL}]|\s*,\s*\d)"
    )


def _read_exception(words: str, language: str) -> "tuple[str, str | None]":
    """All but some: "todas menos la 2" is "all-2"."""
    found = _exception(language).search(words)
    if found is None:
        return words, None
    left_out = _positions(found["list"], language)
    return words[: found.start()] + TAKEN + words[found.end() :], f"all-{_joined(left_out)}"


@cache
def _exception(language: str) -> Pattern[str]:
    every, exceptions = lexicon(language)["all"], lexicon(language)["except"]
    says_all = [phrase for phrase in exceptions if any_of(every).match(phrase)]
    of_them = rf"(?:\s+{one_of(language, 'of_them')})?"
    lead = rf"(?:{either(every)}{of_them}\s*,?\s*{either(exceptions)}|{either(says_all)})"
    return re.compile(rf"{lead}\s*(?P<list>{_list(language)})")


def _read_positions(words: str, language: str) -> "tuple[str, str | None]":
    """Positions, the last ones counted from the end: "de la 1 a la 4 menos la 3"."""
    positions: list[int] = []
    kept: list[str] = []
    end = 0
    for found in _lists(language).finditer(words):
        before = words[: found.start()]
        if _excepts(language).search(before):
            if not positions:
                return words, None  # all but some of what the list alone can tell
            left_out = _positions(found[0], language)
            positions = [position for position in positions if position not in left_out]
        elif _is_choice(found, language):
            positions += _positions(found[0], language)
            kept.append(words[end : found.start()])
            end = found.end()
    return TAKEN.join([*kept, words[end:]]), _joined(positions) or None


@cache
def _lists(language: str) -> Pattern[str]:
    return re.compile(_list(language))


@cache
def _excepts(language: str) -> Pattern[str]:
    return re.compile(rf"{either(lexicon(language)['except'])}\s*$")


@cache
def _range(language: str) -> Pattern[str]:
    """ "From 2 to 4", "de la 2 a la 4", "2-4"."""
    starts = [*words_at(language, "from"), *words_at(language, "range_from")]
    lead = rf"(?:{either(starts)}\s+)?(?:{_lead(language)})?"
    to = rf"(?:\s*[-–]\s*|\s+{either(lexicon(language)['between_positions'])}\s+)"
    position = rf"([1-9]\d?){ORDINAL}?"
    return re.compile(rf"(?<![\w.,:/-]){lead}{position}{to}{position}(?![\w/-]|[.,:]\d)")


def _spelled_out(found: "Match[str]") -> str:
    start, end = int(found[1]), int(found[2])
    if not start < end <= start + LONGEST_GROUP:
        return found[0]
    return ", ".join(map(str, range(start, end + 1)))


def _joined(positions: list[int]) -> str:
    return ",".join(map(str, dict.fromkeys(positions)))


@cache
def _list(language: str) -> str:
    """Positions in a row, each perhaps after "the", "number" or "I take"."""
    item = rf"(?:{_lead(language)})?(?:{_item(language)})"
    joint = one_of(language, "joints")
    between = rf"(?:\s*[,/]\s*(?:{joint}\s+)?|\s+{joint}\s+|\s+)"
    return rf"(?<![\w.,:/+-]){item}(?:{between}{item})*(?![\w{ORDINAL}%]|[.,:/-]\d)"


@cache
def _lead(language: str) -> str:
    leads = ("pointing", "pointing_at_several", "choosing")
    return rf"(?:{'|'.join(one_of(language, lead) for lead in leads)})\s*"


@cache
def _leads(language: str) -> Pattern[str]:
    return re.compile(_lead(language))


@cache
def _item(language: str) -> str:
    """One position, or a group at either end of the list: "the last 2", "las 2 primeras"."""
    first, last = f"1{ORDINAL}", pattern(language, "last").pattern
    count = r"[1-9]\d?"
    end = rf"(?:{first}|{last})"
    groups = rf"{count}\s+{end}|{end}\s+{count}(?![\w{ORDINAL}])"
    return rf"{groups}|{one_of(language, 'last_but_one')}|{last}|{count}{ORDINAL}?(?!\w)"


@cache
def _items(language: str) -> Pattern[str]:
    return re.compile(_item(language))


def _positions(written: str, language: str) -> list[int]:
    found = _items(language).findall(written)
    return [position for item in found for position in _positions_of(item, language)]


def _positions_of(item: str, language: str) -> list[int]:
    count = re.search(rf"\d+(?!\d|{ORDINAL})", item)
    if finds(language, "last_but_one").fullmatch(item):
        return [LAST_BUT_ONE]
    if pattern(language, "last").search(item):
        many = min(int(count[0]), LONGEST_GROUP) if count else 1
        return list(range(-many, 0))
    if count and ORDINAL in item:
        return list(range(1, min(int(count[0]), LONGEST_GROUP) + 1))
    return [int(item.rstrip(ORDINAL))]


def _is_choice(found: "Match[str]", language: str) -> bool:
    """Whether numbers in a row are positions here and count nothing."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    if _points(language).match(found[0]):
        return True  # "la 2 está mal": what follows cannot be what is counted
    is_place = bool(_place(language).search(found[0]))
    if not _may_follow(language, is_place).match(after) or _is_count(found[0], language):
        return False
    if _leads(language).search(found[0]) or _is_opening(before, language):
        return True
    return is_place and bool(_begins_clause(language).search(before))


@cache
def _points(language: str) -> Pattern[str]:
    return re.compile(rf"{one_of(language, 'pointing')}\s*\d+(?!{ORDINAL})")


def _is_count(written: str, language: str) -> bool:
    """Whether it says how many: "las dos"."""
    return bool(_counts(language).fullmatch(written))


@cache
def _counts(language: str) -> Pattern[str]:
    return re.compile(rf"{one_of(language, 'pointing_at_several')}\s*\d+")


@cache
def _begins_clause(language: str) -> Pattern[str]:
    return re.compile(rf"[^\w\s§'-]\s*$|{one_of(language, 'joints')}\s*$")


@cache
def _place(language: str) -> Pattern[str]:
    """What is a position whatever stands before it: an ordinal, the last."""
    last = pattern(language, "last").pattern
    return re.compile(rf"\d{ORDINAL}|{last}|{one_of(language, 'last_but_one')}")


@cache
def _may_follow(language: str, is_place: bool) -> Pattern[str]:
    """What leaves a number a position; after an ordinal also "charge", "call"."""
    follows = [*words_at(language, "follows"), *words_at(language, "joints")]
    follows += lexicon(language)["except"]
    entries = words_at(language, "entries") if is_place else ()
    return re.compile(rf"\s*(?:$|[^\w\s]|{either([*follows, *entries])})")


def _is_opening(before: str, language: str) -> bool:
    """Whether nothing but "ok", "please" stands before a number."""
    return not re.search(r"\w", _small_talk(language).sub(" ", before))


@cache
def _small_talk(language: str) -> Pattern[str]:
    names = ("openings", "follows", "entries", "choosing", "pointing", "pointing_at_several")
    return re.compile(either([word for name in names for word in words_at(language, name)]))


def _read_all(words: str, language: str) -> "tuple[str, str | None]":
    """ "All of them", where nothing else is said in the same breath and little besides."""
    if len(_left(words, language)) > MOST_WORDS_BESIDE_ALL:
        return words, None
    for clause in _CLAUSE_END.split(words):
        if pattern(language, "all").search(clause) and not _left(clause, language):
            return words.replace(clause, TAKEN, 1), "all"
    return words, None


def _left(words: str, language: str) -> list[str]:
    """The words beside "all" and small talk."""
    beside = pattern(language, "all").sub(" ", words)
    return re.findall(r"[\w§]+", _small_talk(language).sub(" ", beside))
