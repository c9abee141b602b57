"""People in Chatwoot: everything over its API, once, and nothing that it would not take."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone

import pytest

from locales import DIRECTORY
from selfcare.errors import TimedOut, Unavailable
from selfcare.handoff import ENDED, TAKEN, WAITING, Customer, Ended, Line, Presence, Wish, Words
from selfcare.handoff_chatwoot import Chatwoot, TokenAuth
from selfcare.handoff_note import Notes
from selfcare.operator_http import OperatorHttp
from selfcare.signin import Conversation
from tests.chatwoot_api import ACCOUNT, INBOX, INCOMING, TOKEN, ChatwootApi

AT = datetime(2026, 11, 18, 10, tzinfo=timezone.utc)
CHAT = Conversation("web", "5eb63bbbe01eeed0")
WISH = Wish(
    CHAT,
    "fr",
    "dispute_charge",
    "DSP-7F3K-29QX",
    Customer("Ana Castro", "BA-ES-1001"),
    (Line("customer", "je conteste un appel", AT), Line("assistant", "Lequel ?", AT)),
)
ID = "0e8f2f1e-6f0e-4c53-9f0e-111111111111"


@pytest.fixture
def api() -> Iterator[ChatwootApi]:
    api = ChatwootApi()
    yield api
    api.close()


def chatwoot(api: ChatwootApi, token: str = TOKEN, language: str = "en") -> Chatwoot:
    http = OperatorHttp(api.url, (2.0, 10.0), "Chatwoot", TokenAuth(token))
    return Chatwoot(http, ACCOUNT, INBOX, Notes(DIRECTORY, language))


def test_who_is_online_is_there_and_who_is_away_is_not(api: ChatwootApi) -> None:
    assert chatwoot(api).presence() == Presence(1, 0)
    api.agents["Grace Bennett"] = "busy"
    assert chatwoot(api).presence() == Presence(0, 0)


def test_a_conversation_is_opened_with_the_summary_as_a_private_note(api: ChatwootApi) -> None:
    reference = chatwoot(api).open(ID, WISH)

    talk = api.talks[int(reference)]
    assert (talk.status, talk.custom) == ("open", {"aclaro_handoff": ID})
    (note,) = talk.messages
    assert note["private"] is True
    assert note["content"] == (
        "About: a disputed charge\nReport: DSP-7F3K-29QX\n"
        "Signed in: Ana Castro, account BA-ES-1001\nThe customer writes in French\n\n"
        "What was said before:\nCustomer: je conteste un appel\nAssistant: Lequel ?"
    )


@pytest.mark.parametrize("language", ["en", "es", "fr", "pl"])
def test_the_note_is_in_the_officers_language(api: ChatwootApi, language: str) -> None:
    reference = chatwoot(api, language=language).open(ID, WISH)
    note = api.talks[int(reference)].messages[0]["content"]
    assert "DSP-7F3K-29QX" in note
    assert "{" not in note


def test_the_contact_does_not_show_where_the_customer_writes(api: ChatwootApi) -> None:
    chatwoot(api).open(ID, Wish(Conversation("whatsapp", "whatsapp-34612345182"), "es"))
    (contact,) = api.contacts.values()
    assert "34612345182" not in str(contact)


def test_a_second_hand_off_of_a_conversation_is_the_same_contacts(api: ChatwootApi) -> None:
    first = chatwoot(api).open(ID, WISH)
    second = chatwoot(api).open(ID.replace("1", "2"), WISH)
    assert first != second
    assert len(api.contacts) == 1


@pytest.mark.parametrize(
    "lost",
    ["POST /contacts", "POST /conversations", "POST /conversations/41/messages"],
)
def test_what_was_opened_and_not_answered_is_found_again(api: ChatwootApi, lost: str) -> None:
    api.loses = [lost]
    with pytest.raises(TimedOut):
        chatwoot(api).open(ID, WISH)

    reference = chatwoot(api).open(ID, WISH)

    assert (len(api.contacts), list(api.talks)) == (1, [int(reference)])
    assert len(api.talks[int(reference)].messages) == 1


def test_the_customers_words_arrive_once_as_theirs(api: ChatwootApi) -> None:
    desk = chatwoot(api)
    reference = desk.open(ID, WISH)
    api.loses = [f"POST /conversations/{reference}/messages"]
    with pytest.raises(TimedOut):
        desk.hear(reference, Words("m-1", "bonjour", AT))

    desk.hear(reference, Words("m-1", "bonjour", AT))
    desk.hear(reference, Words("m-2", "vous êtes là ?", AT))

    said = [it for it in api.talks[int(reference)].messages if not it["private"]]
    assert [it["content"] for it in said] == ["bonjour", "vous êtes là ?"]
    assert {it["message_type"] for it in said} == {INCOMING}


def test_the_place_is_told_among_those_whom_nobody_has(api: ChatwootApi) -> None:
    desk = chatwoot(api)
    first = desk.open(ID, WISH)
    second = desk.open(ID.replace("1", "2"), WISH)
    assert desk.place(second).position == 2
    assert desk.presence() == Presence(1, 2)

    api.talks[int(first)].assignee = "Grace Bennett"

    assert desk.place(first).state == TAKEN
    place = desk.place(second)
    assert (place.state, place.position) == (WAITING, 1)


def test_an_end_is_resolved_with_a_note_and_once(api: ChatwootApi) -> None:
    desk = chatwoot(api)
    reference = desk.open(ID, WISH)
    for _ in range(2):
        desk.end(reference, "customer_ended")
    talk = api.talks[int(reference)]
    assert talk.status == "resolved"
    assert [it["content"] for it in talk.messages[1:]] == [
        "The customer has gone back to the assistant."
    ]
    assert desk.place(reference).state == ENDED


def test_words_do_not_open_what_an_agent_has_resolved(api: ChatwootApi) -> None:
    desk = chatwoot(api)
    reference = desk.open(ID, WISH)
    api.resolves(int(reference))
    with pytest.raises(Ended):
        desk.hear(reference, Words("m-1", "merci", AT))
    assert api.talks[int(reference)].status == "resolved"


def test_what_an_agent_writes_after_the_end_is_noted_as_not_received_once(
    api: ChatwootApi,
) -> None:
    desk = chatwoot(api)
    reference = desk.open(ID, WISH)
    api.resolves(int(reference))
    for _ in range(2):
        desk.untold(reference, "e-7")
    note = api.talks[int(reference)].messages[-1]
    assert note["private"] is True
    assert note["content"].startswith("The customer has not received this message")
    assert [it["content"] for it in api.talks[int(reference)].messages].count(note["content"]) == 1
    assert api.talks[int(reference)].status == "resolved"


@pytest.mark.parametrize("reference", ["4711", ID])
def test_a_conversation_that_is_not_there_is_over(api: ChatwootApi, reference: str) -> None:
    with pytest.raises(Ended):
        chatwoot(api).hear(reference, Words("m-1", "hello", AT))
    with pytest.raises(Ended):
        chatwoot(api).end(reference, "customer_left")


def test_a_token_that_chatwoot_does_not_know_makes_it_unavailable(api: ChatwootApi) -> None:
    with pytest.raises(Unavailable):
        chatwoot(api, token="somebody else's").presence()
    assert api.contacts == {}
