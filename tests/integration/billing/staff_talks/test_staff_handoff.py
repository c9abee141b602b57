"""The desk's pages for customers who want a person, by forms alone: the list, the conversation."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from billing.models import AuditEntry, Ticket
from billing.staff.handoff import CANNED
from tests.integration.billing.assistant_side import Assistant
from tests.integration.billing.handoff_office import Office, act
from tests.integration.billing.officers import Browser, open_desk, path_of, text_of
from tests.integration.billing.visitor import MovingClock

LISTED = re.compile(r'<th scope="row"><a href="/staff/handoff/([\w-]+)')


def test_nobody_looks_in_who_is_not_signed_in(office: Office, assistant: Assistant):
    browser = Browser(office.url)
    for path in ("", f"/{assistant.hand_over()}"):
        assert path_of(browser.get(f"/staff/handoff{path}")) == "/staff/sign-in"
    browser.http.close()


def test_who_waits_longest_is_first(office: Office, clerk: Browser, assistant: Assistant):
    office.end_all()
    assert "Nobody is waiting" in clerk.get("/staff/handoff").text
    ids = [assistant.hand_over() for _ in range(3)]
    page = clerk.get("/staff/handoff")
    assert LISTED.findall(page.text) == ids
    assert "3 customers are waiting" in page.text
    assert "disputing a charge (Unexpected roaming) – Telegram Spanish" in text_of(page)


def test_every_page_of_the_desk_says_how_many_wait(
    office: Office, clerk: Browser, assistant: Assistant
):
    office.end_all()
    assert "Conversations Clerk-1" in text_of(clerk.get("/staff"))
    ids = [assistant.hand_over() for _ in range(2)]
    assert "Conversations 2 Clerk-1" in text_of(clerk.get("/staff"))
    act(clerk, ids[0], "take")
    assert "Conversations 1 Clerk-1" in text_of(clerk.get("/staff/customers/C-1001"))


def test_a_row_says_who_and_what_about(office: Office, clerk: Browser, assistant: Assistant):
    office.end_all()
    with office.database.read() as session:
        number = session.scalars(select(Ticket.id).limit(1)).one()
    assistant.hand_over(
        customer=None,
        channel="web",
        language="fr-CA",
        summary={"wish": None, "report": number, "language": "fr"},
    )
    assistant.hand_over(channel="pigeon", language="xx", summary={"report": "ELSEWHERE-7"})
    assistant.hand_over(customer=None, channel="web", summary={"wish": "why", "report": "X-1"})
    page = clerk.get("/staff/handoff")
    assert f"Not signed in not said {number} Website chat French less than a minute" in text_of(
        page
    )
    assert f'href="/staff/reports/{number}"' in page.text
    assert "ELSEWHERE-7 pigeon xx" in text_of(page)
    assert "Not signed in why X-1 Website chat" in text_of(page)
    assert 'href="/staff/reports/ELSEWHERE-7"' not in page.text


def test_the_customers_words_are_shown_as_they_are(clerk: Browser, assistant: Assistant):
    page = clerk.get(f"/staff/handoff/{assistant.hand_over()}")
    assert '<blockquote lang="es">Quiero hablar &lt;ya&gt; con alguien</blockquote>' in page.text
    assert "Ana Castro Gil" in text_of(page)
    assert 'href="/staff/customers/C-1001"' in page.text
    assert "local to the account: Madrid" in text_of(page)


def test_the_list_says_which_customer_waits_for_words(
    office: Office, clerk: Browser, assistant: Assistant, moving: MovingClock
):
    office.end_all()
    id_ = assistant.hand_over()
    act(clerk, id_, "take")
    act(clerk, id_, "say", words="Buenos días.")
    assert "waiting for an answer" not in clerk.get("/staff/handoff").text
    assistant.write(id_, "¡Por fin!")
    moving.forward(minutes=3)
    assert "waiting for an answer for 3 minutes" in clerk.get("/staff/handoff").text


def test_nothing_was_said_in_the_future(clerk: Browser, assistant: Assistant):
    never = "9999-12-31T23:30:00Z"
    line = {"who": "customer", "text": "¿Hay alguien?", "at": never}
    id_ = assistant.hand_over(transcript=[line])
    late = {"id": "m-1", "text": "¡Hola!", "at": never}
    assert assistant.post(f"/conversations/{id_}/messages", late).status_code == 201
    page = clerk.get(f"/staff/handoff/{id_}")
    assert page.status_code == 200
    assert "¡Hola!" in page.text
    assert "9999" not in page.text


def test_officers_say_whether_they_are_there(office: Office, clerk: Browser, reader: Browser):
    office.end_all()
    assert "You are away. No officer is there." in text_of(clerk.get("/staff/handoff"))
    page = clerk.send("/staff/handoff/presence")
    assert "You are there for customers. One officer is there." in text_of(page)
    assert office.assistant.get("/presence").json()["present"] == 1
    assert "I am there" not in reader.get("/staff/handoff").text
    assert reader.send("/staff/handoff/presence", there="yes").status_code == 403
    clerk.get("/staff/handoff")
    page = clerk.send("/staff/handoff/presence")
    assert "You are away. No officer is there." in text_of(page)
    with office.database.read() as session:
        actions = session.scalars(select(AuditEntry.action).order_by(AuditEntry.id.desc()).limit(2))
        assert list(actions) == ["handoffAway", "handoffThere"]


def test_who_signs_out_is_not_there(office: Office):
    office.end_all()
    with office.signed_in("lead-1") as browser:
        browser.get("/staff/handoff")
        browser.send("/staff/handoff/presence")
        assert office.assistant.get("/presence").json()["present"] == 1
        browser.get("/staff")
        browser.send("/staff/sign-out")
        assert office.assistant.get("/presence").json()["present"] == 0


def test_a_conversation_goes_both_ways_without_a_script(
    office: Office, clerk: Browser, assistant: Assistant
):
    id_ = assistant.hand_over()
    page = act(clerk, id_, "take")
    assert page.status_code == 200
    assert "you are talking with the customer" in text_of(page)
    assert assistant.state(id_)["state"] == "taken"
    page = act(clerk, id_, "say", words="Buenos días,\r\nsoy yo.")
    assert '<blockquote lang="es">Buenos días,\nsoy yo.</blockquote>' in page.text
    assistant.write(id_, "¡Por fin!")
    assert "¡Por fin!" in clerk.get(f"/staff/handoff/{id_}").text
    page = act(clerk, id_, "hand-back")
    assert path_of(page) == "/staff/handoff?done=handed_back"
    assert "The assistant has the conversation again." in text_of(page)
    assert office.told(id_, 3) == [
        ("taken", None),
        ("said", "Buenos días,\nsoy yo."),
        ("handed_back", None),
    ]
    assert {it["officer"] for it in office.heard.accepted if it["handoff"] == id_} == {"Clerk-1"}


def test_the_same_form_sent_twice_says_it_once(
    office: Office, clerk: Browser, assistant: Assistant
):
    id_ = assistant.hand_over()
    act(clerk, id_, "take")
    form = dict(clerk.hidden)
    for _ in range(2):
        clerk.hidden = form
        assert clerk.send(f"/staff/handoff/{id_}/say", words="Una vez.").status_code == 200
    act(clerk, id_, "end")
    assert office.told(id_, 3) == [("taken", None), ("said", "Una vez."), ("handed_back", None)]


def test_of_two_at_once_one_has_it_and_the_other_is_told(
    office: Office, clerk: Browser, other: Browser, assistant: Assistant
):
    id_ = assistant.hand_over()
    for browser in (clerk, other):
        browser.get(f"/staff/handoff/{id_}")
    with ThreadPoolExecutor(2) as officers:
        pages = list(officers.map(lambda it: it.send(f"/staff/handoff/{id_}/take"), (clerk, other)))
    assert sorted(page.status_code for page in pages) == [200, 409]
    late = next(page for page in pages if page.status_code == 409)
    assert "another officer was faster" in text_of(late)
    assert re.search(r"Clerk-[12] is talking with the customer", text_of(late))
    assert re.search(r"Take over from Clerk-[12]", late.text)


def test_what_was_typed_stays_when_somebody_took_over_or_it_is_over(
    clerk: Browser, other: Browser, assistant: Assistant
):
    id_ = assistant.hand_over()
    act(clerk, id_, "take")
    act(other, id_, "take")
    page = clerk.send(f"/staff/handoff/{id_}/say", words="Mis <palabras>", message="1")
    assert page.status_code == 409
    assert "Mis &lt;palabras&gt;</textarea>" in page.text
    assistant.end(id_)
    page = other.send(f"/staff/handoff/{id_}/say", words="Otras palabras", message="2")
    assert (page.status_code, "Otras palabras" in page.text) == (409, True)
    assert "The customer has left." in text_of(page)


def test_words_are_needed(clerk: Browser, assistant: Assistant):
    id_ = assistant.hand_over()
    act(clerk, id_, "take")
    assert act(clerk, id_, "say", words=" \r\n ").status_code == 422
    page = act(clerk, id_, "say", words="x" * 2001)
    assert (page.status_code, "x" * 2001 in page.text) == (422, True)


def test_ready_made_answers_are_in_the_customers_language_and_sent_by_hand(
    office: Office, clerk: Browser, assistant: Assistant
):
    id_ = assistant.hand_over(language="pl")
    page = act(clerk, id_, "take")
    assert page.text.count("<option ") == len(CANNED)
    page = clerk.send(f"/staff/handoff/{id_}/canned", words="Witam.", canned="checking")
    assert "Witam.\nJuż to sprawdzam. Zajmie mi to minutę lub dwie.</textarea>" in page.text
    page = clerk.send(f"/staff/handoff/{id_}/canned", words="", canned="hello")
    assert "nazywam się Clerk-1" in page.text.replace("\xa0", " ")
    assert "Witam." not in page.text
    nonsense = clerk.send(f"/staff/handoff/{id_}/canned", words="", canned="nonsense")
    assert nonsense.status_code == 200
    assert office.told(id_, 1) == [("taken", None)]


def test_a_customer_whose_language_we_do_not_speak_is_answered_in_the_officers(
    clerk: Browser, assistant: Assistant
):
    id_ = assistant.hand_over(language="xx")
    assert "this is Clerk-1" in act(clerk, id_, "take").text


def test_who_only_reads_sees_it_and_does_nothing(reader: Browser, assistant: Assistant):
    id_ = assistant.hand_over()
    page = reader.get(f"/staff/handoff/{id_}")
    assert page.status_code == 200
    assert "Take the conversation" not in page.text
    for what in ("take", "say", "canned", "hand-back", "end"):
        assert reader.send(f"/staff/handoff/{id_}/{what}", words="x").status_code == 403
    assert assistant.state(id_)["state"] == "waiting"


@pytest.mark.parametrize("id_", ["what", "%00", "2754d7ee-789e-430f-afb5-f5a071d69d6f"])
def test_a_conversation_that_is_not_there(clerk: Browser, id_: str):
    page = clerk.get(f"/staff/handoff/{id_}")
    assert (page.status_code, "no such conversation" in page.text) == (404, True)
    clerk.get("/staff/handoff")
    assert clerk.send(f"/staff/handoff/{id_}/take").status_code == 404


def test_a_form_of_another_page_does_nothing(office: Office, clerk: Browser, assistant: Assistant):
    id_ = assistant.hand_over()
    clerk.get(f"/staff/handoff/{id_}")
    foreign = clerk.http.post(
        f"/staff/handoff/{id_}/take",
        data=clerk.hidden,
        headers={"Origin": "http://evil.example", "Sec-Fetch-Site": "cross-site"},
    )
    assert foreign.status_code == 403
    assert clerk.http.post(f"/staff/handoff/{id_}/take", data={"seen": ""}).status_code == 403
    assert assistant.state(id_)["state"] == "waiting"


def test_the_trail_tells_of_conversations(
    clerk: Browser, browsers: dict[str, Browser], assistant: Assistant
):
    id_ = assistant.hand_over()
    act(clerk, id_, "take")
    act(clerk, id_, "end")
    trail = text_of(browsers["lead-1"].get("/staff/audit", officer="clerk-1"))
    assert f"took a conversation ({id_[:8]})" in trail
    assert f"ended a conversation ({id_[:8]})" in trail


def test_the_pages_run_one_script_of_their_own_and_nothing_else(
    office: Office, clerk: Browser, assistant: Assistant
):
    for path in ("/staff/handoff", f"/staff/handoff/{assistant.hand_over()}"):
        page = clerk.get(path)
        assert re.findall(r"<script[^>]*>", page.text) == ['<script src="/site/handoff.js" defer>']
        assert "script-src 'self'" in page.headers["content-security-policy"]
        assert not re.search(r"\son\w+=|style=", page.text)
    assert clerk.get("/site/handoff.js").status_code == 200
    assert "<script" not in clerk.get("/staff").text


def test_without_an_assistant_there_are_no_such_pages(
    tmp_path_factory: pytest.TempPathFactory,
):
    with open_desk(tmp_path_factory.mktemp("off")) as (url, _):
        browser = Browser(url)
        assert "Conversations" not in browser.sign_in("clerk-1").text
        assert browser.get("/staff/handoff").status_code == 404
        with pytest.raises(InvalidStatus) as refused:
            connect(url.replace("http", "ws") + "/staff/handoff/live", proxy=None)
        assert refused.value.response.status_code == 404
        browser.http.close()
