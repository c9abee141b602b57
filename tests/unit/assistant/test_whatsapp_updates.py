"""Who writes on WhatsApp, as Meta's webhooks name them: the names are taken as they are."""

from __future__ import annotations

import json
from typing import Any

import pytest

from assistant.channels.whatsapp.updates import MalformedError, Received, Who, read_updates
from tests.graph_api import PHONE_ID
from tests.whatsapp_user import webhook

PHONE, NEW_PHONE = "34600111222", "34611222333"
IDS = [
    "ES.13491208655302741918",
    "ES.aB3x9Kq",
    "ES.ENT.11815799212886844830",
    "PL." + "aZ0" * 42 + "xy",
]


def read(message: dict[str, Any], *contacts: dict[str, Any]) -> Received:
    told = {"id": "wamid.1", "timestamp": "1790000000", "type": "text", "text": {"body": "Hola"}}
    value = {"contacts": list(contacts), "messages": [{**told, **message}]}
    (received,) = read_updates(webhook(value), PHONE_ID).received
    return received


def change(kind: str, **told: str) -> dict[str, Any]:
    return {"type": "system", "system": {"body": "Ann changed", "type": kind, **told}}


@pytest.mark.parametrize("user_id", IDS)
@pytest.mark.parametrize("phone", [None, PHONE])
def test_a_customer_is_known_by_the_id_whatever_its_letters(user_id: str, phone: str | None):
    named = {"from": phone} if phone else {}
    assert read({**named, "from_user_id": user_id}).who == Who(phone, user_id)


def test_an_id_may_be_beside_the_number_or_in_its_place():
    beside = {"wa_id": PHONE, "user_id": IDS[1], "profile": {"name": "Ann", "username": "@ann"}}
    assert read({"from": PHONE}, beside).who == Who(PHONE, IDS[1])
    assert read({"from": IDS[1]}).who == Who(None, IDS[1])


def test_somebody_elses_contact_gives_nobody_an_id():
    other = {"wa_id": NEW_PHONE, "user_id": IDS[1]}
    assert read({"from": PHONE}, other).who == Who(PHONE)
    assert read({"from": PHONE}, {"user_id": IDS[1]}).who == Who(PHONE)


@pytest.mark.parametrize(
    "named",
    [
        {},
        {"from_user_id": "es.1"},
        {"from_user_id": "ES."},
        {"from_user_id": "ES.a-b"},
        {"from_user_id": "ES." + "1" * 129},
        {"from_user_id": 134912086553027},
        {"from": "ann"},
    ],
)
def test_nobody_is_made_up(named: dict[str, Any]):
    with pytest.raises(MalformedError):
        read(named)


def test_whoever_has_another_number_is_found_by_the_names_of_before():
    told = change("user_changed_number", wa_id=NEW_PHONE, user_id=IDS[1], previous_user_id=IDS[0])
    moved = read({"from": PHONE, "from_user_id": IDS[1], **told})
    assert moved.kind == "moved"
    assert moved.who == Who(PHONE, IDS[0])
    assert moved.told == {"phone": NEW_PHONE, "user_id": IDS[1]}


def test_whoever_has_another_id_and_no_number_is_found_too():
    told = change("user_changed_user_id", user_id=IDS[1], previous_user_id=IDS[0])
    moved = read(told)
    assert (moved.who, moved.told) == (Who(None, IDS[0]), {"user_id": IDS[1]})


def test_the_new_id_says_nothing_about_who_it_was():
    told = change("user_changed_number", wa_id=NEW_PHONE, user_id=IDS[1])
    assert read({"from": PHONE, "from_user_id": IDS[1], **told}).who == Who(PHONE)


def test_what_is_received_is_kept_as_it_was():
    received = read({"from_user_id": IDS[1]})
    assert Received.from_json(received.to_json()) == received
    assert json.loads(received.to_json())["who"] == {"phone": None, "user_id": IDS[1]}
