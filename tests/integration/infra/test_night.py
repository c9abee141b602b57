"""Nobody is there at night, and the customer has a telephone: what is left on Telegram and on
WhatsApp, and what becomes of it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.texts import texts
from locales import LANGUAGES
from scripts.settings import ROOT
from tests.channel_work import ChannelWork
from tests.conversations.play import Player
from tests.conversations.scenarios import OFFLINE, Step, scenarios
from tests.conversations.test_offline import NIGHT, Inbox, mail_server
from tests.graph_api import GraphApi
from tests.integration.infra.test_telegram import ASKS
from tests.integration.infra.test_whatsapp import wait_until_delivered
from tests.officer import ASKS_FOR_A_PERSON
from tests.phone_chat import PhoneChat, TelegramChat, WhatsAppChat
from tests.stack import Stack, free_ports, running_stack
from tests.telegram_emulator import Emulator, telegram_emulator
from tests.telegram_server import TOKEN, telegram_variables
from tests.whatsapp_server import whatsapp_variables

PLATFORMS = ("telegram", "whatsapp")
APART = 0.3
LEFT = f"{OFFLINE}a_message_left_at_night_and_its_answer"
BY_MAIL = f"{OFFLINE}by_mail"
PLAYED = (
    f"{OFFLINE}an_answer_by_e_mail_or_rather_by_phone",
    f"{OFFLINE}a_message_that_is_signed_for",
)
#: Telephone numbers of each language's country begin like this.
PREFIXES = {"es": "346001", "fr": "336123", "pl": "485012", "en": "4474001"}
#: How somebody asks about a report by its number.
ASKS_BY_NUMBER = {
    "es": "¿qué ha pasado con mi gestión {}?",
    "fr": "où en est mon dossier {} ?",
    "pl": "co z moim zgłoszeniem {}?",
    "en": "what happened to my report {}?",
}
ASKS_FOR_HOURS = {
    "es": "¿cuál es su horario?",
    "fr": "quels sont vos horaires ?",
    "pl": "jakie są godziny otwarcia?",
    "en": "what are your opening hours?",
}

_places = itertools.count(72_000)


class Night:
    """The real parts at night, and both platforms."""

    def __init__(self, stack: Stack, emulator: Emulator, graph: GraphApi) -> None:
        self.stack = stack
        self.emulator = emulator
        self.graph = graph
        self.on_telegram = ChannelWork.on_telegram(stack)
        self.on_whatsapp = ChannelWork.on_whatsapp(stack)

    def chat(self, platform: str, language: str) -> PhoneChat:
        """Somebody who has never written before."""
        place = next(_places)
        if platform == "telegram":
            return TelegramChat(self.emulator, self.on_telegram, place, language)
        phone = f"{PREFIXES[language]}{place}"
        return WhatsAppChat(self.graph, self.on_whatsapp, self.stack.rasa_url, phone)

    def player(self, platform: str, language: str) -> Player:
        """The same, for whom scenarios are written."""
        return Player(self.stack, language, self.chat(platform, language))

    def pass_by(self, time: timedelta) -> None:
        """It is later, for Meta too, whose clock is the stack's."""
        self.stack.now = (datetime.fromisoformat(NIGHT.replace("Z", "+00:00")) + time).isoformat()
        self.stack.restart()


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Night]:
    (port,) = free_ports(1)
    graph = GraphApi(seconds_apart=APART)
    channels = {**telegram_variables(f"http://127.0.0.1:{port}"), **whatsapp_variables(graph)}
    with (
        telegram_emulator(tmp_path_factory.mktemp("emulator"), TOKEN, port) as emulator,
        running_stack(now=NIGHT, more=channels) as stack,
    ):
        graph.now = lambda: datetime.fromisoformat(stack._clock())
        yield Night(stack, emulator, graph)
    graph.close()


@pytest.fixture(scope="module")
def inbox(night: Night) -> Iterator[Inbox]:
    """The mails that go out, from the first test that wants them on."""
    with mail_server(night.stack) as inbox:
        yield inbox


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_message_belongs_to_its_chat(night: Night, platform: str, language: str) -> None:
    """Left, asked about and answered there, without a sign-in; nobody else hears of it."""
    player = night.player(platform, language)
    left, answered = _until("resolve", scenarios(language)[LEFT])
    player.play(left)
    number = player.numbers()[-1]

    player.do_say(ASKS[language])
    assert number in "".join(it.text for it in player.chat.messages if it.seq > player.before)
    stranger = night.chat(platform, language)
    told = stranger.say(ASKS_BY_NUMBER[language].format(number))
    assert [it for it in told if it.custom], "the sign-in is offered"
    player.play(answered)

    words = next(step["left"]["words"] for step in left if "left" in step)
    answer = answered[0]["resolve"]
    assert any(answer in it.text for it in player.chat.messages)
    assert not any(it.custom for it in player.chat.messages), "nobody had to sign in"
    heard = "\n".join(stranger.transcript)
    assert words not in heard
    assert answer not in heard
    print("\n".join(player.chat.transcript), "Somebody else:", heard, sep="\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("name", PLAYED)
def test_conversation_at_night(night: Night, platform: str, language: str, name: str) -> None:
    player = night.player(platform, language)
    player.play(scenarios(language)[name])
    print("\n".join(player.chat.transcript))


@pytest.mark.timeout(300)
@pytest.mark.parametrize("platform", PLATFORMS)
def test_each_platform_keeps_its_own_hours(night: Night, platform: str, tmp_path: Path) -> None:
    """Of the two, the other has long evenings: there somebody may come, here a message is left."""
    (other,) = {*PLATFORMS} - {platform}
    week = {"weekdays": ["10:30", "20:00"]}
    hours = {f"chat.{platform}": week, f"chat.{other}": {"weekdays": ["12:00", "23:30"]}}
    with _operator(night.stack, tmp_path, hours):
        for language in LANGUAGES:
            closed = night.chat(platform, language)
            told, asked = closed.say(ASKS_FOR_A_PERSON[language])
            assert "10:30" in told.text
            assert "14:30" in asked.text
            told = closed.say(ASKS_FOR_HOURS[language])[1]
            assert re.search(r"10:30\D+20:00", told.text)
            still_open = night.chat(other, language)
            busy = still_open.say(ASKS_FOR_A_PERSON[language])[0]
            assert busy.text == texts().render(language, "utter_nobody_free")
            print("\n".join(closed.transcript + still_open.transcript))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("platform", PLATFORMS)
def test_number_and_code_show_somebody_else_the_status(
    night: Night, inbox: Inbox, platform: str, language: str
) -> None:
    player = night.player(platform, language)
    player.play(scenarios(language)[BY_MAIL])
    number = player.numbers()[-1]
    mails = len(inbox.mails)

    def said(message: str, **values: Any) -> str:
        return texts().render(language, message, values)

    stranger = night.chat(platform, language)
    stranger.say(ASKS_BY_NUMBER[language].format(number))
    asked = stranger.press(said("button_send_code"))
    assert asked[0].text == said("utter_code_sent", report=number)
    inbox.wait_for_more_than(mails)
    code = re.search(r"\d{6}", str(inbox.mails[-1]["Subject"]))
    assert code
    told = stranger.say(code[0])
    status = said("status_acknowledged")
    assert [it.text for it in told] == [said("utter_status_alone", report=number, status=status)]
    print("\n".join(stranger.transcript))


@pytest.fixture(scope="module")
def left(night: Night) -> dict[tuple[str, str], Player]:
    """Who left a message the evening before, by platform and language: by now it is the day after,
    and more than 24 hours later.
    """
    players = {it: night.player(*it) for it in itertools.product(PLATFORMS, LANGUAGES)}
    for (_, language), player in players.items():
        player.play(_until("resolve", scenarios(language)[LEFT])[0])
    wait_until_delivered(night.stack)
    night.pass_by(timedelta(hours=30))
    return players


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("platform", PLATFORMS)
def test_news_of_the_day_after_come_to_the_chat(
    night: Night, left: dict[tuple[str, str], Player], platform: str, language: str
) -> None:
    """On Telegram at once, on WhatsApp when a template has been answered."""
    player = left[platform, language]
    resolve, heard = _until("resolve", scenarios(language)[LEFT])[1][:2]
    player.do_resolve(resolve["resolve"])
    if isinstance(player.chat, WhatsAppChat):
        (knock,) = player.chat.read()
        assert knock.text.startswith("[aclaro_report_news/")
        player.before = player.chat.seen
        player.chat.read_it()
    began, status, _, question = heard["bot"]
    player.do_bot([began, status, f"*{resolve['resolve']}*", question])
    print("\n".join(player.chat.transcript))
    assert not night.graph.refusals


def _until(name: str, steps: list[Step]) -> tuple[list[Step], list[Step]]:
    """The steps before the first of this name, and the others."""
    place = next(place for place, step in enumerate(steps) if name in step)
    return steps[:place], steps[place:]


@contextmanager
def _operator(stack: Stack, folder: Path, hours: dict[str, Any]) -> Iterator[None]:
    """Another operator: the demonstration's, with these hours for some ways to reach it."""
    known = yaml.safe_load((ROOT / "selfcare" / "operator.yml").read_text(encoding="utf-8"))
    known["hours"] |= hours
    file = folder / "operator.yml"
    file.write_text(yaml.safe_dump(known), encoding="utf-8")
    stack.variables["OPERATOR_FILE"] = str(file)
    stack.restart("actions")
    yield
    del stack.variables["OPERATOR_FILE"]
    stack.restart("actions")
