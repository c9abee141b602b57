"""What an action hears of a message."""

from typing import Any

import pytest

from actions.turn import Message

FOUND: "list[dict[str, Any]]" = [
    {"entity": "language", "value": "es"},
    {"entity": "choice", "value": "2"},
    {"entity": "report_number", "value": "DSP-7F3K-29QX"},
    {"entity": "report_number", "value": "REQ-0A1B-2C3E"},
    {"entity": "date", "value": "2026-11-03"},
    {"entity": "dispute_reason", "value": "roaming", "confidence": 0.7},
]


def test_a_position_that_is_written_is_read_beside_its_list():
    message = Message.of({"text": "la 2 de DSP-7F3K-29QX", "entities": FOUND})
    assert message.entities == {
        "language": "es",
        "report_number": "DSP-7F3K-29QX",
        "dispute_reason": "roaming",
    }
    assert message.reason_confidence == pytest.approx(0.7)


@pytest.mark.parametrize("name", ["choice", "line", "cycle", "step", "page", "answer"])
def test_a_button_carries_what_it_stands_for(name: str):
    sent = {"text": "/inform", "entities": [{"entity": name, "value": "2"}]}
    assert Message.of(sent).entity(name) == "2"


@pytest.mark.parametrize("name", ["choice", "line", "cycle", "step", "page", "answer"])
def test_what_is_written_never_sounds_like_a_button(name: str):
    written = {"text": "2", "entities": [{"entity": name, "value": "2"}]}
    assert Message.of(written).entity(name) is None
