"""An angry customer hears once that we are sorry, before the first answer."""

from __future__ import annotations

import pytest

from actions.calls import CallsForm
from actions.conversation import ActionFallback
from actions.dispute import ActionStartDispute, DisputeForm
from actions.written_report import ActionStartWrittenReport, WrittenReportForm
from selfcare.lexicon import says
from tests.unit.actions.customer import Answer, Customer


def prefaces(answer: Answer) -> list[str | None]:
    return [message.get("preface") for message in answer.messages]


def complains(customer: Customer, text: str, intent: str = "report_fault") -> Answer:
    return customer.starts(ActionStartWrittenReport(), text, intent, WrittenReportForm())


def test_regret_comes_before_the_first_answer_and_once(customer: Customer):
    first = complains(customer, "llevo tres días sin internet, estoy harto")
    assert prefaces(first) == ["regret"]
    again = customer.says("y encima la tele tampoco va, es una vergüenza", "report_fault")
    assert set(prefaces(again)) == {None}


def test_it_comes_with_the_first_thing_that_is_said(customer: Customer):
    text = "me han cobrado una llamada que no hice, esto es indignante"
    answer = customer.starts(ActionStartDispute(), text, "dispute_charge", DisputeForm())
    assert prefaces(answer)[0] == "regret"
    assert set(prefaces(answer)[1:]) <= {None}


def test_it_is_said_in_the_middle_of_a_form_too(customer: Customer):
    customer.form = CallsForm()
    customer.slots["requested_slot"] = "line"
    answer = customer.says("todas, estoy harta de esto", "inform")
    assert prefaces(answer)[0] == "regret"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("llevo tres días sin internet", "report_fault"),
        ('/report_fault{"report_number":"estoy harto"}', "report_fault"),
    ],
)
def test_who_is_not_angry_hears_none(customer: Customer, text: str, intent: str):
    assert set(prefaces(complains(customer, text, intent))) <= {None}


def test_what_is_not_understood_is_not_answered_with_regret(customer: Customer):
    answer = customer.attends(ActionFallback(), "estoy harto", "nlu_fallback")
    assert set(prefaces(answer)) == {None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This is OUTRAGEOUS, no internet again"),
        ("en", "it's the third time I've called about this bill"),
        ("es", "es la tercera vez que llamo por esta factura"),
        ("es", "Esto es una VERGÜENZA"),
        ("fr", "c’est inadmissible, je n'ai plus de réseau"),
        ("fr", "j’en ai marre de cette facture"),
        ("fr", "c'est la 3ème fois que j'appelle"),
        ("pl", "to skandal, znowu nie ma internetu"),
        ("pl", "trzeci raz dzwonię w sprawie rachunku"),
    ],
)
def test_a_sure_sign_of_anger_is_heard(language: str, text: str):
    assert says(language, text, "angry")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I was charged for a third call"),
        ("en", "my phone was stolen, the thieves used it"),
        ("es", "me robaron el móvil y los ladrones llamaron"),
        ("es", "la tercera llamada no es mía"),
        ("fr", "cet appel excède mon forfait"),
        ("fr", "déclaration de vol de mon téléphone"),
        ("pl", "złodzieje ukradli mi telefon"),
        ("pl", "trzecie połączenie nie jest moje"),
    ],
)
def test_what_only_sounds_like_it_is_no_anger(language: str, text: str):
    assert not says(language, text, "angry")
