"""Which report is asked about: by a button, in words, or by the number that was read in them."""

from typing import Any

import pytest

from actions.report import ActionReportStatus
from tests.unit.actions.customer import Answer, Customer
from tests.unit.selfcare.fakes import World, a_report

NUMBER = "DSP-068V-CD18"


def asked(world: World, text: str, read: "str | None" = None) -> Answer:
    world.billing.its_reports.append(a_report(NUMBER))
    entities: list[dict[str, Any]] = [{"entity": "report_number", "value": read}] if read else []
    return Customer(world).attends(ActionReportStatus(), text, "check_report_status", entities)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("¿qué pasa con dsp 068v cd18?", None),
        ("dsp cero seis ocho uve ce de uno ocho", NUMBER),
        (f'/check_report_status{{"report_number": "{NUMBER}"}}', None),
    ],
)
def test_a_report_is_told_by_its_number(world: World, text: str, read: "str | None"):
    assert asked(world, text, read).said[0] == "utter_report"


@pytest.mark.parametrize("read", [None, "DSP-068V-CD19"])
def test_a_number_with_a_slip_is_said_to_be_incomplete(world: World, read: "str | None"):
    assert asked(world, "DSP-068V-CD19", read).said == ["utter_report_number_wrong"]
