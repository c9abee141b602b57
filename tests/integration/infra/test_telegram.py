"""The main journey over Telegram and a photo after it: the real parts, and a Telegram that is
somebody else's.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from assistant.texts import texts
from locales import LANGUAGES
from tests.channel_work import ChannelWork
from tests.conversations.play import NUMBER, TICKETS, customer_token
from tests.customer_page import sign_in
from tests.officer import ASKS_FOR_A_PERSON, GREETING, MATTER, Officer
from tests.stack import Stack, free_ports, running_stack
from tests.telegram_emulator import Emulator, TelegramCustomer, telegram_emulator
from tests.telegram_server import TOKEN, telegram_variables

#: How a customer asks what became of a report.
ASKS = {
    "es": "¿qué pasó con mi reclamación?",
    "fr": "où en est ma réclamation ?",
    "pl": "co z moją reklamacją?",
    "en": "what happened to my report?",
}
#: Where a text begins to be another each time.
ANY_VALUES = dict.fromkeys(("code", "link", "phone", "closes"), "…")

_chats = itertools.count(71_000)


@pytest.fixture(scope="module")
def emulator_port() -> int:
    return free_ports(1)[0]


@pytest.fixture(scope="module")
def telegram_stack(emulator_port: int) -> Iterator[Stack]:
    """The parts, started while there is no Telegram."""
    with running_stack(more=telegram_variables(f"http://127.0.0.1:{emulator_port}")) as stack:
        yield stack


@pytest.fixture(scope="module")
def emulator(
    telegram_stack: Stack, emulator_port: int, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Emulator]:
    folder: Path = tmp_path_factory.mktemp("emulator")
    with telegram_emulator(folder, TOKEN, emulator_port) as emulator:
        yield emulator


@pytest.fixture(scope="module")
def work(telegram_stack: Stack) -> ChannelWork:
    return ChannelWork.on_telegram(telegram_stack)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dispute_is_filed_over_telegram(
    telegram_stack: Stack, emulator: Emulator, work: ChannelWork, language: str
) -> None:
    customer = TelegramCustomer(emulator, work, next(_chats), language)

    def title(message: str) -> str:
        return texts().render(language, message)

    customer.waits_for_the_bot()
    [greeting] = customer.writes("/start")
    assert title("utter_greet") == greeting.text
    customer.presses(title("button_dispute"))

    sign_in(customer.link(), f"demo-{language}")
    customer.reads(title("utter_ask_line"))
    [cycles] = customer.presses(title("button_all_lines"))
    # The running month comes first, and then October.
    [calls] = customer.presses(cycles.titles[1])
    assert f"{title('calls_label')}\n\n1. " in calls.text
    customer.marks(1, 3)
    customer.presses(f"{title('button_dispute_marked')} (2)")
    customer.presses(title("reason_wrong_rate"))
    [summary] = customer.presses(title("button_no_words"))
    assert title("reason_wrong_rate") in summary.text
    filed = customer.presses(title("button_submit"))

    number = NUMBER.search(filed[0].text)
    assert number, customer.transcript
    ticket = filed_report(telegram_stack, language, number[0])
    assert ticket["disputeReason"] == "wrong_rate"
    assert [it["role"] for it in ticket["relatedEntity"]].count("disputedUsage") == 2

    told = customer.presses(title("button_follow_up"))
    assert number[0] in told[0].text
    asked = customer.sends_a_photo()
    assert number[0] in asked[-1].text
    customer.presses(title("button_yes_add_file"))
    assert len(filed_report(telegram_stack, language, number[0])["attachment"]) == 1

    assert customer.writes(ASKS[language])
    chosen = [it.titles for it in emulator.messages(customer.chat) if it.titles[:1]]
    assert [f"✓ {title('button_submit')}"] in chosen
    print("\n".join(customer.transcript))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_takes_over_on_telegram(
    telegram_stack: Stack, emulator: Emulator, work: ChannelWork, language: str
) -> None:
    customer = TelegramCustomer(emulator, work, next(_chats), language)
    officer = Officer(telegram_stack, language)

    def title(message: str) -> str:
        return texts().render(language, message)

    officer.comes()
    customer.waits_for_the_bot()
    customer.writes("/start")
    [called] = customer.writes(ASKS_FOR_A_PERSON[language])
    assert title("button_stop_waiting") in called.titles

    officer.takes()
    [here] = customer.reads()
    assert here.titles == [title("button_back_to_assistant")]
    customer.tells(MATTER[language])
    officer.waits_for(MATTER[language])
    officer.says(GREETING[language])
    [said] = customer.reads()
    name = said.text.removesuffix(f": {GREETING[language]}")
    assert name in here.text
    customer.tells("OK")
    officer.waits_for("OK")

    officer.hands_back()
    [back] = customer.reads()
    assert title("button_dispute") in back.titles
    assert customer.writes(ASKS[language])
    officer.goes()
    print("\n".join(customer.transcript))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_menu_offers_is_understood(
    telegram_stack: Stack, emulator: Emulator, work: ChannelWork, language: str
) -> None:
    customer = TelegramCustomer(emulator, work, next(_chats), language)
    begin, dispute, calls, reports, person, languages, help_me, stop = customer.menu()
    for command, response in (
        (begin, "utter_greet"),
        (help_me, "utter_help"),
        (languages, "utter_languages"),
        (stop, "utter_nothing_to_stop"),
        (dispute, "utter_sign_in"),
        (stop, "utter_stopped"),
        (calls, "utter_sign_in"),
        (stop, "utter_stopped"),
        (reports, "utter_sign_in"),
        (stop, "utter_stopped"),
        (person, "utter_nobody_free_phone"),
        (stop, "utter_stopped"),
    ):
        said = texts().render(language, response, ANY_VALUES)
        assert customer.writes(f"/{command}")[0].text.startswith(said.partition("…")[0])
    print("\n".join(customer.transcript))


def filed_report(stack: Stack, language: str, number: str) -> dict[str, Any]:
    """The report as billing has it."""
    access = {"Authorization": f"Bearer {customer_token(stack.site_url, f'demo-{language}')}"}
    answer = requests.get(f"{stack.site_url}{TICKETS}/{number}", headers=access, timeout=10)
    assert answer.status_code == 200, f"billing does not know {number}"
    ticket: dict[str, Any] = answer.json()
    return ticket
