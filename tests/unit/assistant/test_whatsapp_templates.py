"""The templates that an operator has approved, and what Meta's review looks at."""

from __future__ import annotations

import json

import locales
from assistant.channels.whatsapp.templates import A_PERSON, Templates, submissions
from assistant.texts import texts
from tests.graph_rules import check_template
from tests.rendered import responses


def test_every_template_is_ready_for_meta_in_every_language():
    bodies = json.loads(submissions(Templates.from_file(), texts()))
    assert len(bodies) == len(list(Templates.from_file())) * len(locales.LANGUAGES)
    for body in bodies:
        check_template(body)


def test_each_template_has_a_code_for_every_language():
    for template in Templates.from_file():
        assert template.languages.keys() == locales.LANGUAGES.keys()


def test_what_no_template_announces_is_announced_by_the_last_one():
    templates = Templates.from_file()
    assert templates.announcing("utter_report_news").name == "aclaro_report_news"
    assert templates.announcing(A_PERSON).name == "aclaro_person_replied"
    assert templates.announcing("utter_signed_in").name == "aclaro_message_waiting"
    assert templates.announcing(None).name == "aclaro_message_waiting"


def test_what_a_template_announces_is_something_that_is_said():
    announced = {response for it in Templates.from_file() for response in it.responses}
    assert announced - {A_PERSON} <= set(responses())
