"""The desk's pages of hand-offs while they are open: both sides write, and see it at once."""

import re

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.integration.billing.assistant_side import Assistant
from tests.integration.billing.handoff_office import Office, act, live, seen_at, wait_for
from tests.integration.billing.officers import Browser
from tests.integration.billing.visitor import MovingClock

#: Half a character, as JSON can name it and no text can hold it.
SURROGATE = '{"id": "x", "text": "\\ud800"}'


def test_what_the_customer_writes_appears_at_once_and_words_go_out(
    office: Office, clerk: Browser, assistant: Assistant
):
    id_ = assistant.hand_over()
    act(clerk, id_, "take")
    with live(office, clerk, f"/staff/handoff/{id_}/live?after=0") as page:
        page.until(lambda: "Un momento, por favor." in page.lines)
        assistant.write(id_, "¿Hola? <b>")
        page.until(lambda: "¿Hola? &lt;b&gt;" in page.lines)
        assert page.send("m-1", " Buenos días. ") == {"kept": "m-1"}
        assert page.send("m-1", "Buenos días.") == {"kept": "m-1"}
        page.until(lambda: "Buenos días." in page.lines)
        refused = page.send("m-2", "  ")
        assert (refused["refused"], "2,000" in refused["why"]) == ("m-2", True)
        assistant.end(id_)
        page.until(lambda: "The customer has left." in page.lines)
        assert page.stands == ["taken clerk-1", "ended clerk-1"]
        assert "over" in page.parts["status"]
        assert "is over" in page.send("m-3", "¿Sigue ahí?")["why"]
        assert page.lines.count("Buenos días.") == 1
    assert office.told(id_, 2) == [("taken", None), ("said", "Buenos días.")]


def test_a_page_that_comes_back_gets_what_it_has_missed_and_no_more(
    office: Office, clerk: Browser, assistant: Assistant
):
    id_ = assistant.hand_over()
    act(clerk, id_, "take")
    last = re.findall(r'data-last="(\d+)"', clerk.get(f"/staff/handoff/{id_}").text)[0]
    assistant.write(id_, "Meanwhile")
    with live(office, clerk, f"/staff/handoff/{id_}/live?after={last}") as page:
        page.until(lambda: "Meanwhile" in page.lines)
        assert page.lines.count("<li") == 1


def test_who_talks_with_one_customer_sees_that_others_wait(
    office: Office, clerk: Browser, assistant: Assistant
):
    office.end_all()
    id_ = assistant.hand_over()
    act(clerk, id_, "take")
    with live(office, clerk, f"/staff/handoff/{id_}/live") as page:
        page.until(lambda: page.parts.get("nav_talks", "").strip() == "Conversations")
        assistant.hand_over()
        page.until(lambda: "<b>1</b>" in page.parts["nav_talks"])


def test_two_officers_pages_tell_who_was_faster(
    office: Office, clerk: Browser, other: Browser, assistant: Assistant
):
    id_ = assistant.hand_over()
    with live(office, other, f"/staff/handoff/{id_}/live") as page:
        page.until(lambda: page.stands == ["waiting "])
        act(clerk, id_, "take")
        page.until(lambda: page.stands[1:] == ["taken clerk-1"])
        assert "Clerk-1 is talking with the customer" in page.parts["status"]
        assert "another officer" in page.send("m-1", "¡Hola!")["why"]


def test_who_only_reads_writes_nothing_live(office: Office, reader: Browser, assistant: Assistant):
    id_ = assistant.hand_over()
    with live(office, reader, f"/staff/handoff/{id_}/live") as page:
        assert page.send("m-1", "Hola")["refused"] == "m-1"


def test_the_waiting_list_is_live(office: Office, clerk: Browser, assistant: Assistant):
    office.end_all()
    with live(office, clerk, "/staff/handoff/live") as page:
        page.until(lambda: "Nobody is waiting" in page.parts.get("talks", ""))
        id_ = assistant.hand_over()
        page.until(lambda: id_ in page.parts["talks"])
        assert "one customer is waiting" in page.parts["count"]
        assert "<b>1</b>" in page.parts["nav_talks"]


def test_an_open_page_is_a_sign_of_life_but_does_not_keep_the_log_in(
    office: Office, moving: MovingClock
):
    office.end_all()
    with office.signed_in("lead-1") as browser:
        browser.get("/staff/handoff")
        browser.send("/staff/handoff/presence")
        with live(office, browser, "/staff/handoff/live") as page:
            for _ in range(4):
                before = seen_at(office)
                moving.forward(minutes=4)
                wait_for(lambda: seen_at(office) > before)  # noqa: B023
            assert office.assistant.get("/presence").json()["present"] == 1
            moving.forward(minutes=20)
            with pytest.raises(ConnectionClosed) as closed:
                page.until(lambda: False)
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 4401


def test_nobody_listens_who_is_not_signed_in_or_comes_from_elsewhere(
    office: Office, clerk: Browser, assistant: Assistant
):
    id_ = assistant.hand_over()
    for path in ("/staff/handoff/live", f"/staff/handoff/{id_}/live"):
        with live(office, None, path) as page, pytest.raises(ConnectionClosed) as closed:
            page.until(lambda: False)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 4401
        with (
            pytest.raises(InvalidStatus) as refused,
            live(office, clerk, path, Origin="http://evil.example"),
        ):
            pass
        assert refused.value.response.status_code == 403


@pytest.mark.parametrize("after", ["-1", "x", str(2**31), str(2**64)])
def test_there_is_no_line_of_that_number(
    office: Office, clerk: Browser, assistant: Assistant, after: str
):
    path = f"/staff/handoff/{assistant.hand_over()}/live?after={after}"
    with pytest.raises(InvalidStatus), live(office, clerk, path):
        pass


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "{",
        "[]",
        '"x"',
        '{"id": 1, "text": "x"}',
        '{"id": "x"}',
        SURROGATE,
        b"\x00",
        "x" * 20_000,
    ],
)
def test_nonsense_ends_the_connection_and_nothing_else(
    office: Office, clerk: Browser, assistant: Assistant, sent: str | bytes
):
    id_ = assistant.hand_over()
    with live(office, clerk, f"/staff/handoff/{id_}/live") as page:
        page.socket.send(sent)
        with pytest.raises(ConnectionClosed) as closed:
            page.until(lambda: False)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 4400
    assert assistant.state(id_)["state"] == "waiting"
