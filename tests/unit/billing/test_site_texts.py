"""The pages' texts are the same set in each language, and every page uses what is there."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

import pytest
import yaml
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from billing import staff
from billing.credit_rules import credit_rules
from billing.documents import contents
from billing.handoff.body import End
from billing.handoff.lines import TOLD
from billing.reports import KINDS
from billing.signin import pages as signin_pages
from billing.site import front
from billing.site.languages import LANGUAGES, TEXTS
from billing.site.pages import TEMPLATES
from billing.site.texts import Texts
from billing.staff.acts import ACTS
from billing.staff.handoff import CANNED, ENDINGS
from billing.tmf.body import DisputeReason

FILES = ("account.ftl", "bill.ftl", "page.ftl", "signin.ftl", "staff.ftl", "staff_handoff.ftl")
TELVIA = Texts("Telvia")
MINUTES = (1, 2, 5, 12, 15, 22)
RULES = credit_rules()
REFUSALS = [f"refuse_{reason}" for reason in RULES.refusals]
REJECTIONS = [f"reject_{reason}" for reason in RULES.rejections]
#: Keys that are put together on the page, and what may follow the first part of others.
BUILT = (
    r"front_(calls|dispute|report)_(title|text)",
    r"front_\w+_(question|answer)",
    r"staff_(reason|action|wish|channel)_\w+",
)
ENDS: tuple[tuple[str, Iterable[str]], ...] = (
    ("staff_queue_", ("overdue", "dueSoon", "new", "mine", "waiting", "open", "aboveLimits")),
    ("staff_kind_", KINDS),
    ("staff_about_", [reason.value for reason in DisputeReason]),
    ("staff_call_type_", ("local", "mobile", "premium", "international", "roaming")),
    ("staff_status_", ("acknowledged", "inProgress", "pending", "held", "resolved")),
    ("staff_status_", ("rejected", "closed", "cancelled")),
    ("staff_reason_", ["undue", "due", *RULES.refusals, *RULES.rejections]),
    ("staff_action_", [name for name in ACTS if name not in ("credit", "refuse")]),
    ("staff_act_", ACTS),
    ("staff_do_", ACTS),
    ("staff_done_", ACTS),
    ("staff_sum_", [name for name, act in ACTS.items() if act.money]),
    ("staff_step_", [*TOLD, *get_args(End.model_fields["reason"].annotation)]),
    ("staff_talk_done_", ENDINGS),
    ("staff_canned_", CANNED),
    ("words_canned_", CANNED),
    ("words_", [*REFUSALS, *REJECTIONS, "find_undue", "find_due", "ask", "note", "resolve"]),
)
#: What a customer says beside what they want.
NO_WISHES = {
    *("greet", "goodbye", "thank", "affirm", "deny", "cancel", "restart", "go_back", "help"),
    *("bot_challenge", "change_language", "out_of_scope", "log_out", "inform", "confirm_report"),
    *("signed_in", "report_news", "person_left", "foreign_language", "nlu_fallback"),
}
# Not « w » or « z » before a space that breaks, nor « Appelez-nous » with a hyphen that does.
LOOSE = {"pl": r"(?<!\w)[^\W\d_] (?=\S)", "fr": r"(?<=[^\W\d_])-(?=[^\W\d_])"}


class Arguments(Visitor):
    """Collects the names of a message's arguments."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def messages(language: str, file: str) -> dict[str, set[str]]:
    """Every key with the names of its arguments, in the order of the file."""
    tree = FluentParser().parse((TEXTS / language / "site" / file).read_text(encoding="utf-8"))
    found = {}
    for entry in tree.body:
        assert not isinstance(entry, ast.Junk), f"{language}/{file}: {entry.content}"
        if isinstance(entry, ast.Message):
            arguments = Arguments()
            arguments.visit(entry)
            assert entry.id.name not in found, f"{language}/{file}: {entry.id.name} is there twice"
            found[entry.id.name] = arguments.names
    return found


def filled(language: str, key: str, arguments: set[str], minutes: int = 5) -> str:
    given: dict[str, str | int] = {"minutes": minutes, "count": minutes, "page": 1, "pages": 2}
    known = {name: given.get(name, "X-1") for name in arguments}
    return TELVIA.say(language, key, **known)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_and_arguments_in_the_same_order(language: str, file: str):
    assert list(messages(language, file).items()) == list(messages("en", file).items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_there_twice(language: str):
    keys = [key for file in FILES for key in messages(language, file)]
    assert [key for key in set(keys) if keys.count(key) > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_said(language: str):
    for file in FILES:
        for key, arguments in messages(language, file).items():
            assert filled(language, key, arguments).strip()


@pytest.mark.parametrize("minutes", MINUTES)
def test_the_pause_is_counted_in_the_polish_way(minutes: int):
    said = filled("pl", "code_paused", {"minutes"}, minutes)
    forms = {1: "za minutę", 2: "2 minuty", 5: "5 minut.", 12: "12 minut.", 15: "15 minut."}

    assert forms.get(minutes, "22 minuty") in said


def test_no_two_languages_share_a_sentence():
    shared = [
        (key, text)
        for file in FILES
        for key, arguments in messages("en", file).items()
        if len(texts := [filled(language, key, arguments) for language in LANGUAGES])
        != len(set(texts))
        and " " in (text := texts[0])
        and key not in ("page_home", "staff_minutes", "staff_status_why", "staff_wants_why")
    ]
    assert shared == []


def test_the_operators_name_takes_the_place_of_the_invented_one():
    said = Texts('Ol"á {x} \\').say("en", "page_home")

    assert said == 'Ol"á {x} \\: home page'


@pytest.mark.parametrize(("language", "loose"), LOOSE.items())
def test_no_line_can_end_where_its_language_would_not_end_it(language: str, loose: str):
    for file in FILES:
        for key, arguments in messages(language, file).items():
            assert not re.search(loose, filled(language, key, arguments)), key


def test_a_key_that_does_not_exist_is_an_error():
    with pytest.raises(LookupError):
        Texts("Telvia").say("en", "no_such_text")


def test_an_argument_that_is_missing_is_an_error():
    with pytest.raises(ValueError, match="phone"):
        Texts("Telvia").say("en", "signin_help")


def test_every_text_is_used_on_some_page():
    sources = [
        *TEMPLATES.rglob("*.html"),
        Path(signin_pages.__file__),
        Path(front.__file__),
        Path(contents.__file__),
        *Path(staff.__file__).parent.glob("*.py"),
    ]
    used = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    built = re.compile("|".join((*BUILT, *(f"{stem}({'|'.join(ends)})" for stem, ends in ENDS))))
    for file in FILES:
        for key in messages("en", file):
            stem = key.removesuffix("_title")
            assert f'"{key}"' in used or f'"{stem}"' in used or built.fullmatch(key), key


def test_every_text_that_is_put_together_is_there():
    for stem, ends in ENDS:
        texts = {*messages("en", "staff.ftl"), *messages("en", "staff_handoff.ftl")}
        assert {stem + end for end in ends} <= texts


def test_whatever_the_assistant_can_hand_over_has_a_name_at_the_desk():
    domain = yaml.safe_load((TEXTS.parent / "domain.yml").read_text(encoding="utf-8"))
    wishes = set(domain["intents"]) - NO_WISHES
    assert {f"staff_wish_{wish}" for wish in wishes} <= set(messages("en", "staff_handoff.ftl"))
