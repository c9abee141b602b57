"""What is signed, as the operator's engineer reads it and works it out."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from billing.events.signing import SIGNATURE, TIME, Sent, is_signed, signed

TOLD = (Path(__file__).parents[3] / "docs" / "operators.md").read_text(encoding="utf-8")
NOW = datetime.fromisoformat("2026-11-18T10:00:00+00:00")
TALK = b"/handoff/v1/conversations/0e8f2f1e-6f0e-4c53-9f0e-111111111111"
END = Sent("POST", TALK + b"/end", b'{"reason": "customer_left"}')
SECRET = "a secret"


def test_the_example_for_operators_is_signed_as_it_says():
    example = f"    POST {END.target.decode()} HTTP/1.1\n    {TIME}: {NOW.isoformat()}\n\n    "
    assert example + END.content.decode() in TOLD
    assert signed(END, SECRET, NOW)[SIGNATURE] in re.findall(r"`(sha256=[0-9a-f]{64})`", TOLD)


@pytest.mark.parametrize(
    "other",
    [
        Sent("PUT", END.target, END.content),
        Sent("POST", TALK + b"2/end", END.content),
        Sent("POST", END.target + b"?", END.content),
        Sent("POST", END.target, b""),
    ],
)
def test_a_signature_is_good_for_one_request_alone(other: Sent):
    headers = signed(END, SECRET, NOW)

    assert is_signed(END, headers, SECRET, NOW)
    assert not is_signed(other, headers, SECRET, NOW)


@pytest.mark.parametrize(("minutes", "is_good"), [(-5, True), (5, True), (-6, False), (6, False)])
def test_a_signature_is_good_for_five_minutes(minutes: int, is_good: bool):
    headers = signed(END, SECRET, NOW + timedelta(minutes=minutes))

    assert is_signed(END, headers, SECRET, NOW) is is_good
