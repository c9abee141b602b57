"""What a bill's document says, from its head to its last call."""

from collections.abc import Iterator
from datetime import timedelta

from billing.documents.drawing import About, drawn, shortened, wrapped
from billing.documents.paging import WIDTH, Cell, Row, Table, Together, paged
from billing.documents.statement import BilledCall, BilledLine, Statement
from billing.documents.words import Words, duration, telephone
from billing.settings import Settings
from billing.site.languages import best_of
from billing.site.operator import Operator
from billing.site.texts import Texts

HEADING, TITLE = 12.0, 18.0
SPACE = Row(height=10.0)
#: Where the columns of calls begin, and where those of figures end.
CALLED, KIND, LENGTH = 115.0, 225.0, 420.0
ABROAD = ("international", "roaming")


class Printer:
    """Makes documents in the operator's name."""

    def __init__(self, settings: Settings, operator: Operator) -> None:
        self._settings, self._operator = settings, operator
        self._texts = Texts(settings.operator_name)

    def bill(self, statement: Statement) -> bytes:
        """The document of a bill; the same bytes as long as nothing about the bill changes."""
        settings, operator, account = self._settings, self._operator, statement.account
        language = best_of([statement.customer.language]) or operator.language
        words = Words(self._texts, language, account.country, account.currency, account.time_zone)
        blocks: list[Together | Table] = [
            Together(list(_head(statement, words, operator, settings))),
            Together(list(_summary(statement, words))),
            Together(list(_settlement(statement, words))),
            Together(list(_dispute(statement, words, operator, settings))),
            *(_calls(line, words) for line in statement.lines if line.calls),
        ]
        title = words.say("bill_title", number=statement.bill.number)
        about = About(
            title=f"{title} – {settings.operator_name}",
            author=settings.operator_name,
            language=language,
            foot=title,
            page_of=lambda page, pages: words.say("bill_page", page=page, pages=pages),
        )
        return drawn(paged(blocks), about)


def _head(
    statement: Statement, words: Words, operator: Operator, settings: Settings
) -> Iterator[Row]:
    bill = statement.bill
    yield Row((Cell(settings.operator_name, bold=True, size=TITLE),), 20)
    yield Row((Cell(f"{operator.address} · {operator.phone_written} · {operator.email}", size=8),))
    yield Row(height=24)
    title = words.say("bill_title", number=bill.number)
    yield Row((Cell(title, bold=True, size=15),), 22, heading=title)
    facts = {
        "bill_customer": statement.customer.name,
        "bill_account": statement.account.id,
        "bill_period": f"{words.day(bill.period_start)} – {words.last_day(bill.period_end)}",
        "bill_issued": words.day(bill.bill_date),
        "bill_due": words.day(bill.due_date),
        "bill_times": words.zone_name,
    }
    for key, fact in facts.items():
        for place, part in enumerate(wrapped(fact, WIDTH - 130)):
            yield Row((Cell("" if place else words.say(key)), Cell(part, 130)))
    yield SPACE


def _summary(statement: Statement, words: Words) -> Iterator[Row]:
    bill = statement.bill
    yield _heading(words.say("bill_charges"))
    yield from _by_line(statement, words)
    yield _sum(words.say("bill_before_tax"), words.money(statement.before_tax), ruled=True)
    rate = words.rate(statement.account.tax_rate)
    tax = bill.amount_due - statement.before_tax
    yield _sum(words.say("bill_tax", rate=rate), words.money(tax))
    yield _sum(words.say("bill_amount_due"), words.money(bill.amount_due), bold=True)
    yield SPACE


def _by_line(statement: Statement, words: Words) -> Iterator[Row]:
    """Fees and calls line by line, where what is stored of the lines is what the bill says."""
    bill, lines = statement.bill, statement.lines
    if sum(line.fee for line in lines) == bill.fixed_charges:
        for line in lines:
            if line.fee:
                name = f"{words.say('bill_fee')} · {telephone(line.number)} · {line.plan}"
                yield _sum(shortened(name, 380), words.money(line.fee))
    else:
        yield _sum(words.say("bill_fee"), words.money(bill.fixed_charges))
    if sum(line.usage for line in lines) == bill.usage_charges:
        for line in lines:
            if line.calls:
                counted = words.say("bill_calls_counted", count=len(line.calls))
                yield _sum(f"{counted} · {telephone(line.number)}", words.money(line.usage))
    else:
        yield _sum(words.say("bill_calls"), words.money(bill.usage_charges))


def _settlement(statement: Statement, words: Words) -> Iterator[Row]:
    if statement.credits or statement.payments:
        yield _heading(words.say("bill_settlement"))
    for credit in statement.credits:
        day, number = words.day(credit.created_at), credit.ticket_id
        note = words.say("bill_credit", number=credit.id)
        if number is not None:
            note = words.say("bill_credit_for_report", number=credit.id, report=number)
        yield _sum(shortened(f"{day} · {note}", 400), words.money(-credit.amount))
    for payment in statement.payments:
        means = words.say("bill_payment", means=payment.means)
        yield _sum(f"{words.day(payment.paid_at)} · {means}", words.money(-payment.amount))
    yield _sum(words.say("bill_remaining"), words.money(statement.remaining), ruled=True, bold=True)
    yield SPACE


def _dispute(
    statement: Statement, words: Words, operator: Operator, settings: Settings
) -> Iterator[Row]:
    yield _heading(words.say("bill_dispute"))
    limit = timedelta(days=settings.dispute_age_limit_days)
    text = words.say(
        "bill_dispute_text",
        address=settings.public_url.rstrip("/"),
        phone=operator.phone_written,
        until=words.day(statement.bill.bill_date + limit),
    )
    for line in wrapped(text, WIDTH):
        yield Row((Cell(line),))
    yield SPACE


def _calls(line: BilledLine, words: Words) -> Table:
    number = telephone(line.number)
    title = words.say("bill_calls_of", number=number)
    names = Row(
        (
            Cell(words.say("bill_when"), bold=True),
            Cell(words.say("bill_called"), CALLED, bold=True),
            Cell(words.say("bill_kind"), KIND, bold=True),
            Cell(words.say("bill_duration"), LENGTH, ends=True, bold=True),
            Cell(words.say("bill_price"), WIDTH, ends=True, bold=True),
        ),
    )
    return Table(
        head=[SPACE, Row((Cell(title, bold=True, size=HEADING),), 18), names],
        rows=[(_call(call, words), call.amount) for call in line.calls],
        foot=[_sum(words.say("bill_line_total"), words.money(line.usage), ruled=True, bold=True)],
        carried=lambda so_far: _sum(words.say("bill_carried"), words.money(so_far), ruled=True),
        brought=lambda so_far: _sum(words.say("bill_brought"), words.money(so_far)),
    )


def _call(call: BilledCall, words: Words) -> Row:
    kind = words.say("bill_call_type", type=call.call_type)
    if call.call_type in ABROAD:
        kind = f"{kind} · {words.territory(call.destination_country)}"
    return Row(
        (
            Cell(words.moment(call.started_at)),
            Cell(telephone(call.called_number), CALLED),
            Cell(shortened(kind, LENGTH - KIND - 40), KIND),
            Cell(duration(call.duration), LENGTH, ends=True),
            Cell(words.money(call.amount), WIDTH, ends=True),
        )
    )


def _heading(text: str) -> Row:
    return Row((Cell(text, bold=True, size=HEADING),), 18, heading=text)


def _sum(name: str, amount: str, *, ruled: bool = False, bold: bool = False) -> Row:
    cells = Cell(name, bold=bold), Cell(amount, WIDTH, ends=True, bold=bold)
    return Row(cells, 15 if ruled else 13, ruled)
