"""The domain, the actions and the texts agree with each other."""

import asyncio
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

import actions
from actions.base import SelfcareAction
from actions.form import DIGRESSIONS, Form
from actions.say import INELIGIBLE, PLACES
from assistant.channels.payloads import ENTITIES
from assistant.texts import texts
from locales import LANGUAGES
from selfcare.dispute import MEANS_OF_PAYMENT, REASONS
from selfcare.report import statuses
from tests.unit.actions.customer import REJECTED
from tests.unit.selfcare.fakes import CHAT, World

ROOT = Path(actions.__file__).parent.parent
DOMAIN: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
#: What actions say: names of responses, buttons and parts of messages, whole or to be completed.
NAMED = re.compile(r'"((?:utter|button|means|cycle|call|place)_[a-z_]+)(\{|")')


def action_classes() -> Iterator[type[SelfcareAction]]:
    for module in pkgutil.iter_modules(actions.__path__):
        if module.name != "__main__":
            importlib.import_module(f"actions.{module.name}")
    waiting: list[Any] = [SelfcareAction]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if not kind.__abstractmethods__ and kind.__module__.startswith("actions."):
            yield kind


CLASSES = sorted(set(action_classes()), key=lambda kind: kind.__name__)


def test_every_action_is_in_the_domain_and_every_one_in_the_domain_exists():
    assert sorted(kind().name() for kind in CLASSES) == sorted(DOMAIN["actions"])


def test_what_a_button_may_carry_is_in_the_domain():
    """Rasa drops an entity that the domain does not know."""
    assert set(ENTITIES) <= set(DOMAIN["entities"])


def test_a_form_asks_for_what_the_domain_says_it_needs():
    forms = {it.form: it for it in (kind() for kind in CLASSES) if isinstance(it, Form)}
    assert set(forms) == set(DOMAIN["forms"])
    for name, form in forms.items():
        asked = [question.slot for question in form.questions]
        assert sorted(asked) == sorted(DOMAIN["forms"][name]["required_slots"])


def test_what_may_be_said_in_the_middle_of_a_form_is_an_intent():
    assert set(DOMAIN["intents"]) >= DIGRESSIONS


def keys_used() -> set[str]:
    """Every message that actions and domain name."""
    keys = {
        *DOMAIN["responses"],
        *(
            button["title"]
            for (response,) in DOMAIN["responses"].values()
            for button in response.get("buttons") or ()
        ),
        *(f"reason_{code}" for code in REASONS),
        *(f"means_{code}" for code in MEANS_OF_PAYMENT),
        *(f"ineligible_{code}" for code in (*INELIGIBLE, "other")),
        *(f"place_{code}" for code in PLACES),
        *(f"status_{code}" for code in statuses()),
        *("hours_weekdays", "hours_saturday"),
    }
    for source in (ROOT / "actions").glob("*.py"):
        for name, ends in NAMED.findall(source.read_text(encoding="utf-8")):
            if ends == '"':
                keys.add(name)
    return keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_that_is_named_can_be_said(language: str):
    arguments = {
        name: 2
        for ftl in (ROOT / "locales" / language).glob("*.ftl")
        for name in re.findall(r"\$\s*([a-zA-Z_]+)", ftl.read_text(encoding="utf-8"))
    }
    for key in sorted(keys_used()):
        assert texts().render(language, key, arguments), key


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: str(kind.__name__))
@pytest.mark.parametrize("is_signed_in", [True, False])
def test_every_action_answers_with_at_least_one_event(
    world: World, monkeypatch: pytest.MonkeyPatch, kind: type[SelfcareAction], is_signed_in: bool
):
    monkeypatch.setattr("actions.base.services", lambda: world.services)
    if not is_signed_in:
        world.services.signin.forget(CHAT)
    tracker = Tracker(
        CHAT.sender,
        {"language": "pl"},
        {"text": "hm", "intent": {"name": "greet", "confidence": 0.5}, "entities": []},
        [{"event": "user", "input_channel": CHAT.channel}, REJECTED],
        False,
        None,
        {},
        None,
    )
    assert asyncio.run(kind().run(CollectingDispatcher(), tracker, {}))
