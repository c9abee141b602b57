"""Plays a scenario of `tests/conversations/<lang>/*.yml` against the real parts.

A scenario is a list of steps, one key each:

    say: words            the customer types
    press: title          the newest button of that title (or a payload)
    mark: [1, 3]          positions of the list last shown
    sign_in: true         on the operator's page, as the demonstration customer of the language
    twice: title          the same button pressed in two tabs at once
    send_file: name         a photo or a document of that name, with the paper clip
    bot: [text, …]        exactly these messages answered; `*` stands for anything
    buttons: [title, …]   what the newest message offers, in this order
    chart: [bar, …]       the labels and values of the newest chart, from the longest bar
    fault: {…}            damage before billing: kind, path, method, seconds, code
    mend: true            no more damage
    stop / start / restart: part
    reconnect: true       the page is loaded again
    decide: {…}           the operator decides on the open dispute: credit, offer or refuse, and
                          words; `bot` then waits for what the assistant says by itself
    ask: words            the operator asks about it
    officer: what         a person at the desk comes, goes, takes, hands_back or ends
    officer_says: words   who took the conversation writes
    officer_reads: [text] what the person's page says, in this order
    said_by: name         whose the newest message is
    find_undue: words     the operator finds its charge undue
    filed: {kind, reason, calls, words, amount, means}   the last number's ticket, as billing has it
    attached: [name, …]     what is on the report whose number was given last, as billing has it
    left: {words, contact, language}   the last number's ticket, as the assistant itself sees it
    resolve: words        the operator answers the last number; `bot` then waits, as above
    filed_in_all: n       how many disputes this conversation has filed
    language: pl          the language of the newest message
"""

from __future__ import annotations

import re
import threading
import time
from typing import Any

import requests

from tests.chat_client import Bot, ChatClient
from tests.conversations.scenarios import Step
from tests.customer_page import sign_in
from tests.officer import Officer
from tests.phone_chat import PhoneChat
from tests.stack import Stack
from tests.unit.selfcare.files import JPEG, PDF

NUMBER = re.compile(r"\b[A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")
TICKETS = "/tmf-api/troubleTicket/v4/troubleTicket"
DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"


class Player:
    """One customer in one conversation: in a browser, or in the `chat` of a telephone."""

    def __init__(
        self, stack: Stack, language: str, chat: ChatClient | PhoneChat | None = None
    ) -> None:
        self.stack = stack
        self.language = language
        self.user_name = f"demo-{language}"
        self.chat: Any = chat or ChatClient.connect(stack.site_url, language)
        self.before = 0
        self._officer: Officer | None = None
        self._token = customer_token(stack.site_url, self.user_name)
        self._tickets_before = self._tickets()

    def play(self, steps: list[Step]) -> None:
        """Do every step; the transcript is in the error of one that fails."""
        try:
            for number, step in enumerate(steps, 1):
                ((name, argument),) = step.items()
                try:
                    getattr(self, f"do_{name}")(argument)
                except AssertionError as error:
                    told = "\n".join(self.chat.transcript)
                    raise AssertionError(f"step {number}, {name}: {error}\n\n{told}") from error
        finally:
            self.chat.close()

    def do_say(self, words: str) -> None:
        self._begin()
        self.chat.say(words)

    def do_press(self, title: str) -> None:
        self._begin()
        self.chat.press(title)

    def do_mark(self, positions: list[int]) -> None:
        self._begin()
        self.chat.mark(*positions)

    def do_send_file(self, name: str) -> None:
        self._begin()
        self.chat.send_file(name, (PDF if name.endswith(".pdf") else JPEG) + name.encode())

    def do_sign_in(self, _: bool) -> None:
        link = next(
            m.custom["url"]
            for m in reversed(self.chat.messages)
            if m.custom and m.custom.get("kind") == "link"
        )
        self._begin()
        sign_in(link, self.user_name)

    def do_twice(self, title: str) -> None:
        self._begin()
        other = ChatClient.connect(
            self.stack.site_url, self.language, session=self.chat.session, seen=self.chat.seen
        )
        other.messages.extend(self.chat.messages)
        both = [threading.Thread(target=tab.press, args=(title,)) for tab in (self.chat, other)]
        for tab in both:
            tab.start()
        for tab in both:
            tab.join()
        other.close()

    def do_bot(self, expected: list[str]) -> None:
        said = self._said(len(expected))
        texts = [message.text for message in said]
        assert len(texts) == len(expected), f"{len(expected)} messages expected, said: {texts}"
        for text, wanted in zip(texts, expected, strict=True):
            assert matches(wanted, text), f"\nexpected: {wanted}\nsaid:     {text}"

    def do_buttons(self, titles: list[str]) -> None:
        assert self.chat.last.titles == titles, self.chat.last.titles

    def do_chart(self, expected: list[str]) -> None:
        customs = [message.custom for message in self._said(1) if message.custom]
        chart = next(custom for custom in customs if custom.get("kind") == "chart")
        bars = [_plain(f"{bar['label']} {bar['value']}") for bar in chart["bars"]]
        assert bars == expected, bars
        shares = [bar["share"] for bar in chart["bars"]]
        assert shares[0] == 1
        assert shares == sorted(shares, reverse=True)

    def do_language(self, code: str) -> None:
        assert self.chat.last.language == code, self.chat.last

    def do_fault(self, fault: Step) -> None:
        assert self.stack.faults
        fault = dict(fault)
        getattr(self.stack.faults, fault.pop("kind"))(**fault)

    def do_mend(self, _: bool) -> None:
        assert self.stack.faults
        self.stack.faults.clear()

    def do_stop(self, part: str) -> None:
        self.stack.stop(part)

    def do_start(self, part: str) -> None:
        self.stack.start(part)

    def do_restart(self, part: str) -> None:
        if part == "actions":
            self.stack.restart(part)
            return
        self.chat.close()
        self.stack.restart(part)
        self.chat.open()

    def do_reconnect(self, _: bool) -> None:
        self.chat.close()
        self.chat.open()

    def do_decide(self, decision: Step) -> None:
        words = decision["words"]
        ((name, value),) = ((it, value) for it, value in decision.items() if it != "words")
        values = [] if value is True else [value]
        self._begin()
        self.stack.at_the_desk("decide", self._open_dispute(), words, f"--{name}", *values)

    def do_ask(self, words: str) -> None:
        self._begin()
        self.stack.at_the_desk("ask", self._open_dispute(), words)

    def do_officer(self, act: str) -> None:
        if self._officer is None:
            self._officer = Officer(self.stack, self.language)
        self._begin()
        getattr(self._officer, act)()

    def do_officer_says(self, words: str) -> None:
        assert self._officer
        self._begin()
        self._officer.says(words)

    def do_officer_reads(self, texts: list[str]) -> None:
        assert self._officer
        deadline = time.monotonic() + self.chat.timeout
        while not matches("*" + "*".join(texts) + "*", page := self._officer.reads()):
            assert time.monotonic() < deadline, f"\nexpected: {texts}\nread: {page}"
            time.sleep(0.2)

    def do_said_by(self, name: str) -> None:
        assert self.chat.last.speaker == name, self.chat.last

    def do_find_undue(self, words: str) -> None:
        self.stack.at_the_desk("find", self._open_dispute(), words, "--undue")

    def do_filed(self, expected: Step) -> None:
        ticket = self._ticket()
        related = [it["role"] for it in ticket["relatedEntity"]]
        found = {
            "kind": ticket["ticketType"],
            "reason": ticket.get("disputeReason"),
            "calls": related.count("disputedUsage"),
            "bills": related.count("disputedBill"),
            "words": " ".join(note["text"] for note in ticket["note"]),
            "amount": ticket.get("disputedPayment", {}).get("amount", {}).get("value"),
            "date": ticket.get("disputedPayment", {}).get("date"),
            "means": ticket.get("disputedPayment", {}).get("means"),
        }
        assert ticket["status"] == "acknowledged"
        assert {name: found[name] for name in expected} == expected

    def do_attached(self, names: list[str]) -> None:
        found = [it["name"] for it in self._ticket().get("attachment", [])]
        assert found == names, found

    def do_left(self, expected: Step) -> None:
        ticket = unsigned_ticket(self.stack, self.numbers()[-1])
        parties = {party["role"]: party["id"] for party in ticket["relatedParty"]}
        found = {
            "words": ticket["note"][0]["text"],
            "contact": parties.get("contact"),
            "language": ticket["language"],
        }
        assert found == expected
        assert "customer" not in parties

    def do_resolve(self, words: str) -> None:
        number = self.numbers()[-1]
        self._begin()
        self.stack.at_the_desk("resolve", number, words)

    def do_filed_in_all(self, count: int) -> None:
        assert self._tickets() - self._tickets_before == count

    def _begin(self) -> None:
        self.before = self.chat.seen

    def _said(self, count: int) -> list[Bot]:
        """The messages since the customer's last step, `count` of them waited for."""

        def since() -> list[Bot]:
            return [m for m in self.chat.messages if m.seq > self.before]

        if len(since()) < count:
            self.chat._wait(lambda: len(since()) >= count, f"{count} messages")
        return since()

    def numbers(self) -> list[str]:
        """The report numbers that the assistant has said."""
        found = [number for m in self.chat.messages for number in NUMBER.findall(m.text)]
        assert found, "no report number was given"
        return found

    def _ticket(self) -> Step:
        number = self.numbers()[-1]
        answer = requests.get(
            f"{self.stack.site_url}{TICKETS}/{number}", headers=self._access(), timeout=10
        )
        assert answer.status_code == 200, f"billing does not know {number}"
        return dict(answer.json())

    def _tickets(self) -> int:
        answer = requests.get(
            self.stack.site_url + TICKETS, headers=self._access(), params={"limit": 1}, timeout=10
        )
        return int(answer.headers["X-Total-Count"])

    def _open_dispute(self) -> str:
        (open_one,) = (it for it in self._its_tickets() if it["status"] == "inProgress")
        number: str = open_one["id"]
        return number

    def _its_tickets(self) -> list[Step]:
        answer = requests.get(self.stack.site_url + TICKETS, headers=self._access(), timeout=10)
        return list(answer.json())

    def _access(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._token}"}


def customer_token(site: str, user_name: str) -> str:
    """An access token by the device grant."""
    asked = {"client_id": "aclaro", "scope": "selfcare"}
    code = requests.post(f"{site}/oauth/device_authorization", asked, timeout=10).json()
    sign_in(code["verification_uri_complete"], user_name)
    asked = {
        "client_id": "aclaro",
        "grant_type": DEVICE_GRANT,
        "device_code": code["device_code"],
    }
    return str(requests.post(f"{site}/oauth/token", asked, timeout=10).json()["access_token"])


def unsigned_ticket(stack: Stack, number: str) -> Step:
    """A report that was filed without a sign-in, as the assistant's own access shows it."""
    known = stack.variables["ASSISTANT_CLIENT_ID"], stack.variables["ASSISTANT_CLIENT_SECRET"]
    asked = {"grant_type": "client_credentials"}
    token = requests.post(f"{stack.site_url}/oauth/token", asked, auth=known, timeout=30).json()
    access = {"Authorization": f"Bearer {token['access_token']}"}
    answer = requests.get(f"{stack.site_url}{TICKETS}/{number}", headers=access, timeout=30)
    ticket: Step = answer.json()
    return ticket


def matches(wanted: str, text: str) -> bool:
    """Whether `text` is `wanted`, in which `*` stands for anything; spaces are spaces."""
    parts = [re.escape(_plain(part)) for part in wanted.strip().split("*")]
    return re.fullmatch(".*".join(parts), _plain(text.strip()), re.DOTALL) is not None


def _plain(text: str) -> str:
    return re.sub(r"[\u00a0\u202f\u2009]", " ", text)
