"""Calls as a channel shows them: cells of a table, and what they cost by kind."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions.call_content import call_list, cost_by_kind
from actions.calls import ActionShowCalls
from assistant.texts import texts
from tests.unit.actions.customer import Answer, Customer
from tests.unit.selfcare.fakes import ACCOUNT, CHAT, OCTOBER, call

LANGUAGES = ("es", "fr", "pl", "en")


def chart_of(answer: Answer, language: str = "en") -> dict[str, Any] | None:
    """The chart of the first message, as a channel gets it."""
    content = answer.messages[0].get("content")
    return texts().said(language, content) if content else None


def looks_at_october(customer: Customer, payload: str = "/view_call_activity") -> Answer:
    customer.slots.update(cycle="2026-10-01", line="all")
    return customer.attends(ActionShowCalls(), payload)


def test_the_first_page_says_what_the_calls_cost_by_kind_the_dearest_first(customer: Customer):
    answer = looks_at_october(customer)

    assert answer.said == ["utter_calls", "utter_calls_page"]
    assert chart_of(answer) == {
        "kind": "chart",
        "title": "What your calls cost, by kind",
        "bars": [
            {"label": "Premium rate", "value": "€9.99", "share": 1.0},
            {"label": "International", "value": "€8.40", "share": 0.8408},
            {"label": "Mobiles", "value": "€4.86", "share": 0.4865},
        ],
    }


@pytest.mark.parametrize(
    ("channel", "said"),
    [
        ("web", "utter_calls_page"),
        ("telegram", "utter_calls_page"),
        ("whatsapp", "utter_calls_page_by_number"),
        ("rest", "utter_calls_page_by_number"),
    ],
)
def test_calls_are_to_be_marked_only_where_they_can_be(
    customer: Customer, channel: str, said: str, monkeypatch: pytest.MonkeyPatch
):
    there = CHAT._replace(channel=channel)
    monkeypatch.setattr("tests.unit.actions.customer.CHAT", there)
    customer.world.sign_in(there)
    assert looks_at_october(customer).said == ["utter_calls", said]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chart_is_said_in_every_language(customer: Customer, language: str):
    chart = chart_of(looks_at_october(customer), language)

    assert chart
    labels = [chart["title"], *(bar["label"] for bar in chart["bars"])]
    assert len(set(labels)) == 4


def test_a_later_page_has_no_chart(customer: Customer):
    billing = customer.world.billing
    billing.its_calls = [call(f"+346123450{n:02}", 1 + n) for n in range(12)]
    billing.its_calls.append(call("+212520123777", 1, kind="international", country="MA"))
    assert chart_of(looks_at_october(customer))

    answer = looks_at_october(customer, '/view_call_activity{"page":2}')

    assert answer.said == ["utter_calls_page"]
    assert chart_of(answer)["kind"] == "calls"  # type: ignore[index]


def test_where_one_kind_alone_was_charged_there_is_nothing_to_compare(customer: Customer):
    free = call("+34910123000", 3, 0, kind="local", ineligible="included_in_plan")
    customer.world.billing.its_calls = [call("+34612345666", 20), free]

    assert chart_of(looks_at_october(customer)) is None


def test_kinds_without_a_word_of_their_own_are_one(customer: Customer):
    strange = [
        call("+34612345666", day, 100, kind=kind) for day, kind in ((1, "fax"), (2, "telex"))
    ]

    chart = texts().said("en", cost_by_kind([*strange, call("+34612345667", 3, 50)], "EUR"))

    assert [(bar["label"], bar["value"]) for bar in chart["bars"]] == [
        ("Other calls", "€2.00"),
        ("Mobiles", "€0.50"),
    ]


def test_a_call_has_cells_for_a_table_that_say_what_its_line_of_text_says():
    [item] = texts().said("en", call_list([OCTOBER[0]], ACCOUNT, 3, True, "/inform"))["items"]

    assert item["cells"] == {
        "when": "28\u00a0Oct 2026, 08:30",
        "number": "+212 5 20 12 37 77",
        "place": "Morocco",
        "length": "1\u00a0min 5\u00a0s",
        "note": None,
    }
    assert item["title"] == "28\u00a0Oct 2026, 08:30 · +212 5 20 12 37 77"
    assert item["detail"] == "Morocco · 1\u00a0min 5\u00a0s"


@pytest.mark.parametrize(
    ("minor", "note", "cell"),
    [(0, None, "included in your plan"), (121, "included in your plan", "included in your plan")],
)
def test_an_included_call_says_so_once_in_text_and_always_in_its_row(
    minor: int, note: str | None, cell: str
):
    included = replace(call("+34910123000", 3, minor, kind="local"), ineligible="included_in_plan")

    [item] = texts().said("en", call_list([included], ACCOUNT, 1, True, "/inform"))["items"]

    assert (item["note"], item["cells"]["note"]) == (note, cell)
