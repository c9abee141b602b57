"""The main journey over WhatsApp: the real parts, and a Graph API as strict as Meta's."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from assistant.channels.outbox import Outbox
from assistant.texts import texts
from locales import LANGUAGES
from tests.channel_work import ChannelWork
from tests.conversations.play import NUMBER
from tests.customer_page import sign_in
from tests.graph_api import PATIENCE, GraphApi, Message
from tests.integration.infra.test_telegram import ASKS, filed_report
from tests.officer import ASKS_FOR_A_PERSON, GREETING, MATTER, Officer
from tests.stack import NOW, Stack, running_stack
from tests.unit.selfcare.files import JPEG
from tests.whatsapp_server import whatsapp_variables
from tests.whatsapp_user import WhatsAppUser

#: Numbers of each language's country.
PHONES = {"es": "34600111222", "fr": "33612345678", "pl": "48501234567", "en": "447400123456"}
WISHES = {
    "es": "tengo unas llamadas mal en la factura y las quiero reclamar",
    "fr": "je veux contester des appels sur ma facture",
    "pl": "chcę złożyć reklamację na połączenia z rachunku",
    "en": "I want to dispute some calls on my bill",
}
BOTH = {"es": "1 y 3", "fr": "1 et 3", "pl": "1 i 3", "en": "1 and 3"}
APART = 0.3


@pytest.fixture(scope="module")
def graph() -> Iterator[GraphApi]:
    api = GraphApi(seconds_apart=APART)
    yield api
    api.close()


@pytest.fixture(scope="module")
def whatsapp_stack(graph: GraphApi) -> Iterator[Stack]:
    with running_stack(more=whatsapp_variables(graph)) as stack:
        now = datetime.fromisoformat(NOW.replace("Z", "+00:00"))
        began = datetime.now(now.tzinfo)
        graph.now = lambda: now + (datetime.now(now.tzinfo) - began)
        yield stack


class Customer(WhatsAppUser):
    """A customer who knows what the assistant's messages and buttons are called."""

    def __init__(self, graph: GraphApi, stack: Stack, language: str) -> None:
        super().__init__(graph, stack.rasa_url, PHONES[language])
        self.language = language

    def title(self, name: str) -> str:
        """A message of the catalogue."""
        words = texts().render(self.language, name)
        return words[:1].upper() + words[1:]

    def hears(self, name: str) -> Message:
        """Waits until the assistant says this."""
        wanted = self.title(name)
        while True:
            (message,) = self.wait()
            if wanted in message.text:
                return message


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dispute_is_filed_over_whatsapp(
    whatsapp_stack: Stack, graph: GraphApi, language: str
) -> None:
    customer = Customer(graph, whatsapp_stack, language)
    customer.say(WISHES[language])
    (asked,) = customer.wait()
    assert asked.link
    assert asked.link not in asked.text
    sign_in(asked.link, f"demo-{language}")
    customer.hears("utter_ask_line")
    customer.tap(customer.title("button_all_lines"))
    customer.hears("utter_ask_cycle")
    # The running month comes first, and then October.
    customer.say("2")
    (calls,) = customer.wait()
    assert calls.text.startswith(f"{customer.title('calls_label')}\n\n1. ")
    asked = customer.hears("utter_ask_disputed_calls_by_number")
    assert customer.title("button_other_cycle") in asked.choices.values()
    customer.say(BOTH[language])
    customer.hears("utter_ask_dispute_reason")
    customer.tap(customer.title("reason_wrong_rate"))
    customer.hears("utter_ask_own_words")
    photo = {"id": f"photo-{language}", "mime_type": "image/jpeg"}
    graph.media[photo["id"]] = JPEG
    customer.send({"type": "image", "image": photo})
    customer.wait()
    customer.tap(customer.title("button_no_words"))
    summary = wait_for_choice(customer, customer.title("button_submit"))
    assert customer.title("reason_wrong_rate") in summary.text
    customer.tap(customer.title("button_submit"))
    # The number, the photo that is on it, where the credit goes, and what to pay meanwhile.
    (filed, *_) = customer.wait(4)

    number = NUMBER.search(filed.text)
    assert number, customer.transcript
    ticket = filed_report(whatsapp_stack, language, number[0])
    assert ticket["disputeReason"] == "wrong_rate"
    assert [it["role"] for it in ticket["relatedEntity"]].count("disputedUsage") == 2
    customer.say(ASKS[language])
    customer.wait()
    print("\n\n".join(customer.transcript))
    assert not graph.refusals


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_takes_over_on_whatsapp(
    whatsapp_stack: Stack, graph: GraphApi, language: str
) -> None:
    wait_until_delivered(whatsapp_stack)
    customer = Customer(graph, whatsapp_stack, language)
    customer.wait(len(customer.got))
    officer = Officer(whatsapp_stack, language)
    officer.comes()
    customer.say(ASKS_FOR_A_PERSON[language])
    (called,) = customer.wait()
    assert customer.title("button_stop_waiting") in called.choices.values()

    officer.takes()
    (here,) = customer.wait()
    assert list(here.choices.values()) == [customer.title("button_back_to_assistant")]
    customer.say(MATTER[language])
    officer.waits_for(MATTER[language])
    officer.says(GREETING[language])
    (said,) = customer.wait()
    name = said.text.removesuffix(f": {GREETING[language]}")
    assert name in here.text
    customer.tap(customer.title("button_back_to_assistant"))
    (back,) = customer.wait()
    assert name in back.text
    customer.say(ASKS[language])
    customer.wait()
    officer.goes()
    print("\n\n".join(customer.transcript))
    assert not graph.refusals


def test_news_of_a_day_later_begins_with_a_template(whatsapp_stack: Stack, graph: GraphApi) -> None:
    """After the report of the test before, and a day."""
    customer = Customer(graph, whatsapp_stack, "en")
    numbers = [found[0] for it in customer.got if (found := NUMBER.search(it.text))]
    assert numbers, "the report that the customer has filed"
    ChannelWork.on_whatsapp(whatsapp_stack).read_all(lambda: customer.got, customer.phone)
    shown = len(customer.got)
    customer.wait(shown)
    wait_until_delivered(whatsapp_stack)
    move_the_clock(whatsapp_stack, graph, timedelta(hours=30))
    whatsapp_stack.at_the_desk("decide", numbers[0], "Charged by mistake.", "--credit")
    (knock,) = customer.wait()
    assert knock.text == "[aclaro_report_news/en_GB]"
    customer.send({"type": "button", "button": {"payload": "read", "text": "Read it"}})
    (news,) = customer.wait()
    assert numbers[0] in news.text
    print("\n\n".join(customer.transcript[shown:]))


def wait_until_delivered(stack: Stack) -> None:
    """Until the server has noted that nothing is on its way any more."""
    outbox = Outbox(stack.folder / "whatsapp.db")
    until = time.monotonic() + PATIENCE
    while outbox.senders_undelivered():
        assert time.monotonic() < until, "something is never delivered"
        time.sleep(0.1)
    outbox.close()


def move_the_clock(stack: Stack, graph: GraphApi, by: timedelta) -> None:
    """The stack, started again later, and Meta with it."""
    began = datetime.fromisoformat((stack.now or NOW).replace("Z", "+00:00"))
    stack.now = (began + by).isoformat()
    now = graph.now
    graph.now = lambda: now() + by
    stack.restart()


def wait_for_choice(customer: WhatsAppUser, title: str) -> Message:
    """The next message on which this can be tapped."""
    while True:
        (message,) = customer.wait()
        if any(it.startswith(title) for it in message.choices.values()):
            return message
