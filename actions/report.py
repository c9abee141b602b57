"""What became of a report."""

from typing import Any

from actions import say
from actions.base import PERSON, START, SelfcareAction
from actions.settled import settled_choices
from actions.status_codes import begin_code, code_choices, tell_other_ways, wants_code
from actions.turn import Turn
from selfcare.errors import NotFound
from selfcare.lexicon import says
from selfcare.report import Report, read_report_number, statuses
from selfcare.written_report import ADDITION

#: Reports that are no disputes, by their ticket's type.
KINDS = ("fraud", "fault", "request", "serviceRequest", "complaint", "message")
#: A response and its arguments.
Told = tuple[str, dict[str, Any]]
#: What can be done after a refusal.
NEXT_STEPS = ("complaint", "addInformation", "viewBill", "contactUs")
#: What more there is to say on a report that is no dispute goes where the report went.
MORE_ON: "dict[str | None, str]" = {
    "fault": "report_fault",
    "request": "contact_form",
    "serviceRequest": "contact_form",
    "complaint": "escalate_complaint",
    "message": "contact_form",
}
#: Reports that are offered as buttons at a time.
OFFERED = 6


class ActionReportStatus(SelfcareAction):
    """One report by its number, or the list of the customer's reports."""

    retry = "/check_report_status"

    def name(self) -> str:
        """As Rasa wants it."""
        return "action_report_status"

    def act(self, turn: Turn) -> None:
        """The number may be in a button or in the words; without one, all are offered."""
        is_asked_now = turn.message.intent == "check_report_status"
        if is_asked_now and turn.form in (None, "sign_in_form"):
            turn.note_wish()
        number, is_complete = self._number(turn)
        if not is_complete:
            reports = turn.services.reports.of(turn.conversation)
            turn.say("utter_report_number_wrong", report=number, choices=_buttons(reports, 1))
            return
        if number is not None and wants_code(turn):
            begin_code(turn, number)
            return
        if number is None and is_asked_now:
            number = just_filed(turn)
        if number is None:
            self._offer(turn, turn.services.reports.of(turn.conversation))
            return
        try:
            tell(turn, turn.services.reports.one(turn.conversation, number))
        except NotFound:
            self._tell_what_led_to(turn, number)

    def signed_out(self, turn: Turn) -> None:
        """Who has a number need not have signed in to get it."""
        number, is_complete = self._number(turn)
        is_asked_now = turn.message.intent == "check_report_status"
        if number and is_complete and is_asked_now:
            tell_other_ways(turn, number)
        super().signed_out(turn)

    def _tell_what_led_to(self, turn: Turn, number: str) -> None:
        """A recalculation is told of with its report."""
        reports = turn.services.reports.of(turn.conversation)
        report = next((it for it in reports if it.is_called(number)), None)
        if report is None:
            choices = [*code_choices(turn, number), *_buttons(reports, 1)]
            turn.say("utter_report_not_found", report=number, choices=choices)
        else:
            tell(turn, report)

    def _number(self, turn: Turn) -> "tuple[str | None, bool]":
        """The number asked for, and whether one of ours has the right check symbol."""
        is_asked_now = turn.message.intent == "check_report_status"
        wish = turn.message if is_asked_now else turn.wish("check_report_status")
        if wish is None:
            return None, True
        number = wish.entity("report_number")
        if number and wish.is_button:
            return str(number), True
        read = read_report_number(str(number or wish.text))
        return (read.text, read.is_valid) if read else (None, True)

    def _offer(self, turn: Turn, reports: "list[Report]") -> None:
        if not reports:
            turn.say("utter_no_reports", choices=START[:2])
            return
        if len(reports) == 1:
            tell(turn, reports[0])
            return
        page = int(turn.message.entity("page") or 1)
        turn.say("utter_reports", count=len(reports), choices=_buttons(reports, page))


def just_filed(turn: Turn) -> "str | None":
    """The report that "when will it be fixed?" is about, right after it was filed."""
    text = turn.message.text
    if not text or says(turn.language, text, "other_reports"):
        return None
    filed = turn.services.filing.just_filed(turn.conversation)
    return filed.number if filed else None


def report_button(report: Report, payload: str) -> "dict[str, Any]":
    """A report as a button: number, day and status."""
    return say.choice(
        "report_title",
        payload,
        report=report.number,
        filed=say.day(report.filed),
        status=_status(report),
    )


def _buttons(reports: "list[Report]", page: int) -> "list[dict[str, Any]]":
    """The reports of a page, the latest first, and the way to the next page."""
    first, until = (page - 1) * OFFERED, page * OFFERED
    buttons = [
        report_button(report, say.follow_up(report.number)) for report in reports[first:until]
    ]
    if until < len(reports):
        buttons.append(say.choice("button_more", f'/check_report_status{{"page":{page + 1}}}'))
    return buttons


def tell(turn: Turn, report: Report) -> None:
    """Status, subject, what is still to come, what was said last, and what can be answered."""
    turn.services.news.follow(turn.conversation, report)
    note_what_it_waits_for(turn, report)
    told: list[Told] = [
        (
            "utter_report",
            {
                "report": report.number,
                "filed": say.day(report.filed),
                "status": _status(report),
                "subject": _subject(report),
            },
        )
    ]
    if report.files:
        told.append(("utter_report_files", {"count": report.files}))
    if not report.is_withdrawn:
        told += _to_come(report) + _said_last(report)
    if report.offered and report.amount:
        sums = {"offered": say.money(report.offered), "disputed": say.money(report.amount)}
        told.append(("utter_report_offer", sums))
    if report.is_resolved:
        told.append(("utter_ask_settled", {"report": report.number}))
    if report.next_step in NEXT_STEPS:
        told.append((f"utter_next_step_{report.next_step}", {}))
    *first, (last, args) = told
    for response, its_args in first:
        turn.say(response, **its_args)
    turn.say(last, choices=_ways_on(report), **args)


def note_what_it_waits_for(turn: Turn, report: Report) -> None:
    """The next message may answer it (`actions/told.py`)."""
    told = turn.wish("check_report_status")
    if told is None or turn.form:
        return
    waits_for = None
    if report.question:
        waits_for = "question"
    elif report.offered and report.amount:
        waits_for = "offer"
    elif report.is_resolved:
        waits_for = "settled"
    elif report.next_step == "complaint":
        waits_for = "complaint"
    turn.add_to_wish(told, report_number=report.number, waits_for=waits_for)


def _to_come(report: Report) -> "list[Told]":
    """What was credited, or when the bill is calculated anew, or by when there is an answer."""
    if report.credited:
        return [("utter_report_credited", {"amount": say.money(report.credited)})]
    if report.recalculation and report.recalculated_by:
        day = say.day(report.recalculated_by)
        return [("utter_report_recalculation", {"number": report.recalculation, "date": day})]
    waits_for_customer = report.offered or report.question
    if report.is_open and report.answer_by and not waits_for_customer:
        return [("utter_report_answer_by", {"answer_by": say.day(report.answer_by)})]
    return []


def _said_last(report: Report) -> "list[Told]":
    """What the operator said, and what they asked."""
    told: list[Told] = []
    if report.note and report.note_day and report.note != report.question:
        note = {"date": say.day(report.note_day), "note": report.note}
        told.append(("utter_report_note", note))
    if report.question:
        told.append(("utter_report_question", {"question": report.question}))
    return told


def _ways_on(report: Report) -> "list[dict[str, Any]]":
    if report.is_resolved:
        return settled_choices(report.number)
    ways = []
    if report.question:
        ways.append(say.choice("button_answer_question", _about(ADDITION, report)))
    if report.next_step == "complaint":
        ways.append(say.choice("button_complain", _about("escalate_complaint", report)))
    if report.next_step == "addInformation":
        more = MORE_ON.get(report.kind, ADDITION)
        ways.append(say.choice("button_add_information", _about(more, report)))
    if report.offered:
        ways.append(say.choice("button_answer_offer", _about("answer_offer", report)))
    if report.is_open:
        ways.append(say.choice("button_withdraw", _about("withdraw_dispute", report)))
    return [*ways, PERSON] if ways or report.note else []


def _about(intent: str, report: Report) -> str:
    return f'/{intent}{{"report_number":"{report.number}"}}'


def _status(report: Report) -> Any:
    known = report.status if report.status in statuses() else "acknowledged"
    return say.message(f"status_{known}")


def _subject(report: Report) -> Any:
    if report.reason is None and report.kind in KINDS:
        return say.message(f"subject_{report.kind}")
    reason = say.reason(report.reason)
    if report.calls and report.amount:
        amount = say.money(report.amount)
        return say.message("subject_calls", count=report.calls, amount=amount, reason=reason)
    if report.amount:
        return say.message("subject_payment", amount=say.money(report.amount), reason=reason)
    return say.message("subject_other", reason=reason)
