"""A customer who is logged in on the operator's page, with every part as it is."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
import requests

from assistant.texts import texts
from locales import LANGUAGES
from selfcare.signin import IDLE
from tests.chat_client import Bot, ChatClient
from tests.conversations.play import NUMBER, TICKETS, customer_token
from tests.customer_page import OwnPage
from tests.stack import Stack

CLOCKS_APART = 60
"""Seconds by which the parts' moved clocks differ at most: each began when its part had loaded."""


@pytest.fixture
def page(stack: Stack) -> OwnPage:
    """The page of the British customer, who has logged in."""
    page = OwnPage(stack.site_url, "demo-en")
    page.log_in()
    return page


@pytest.fixture
def chat(stack: Stack, page: OwnPage) -> Iterator[ChatClient]:
    """The chat on that page."""
    with ChatClient.connect(stack.site_url, "en", visitor=page.says_who_is_there) as chat:
        chat.press("/restart")
        yield chat


def links(messages: list[Bot]) -> list[dict[str, Any]]:
    """The questions for a sign-in among these messages."""
    return [m.custom for m in messages if m.custom and m.custom.get("kind") == "link"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_main_journey_asks_for_no_sign_in(stack: Stack, fresh_billing: None, language: str):
    page = OwnPage(stack.site_url, f"demo-{language}")
    page.log_in()

    def words(message: str) -> str:
        return texts().render(language, message, {})

    with ChatClient.connect(stack.site_url, language, visitor=page.says_who_is_there) as chat:
        chat.press("/cancel")
        chat.press("/dispute_charge")
        chat.press(words("button_all_lines"))
        chat.press(chat.last.titles[1])  # the latest bill
        chat.mark(1, 3)
        chat.press(words("reason_wrong_rate"))
        chat.press(words("button_no_words"))
        filed = chat.press(words("button_submit"))
        said = chat.messages

    assert links(said) == []
    number = NUMBER.search(filed[0].text)
    assert number, chat.transcript
    token = customer_token(stack.site_url, f"demo-{language}")
    headers = {"Authorization": f"Bearer {token}"}
    ticket = requests.get(f"{stack.site_url}{TICKETS}/{number[0]}", headers=headers, timeout=10)
    assert ticket.json()["disputeReason"] == "wrong_rate"


def test_the_next_device_goes_on_and_the_next_person_sees_nothing(
    stack: Stack, page: OwnPage, chat: ChatClient
):
    account = chat.press("/view_account")[0]
    assert "BA-GB-" in account.text
    another = OwnPage(stack.site_url, "demo-en")
    another.log_in()
    with ChatClient.connect(stack.site_url, "en", visitor=another.says_who_is_there) as phone:
        assert phone.wait_for(account.text, after=0)
    chat.close()
    page.log_out()

    with ChatClient.connect(stack.site_url, "en", visitor=page.says_who_is_there) as next_person:
        assert page.tokens[-1] is None
        assert len(next_person.messages) == 1
        assert links(next_person.press("/view_account"))


def test_after_idle_minutes_the_page_signs_in_again_unasked(
    stack: Stack, page: OwnPage, chat: ChatClient
):
    chat.press("/view_account")
    with closing(sqlite3.connect(stack.folder / "selfcare.db")) as store:
        store.execute(
            "update sign_in set used = used - ? where conversation = ?",
            (IDLE + CLOCKS_APART, f"web:{chat.conversation}"),
        )
        store.commit()
    answers = chat.press("/view_account")

    assert links(answers) == []
    assert "BA-GB-" in answers[-1].text


def test_what_was_asked_goes_on_though_the_provider_no_longer_took_the_sign_in(
    stack: Stack, fresh_billing: None, chat: ChatClient
):
    reports = chat.press("/check_report_status")[0].text
    with closing(sqlite3.connect(stack.folder / "billing.db")) as billing:
        billing.execute("update access_token set revoked_at = issued_at")
        billing.commit()
    before = chat.seen
    chat.press("/check_report_status")

    chat.wait_for(reports, after=before)


def test_who_signs_out_in_the_chat_is_asked_until_they_log_in_on_the_page_again(
    stack: Stack, page: OwnPage, chat: ChatClient
):
    assert links(chat.press("/view_account")) == []
    chat.press("/log_out")
    assert links(chat.press("/view_account"))
    chat.close()
    chat.open()
    assert links(chat.press("/view_account"))
    chat.close()

    page.log_out()
    time.sleep(1)  # a log-in is told from another by its second
    page.log_in()
    before = chat.seen
    chat.open()
    chat.say("hello again")
    assert "BA-GB-" in chat.wait_for("BA-GB-", after=before).text


def test_a_token_is_neither_in_the_tracker_nor_in_the_logs(
    stack: Stack, page: OwnPage, chat: ChatClient
):
    chat.press("/view_account")
    [token] = {token for token in page.tokens[-1:] if token}
    url = f"{stack.rasa_url}/conversations/{chat.conversation}/tracker?include_events=ALL"
    kept = requests.get(url, timeout=10).text

    for place in (kept, stack.log("rasa"), stack.log("actions"), stack.log("site")):
        assert token not in place
