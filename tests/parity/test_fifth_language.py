"""A fifth language is folders and a line of the registry: what is missing then, the checks say.

Copies of what the checks read get the toy language, and the checks are run there.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from locales import DEFAULT, LANGUAGES
from tests.parity.test_own_words import KINDS
from tests.parity.test_registry import PAGES, PLACES

ROOT = Path(__file__).resolve().parents[2]
READ = (
    "assistant", "billing/demo", "config.yml", "data", "domain.yml", "locales", "pyproject.toml",
    "scripts", "selfcare", "tests/conversations", "tests/parity", "tests/understanding",
)  # fmt: skip
TOY = "it"
LINE = f"  {TOY}: {{ name: Italiano, locale: {TOY} }}\n"
#: TensorFlow, which Rasa imports, takes longer to load than any check.
PYTEST = """
import sys
from assistant.lean import leave_out_tensorflow
leave_out_tensorflow()
import pytest
sys.exit(pytest.main(sys.argv[1:]))
"""
LONGEST_SECONDS = 100

#: The names of checks that fail, and the lines they say.
Failing = dict[str, list[str]]

NO_CUSTOMER = f"billing/demo/people.py lacks demo-{TOY}"
#: What nobody can copy: texts, words that are read beside CLDR's Italian months, a person.
NOT_COPIED = {
    "test_locales::test_no_two_languages_share_a_text_that_nobody_has_looked_at",
    f"test_entities::test_values_are_found_and_few_others_are[{TOY}]",
    f"test_registry::test_a_customer_of_the_demonstration_speaks_it[{TOY}]",
    *(f"test_own_words::test_a_language_does_not_speak_like_one_before_it[{TOY}-{place}]"
      for place in KINDS),
}  # fmt: skip


@dataclass(frozen=True)
class Gap:
    """What is taken away from a file, or the whole file, and what the fitting check says."""

    file: str
    taken: str | None
    check: str
    says: str


GAPS = (
    Gap(
        f"locales/{TOY}/signin.ftl",
        r"^utter_not_signed_in = .*\n",
        "test_locales::test_a_language_has_the_files_and_messages_of_the_default",
        f"locales/{TOY}/signin.ftl lacks utter_not_signed_in",
    ),
    Gap(
        f"locales/{TOY}/conversation.ftl",
        r"\{ \$limit \}",
        "test_locales::test_a_message_takes_the_same_arguments_in_every_language",
        f"locales/{TOY}/conversation.ftl: utter_too_long lacks limit",
    ),
    Gap(
        f"locales/{TOY}/calls.ftl",
        r"^ +\[one\] .*\n",
        "test_locales::test_a_count_has_every_plural_form_of_its_language",
        f"locales/{TOY}/calls.ftl: utter_calls lacks the plural form one",
    ),
    Gap(
        f"data/nlu/{TOY}/fraud.yml",
        None,
        "test_phrases::test_a_language_has_the_files_and_intents_of_the_default",
        f"data/nlu/{TOY}/fraud.yml is missing",
    ),
    Gap(
        f"selfcare/lexicon/{TOY}.yml",
        r"^most_expensive: .*\n",
        "test_phrases::test_a_lexicon_has_the_tables_of_the_default",
        f"selfcare/lexicon/{TOY}.yml lacks most_expensive",
    ),
    Gap(
        f"selfcare/entities/words/{TOY}.yml",
        r"^streets: .*\n",
        "test_entities::test_words_around_values_have_the_tables_of_the_default",
        f"selfcare/entities/words/{TOY}.yml lacks streets",
    ),
    Gap(
        f"tests/conversations/{TOY}/strange.yml",
        None,
        "test_scenarios::test_a_language_has_the_scenarios_of_the_default",
        f"tests/conversations/{TOY}/strange.yml is missing",
    ),
)


@dataclass(frozen=True)
class Runs:
    """What fails with the line of the registry alone, with copies, and with gaps in these."""

    registered: Failing
    copied: Failing
    with_gaps: Failing


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    registered, copied, with_gaps = (tmp_path_factory.mktemp("fifth") for _ in range(3))
    for project in (registered, copied, with_gaps):
        copy_project(project)
    for project in (copied, with_gaps):
        copy_language(project)
    for gap in GAPS:
        take_away(with_gaps, gap)
    with ThreadPoolExecutor(max_workers=2) as two_cores:
        return Runs(*two_cores.map(failing, (registered, copied, with_gaps)))


def test_a_line_of_the_registry_makes_the_checks_name_all_that_is_missing(runs: Runs) -> None:
    files = {path.replace("*", TOY) for path in (*PLACES, *PAGES, *files_of(DEFAULT))}
    said = {line for lines in runs.registered.values() for line in lines}
    assert said == {f"{path} is missing" for path in files} | {NO_CUSTOMER}


def test_after_copying_only_what_nobody_can_copy_is_missing(runs: Runs) -> None:
    assert set(runs.copied) == NOT_COPIED


def test_the_checks_tell_whose_words_were_copied(runs: Runs) -> None:
    said = [line for lines in runs.copied.values() for line in lines]
    assert {f"{place.format(TOY)} is 100% {DEFAULT}" for place in KINDS} <= set(said)
    assert f"the same text: signin.ftl: utter_not_signed_in ({DEFAULT}, {TOY})" in said
    assert NO_CUSTOMER in said


def test_what_is_taken_away_is_named_by_the_fitting_check_alone(runs: Runs) -> None:
    more = {name: runs.with_gaps[name] for name in runs.with_gaps.keys() - runs.copied.keys()}
    assert more == {f"{gap.check}[{TOY}]": [gap.says] for gap in GAPS}


def copy_project(project: Path) -> None:
    """Only what the checks read, with the toy language in the registry."""
    assert TOY not in LANGUAGES, "take another toy"
    ignored = shutil.ignore_patterns("__pycache__", Path(__file__).name)
    for name in READ:
        source, target = ROOT / name, project / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=ignored)
        else:
            shutil.copy(source, target)
    with (project / "locales/languages.yml").open("a", encoding="utf-8") as registry:
        registry.write(LINE)


def copy_language(project: Path) -> None:
    """The folders and files of the default language under the toy's name."""
    for place in PLACES:
        source, target = (project / place.replace("*", code) for code in (DEFAULT, TOY))
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy(source, target)


def files_of(language: str) -> list[str]:
    """The files of the language in every folder of its own, `*` in place of its code."""
    return [
        f"{place}/{path.relative_to(ROOT / place.replace('*', language))}"
        for place in PLACES
        for path in (ROOT / place.replace("*", language)).rglob("*.*")
    ]


def take_away(project: Path, gap: Gap) -> None:
    file = project / gap.file
    if gap.taken is None:
        file.unlink()
        return
    text, times = re.subn(gap.taken, "", file.read_text("utf-8"), count=1, flags=re.MULTILINE)
    assert times == 1, f"{gap.file} has no {gap.taken}"
    file.write_text(text, encoding="utf-8")


def failing(project: Path) -> Failing:
    """Run the checks of a copy."""
    report = project / "report.xml"
    command = [
        *(sys.executable, "-c", PYTEST, "tests/parity"),
        *("-q", "--tb=short", "-p", "no:cacheprovider", f"--junitxml={report}"),
    ]
    # Else our own rooms might be imported instead of the copies.
    surroundings = {**os.environ, "PYTHONPATH": str(project), "PYTEST_ADDOPTS": ""}
    ended = subprocess.run(
        command, cwd=project, env=surroundings, capture_output=True, timeout=LONGEST_SECONDS
    )
    assert report.exists(), ended.stdout.decode() + ended.stderr.decode()
    return {
        f"{case.get('classname', '').rpartition('.')[2]}::{case.get('name')}": lines_of(fault)
        for case in ET.parse(report).iter("testcase")
        for fault in [*case.iter("failure"), *case.iter("error")]
    }


def lines_of(fault: ET.Element) -> list[str]:
    """What a check says before pytest explains it."""
    message = fault.get("message", "").removeprefix("AssertionError: ")
    return [line.strip() for line in message.split("\nassert ")[0].splitlines()]
