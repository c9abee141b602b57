"""A small bot, trained and run with the real policy, patches, stores and NLG.

Its action server is a real one, and is stopped in the middle of things.
"""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.utils.endpoints import EndpointConfig

from assistant.nlg import FluentNaturalLanguageGenerator
from assistant.stores import ConversationLocks, ConversationStore
from assistant.texts import Texts
from tests.unit.assistant.dialogue import apply_patches

SMALL_BOT = Path(__file__).parent / "small_bot"

pytestmark = pytest.mark.filterwarnings("ignore")  # Rasa's training warns of itself


class ActionServer:
    """The small bot's actions, in a process of their own."""

    def __init__(self, directory: Path) -> None:
        with socket.socket() as sock:
            sock.bind(("127.0.0.1", 0))
            self.port = sock.getsockname()[1]
        self._directory = directory
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        if self._process:
            return
        module = ["-m", "rasa_sdk", "--actions", "small_bot_actions", "--port", str(self.port)]
        with (self._directory / "actions.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-W", "ignore", *module],
                cwd=self._directory,
                env={**os.environ, "SANIC_HOST": "127.0.0.1"},
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + 60
        while not self._answers():
            assert time.monotonic() < deadline, "the action server does not start"
            time.sleep(0.05)

    def stop(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health", timeout=5):
                return True
        except OSError:
            return False


class Bot:
    """One customer's conversation with the small bot."""

    def __init__(self, model: Path, directory: Path, actions: ActionServer) -> None:
        self.actions = actions
        self._model = model
        self._url = f"sqlite:///{directory / 'tracker.db'}"
        self.start()

    def start(self) -> None:
        """Start, or start again, with nothing in memory."""
        self.agent = Agent(
            generator=FluentNaturalLanguageGenerator(own_texts=Texts(SMALL_BOT / "locales")),
            tracker_store=ConversationStore(host=self._url),
            lock_store=ConversationLocks(),
            action_endpoint=EndpointConfig(f"http://127.0.0.1:{self.actions.port}/webhook"),
        )
        self.agent.load_model(str(self._model))

    def hears(self, text: str, language: str = "en") -> list[str]:
        channel = CollectingOutputChannel()
        message = UserMessage(text, channel, "someone", metadata={"language": language})
        asyncio.run(self.agent.handle_message(message))
        return [said["text"] for said in channel.messages]

    def tracker(self) -> Any:
        return asyncio.run(self.agent.tracker_store.retrieve("someone"))


@pytest.fixture(scope="module", autouse=True)
def _patched() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        apply_patches(monkeypatch)
        structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
        yield
        structlog.reset_defaults()


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(SMALL_BOT, tmp_path_factory.mktemp("small") / "bot"))


@pytest.fixture(scope="module")
def model(directory: Path) -> Path:
    from rasa.model_training import train

    domain, config = str(directory / "domain.yml"), str(directory / "config.yml")
    result = train(domain, config, [str(directory / "data")], str(directory / "models"))
    assert result.model
    return Path(result.model)


@pytest.fixture(scope="module")
def action_server(directory: Path) -> Iterator[ActionServer]:
    server = ActionServer(directory)
    yield server
    server.stop()


@pytest.fixture
def bot(model: Path, tmp_path: Path, action_server: ActionServer) -> Bot:
    action_server.start()
    return Bot(model, tmp_path, action_server)


def test_a_form_is_filled_and_submitted(bot: Bot) -> None:
    assert bot.hears("order") == ["en size?"]
    assert bot.hears("small") == ["en colour?"]
    assert bot.hears("red") == ["en ordered small 1"]


def test_a_digression_and_a_change_of_language_come_back_to_the_question(bot: Bot) -> None:
    bot.hears("order")
    assert bot.hears("hello") == ["en hello", "en size?"]
    assert bot.hears("tell") == ["en told no 1", "en size?"]
    assert bot.hears('/inform{"language":"pl"}') == ["pl what? no 1", "pl size?"]
    assert bot.hears("small") == ["pl colour?"]


def test_what_no_rule_is_for_is_answered_in_a_form_and_outside(bot: Bot) -> None:
    assert bot.hears("gibberish") == ["en what? no 1"]
    bot.hears("order")
    assert bot.hears("gibberish") == ["en what? no 1", "en size?"]


def test_an_action_that_follows_another_needs_no_rule(bot: Bot) -> None:
    assert bot.hears("call") == ["en told no 1"]
    bot.hears("order")
    assert bot.hears("call") == ["en told no 1", "en size?"]


def test_an_action_that_says_nothing_is_an_error_that_the_customer_hears_of(bot: Bot) -> None:
    assert bot.hears("vanish") == ["en error"]


def test_an_action_that_cannot_run_is_answered(bot: Bot) -> None:
    bot.actions.stop()
    assert bot.hears("tell") == ["en not available"]
    bot.actions.start()
    assert bot.hears("tell") == ["en told no 1"]


def test_a_form_that_cannot_begin_has_not_finished(bot: Bot) -> None:
    bot.actions.stop()
    assert bot.hears("order") == ["en not available"]
    bot.actions.start()
    assert bot.hears("order") == ["en size?"]


def test_an_answer_while_the_actions_are_down_is_asked_for_again_and_earlier_ones_stay(
    bot: Bot,
) -> None:
    bot.hears("order")
    bot.hears("large")
    bot.actions.stop()
    assert bot.hears("red") == ["en not available"]
    assert bot.hears("hello") == ["en not available"]
    bot.actions.start()
    assert bot.hears("hello") == ["en hello", "en colour?"]
    assert bot.hears("blue") == ["en ordered large 1"]


def test_a_conversation_goes_on_after_a_restart_of_the_server(bot: Bot) -> None:
    bot.hears("order", language="fr")
    bot.hears("large")
    bot.start()
    assert bot.hears("blue") == ["fr ordered large 1"]


def test_starting_over_keeps_the_language_and_nothing_else(bot: Bot) -> None:
    bot.hears("order", language="fr")
    bot.hears("large")
    assert bot.hears("/restart") == ["fr from the start"]
    assert bot.hears("tell") == ["fr told no 1"]
    assert bot.tracker().active_loop_name is None


def test_a_language_that_is_not_spoken_is_not_started_with(bot: Bot) -> None:
    assert bot.hears("hello", language="../../etc") == ["es hello"]
