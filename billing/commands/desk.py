"""What the desk does with reports: one function a command."""

from argparse import ArgumentParser, Namespace
from typing import Protocol

from billing import clock
from billing.commands.opening import AddParser, opened
from billing.credit_rules import credit_rules
from billing.decisions import Desk, Officer
from billing.settings import Settings


def add_commands(add_parser: AddParser) -> None:
    """Add them; each parser's `run` is the function that carries the command out."""
    rules = credit_rules()
    _act(add_parser, "take", "look after a report", _take, has_words=False)
    _act(add_parser, "ask", "ask the customer something, and wait for the answer", _ask)
    _act(add_parser, "note", "tell the customer something", _note)
    _act(add_parser, "resolve", "say that it is done", _resolve)
    reject = _act(add_parser, "reject", "say that nothing can be done", _reject)
    reject.add_argument("--reason", choices=rules.rejections, required=True)
    find = _act(add_parser, "find", "say whether a disputed charge was undue", _find)
    found = find.add_mutually_exclusive_group(required=True)
    found.add_argument("--undue", action="store_true", help="it is recalculated")
    found.add_argument("--due", action="store_true", help="it is owed as it was billed")
    decide = _act(add_parser, "decide", "give the money back, or say why not", _decide)
    decision = decide.add_mutually_exclusive_group(required=True)
    decision.add_argument("--credit", action="store_true", help="give the disputed sum back")
    decision.add_argument("--offer", metavar="SUM", help="a part of it, as in 12.50")
    decision.add_argument("--refuse", choices=rules.refusals, metavar="REASON")


class Act(Protocol):
    """Something that an officer does with a report."""

    def __call__(self, desk: Desk, officer: Officer, arguments: Namespace) -> str | None:
        """What is printed of it, if anything."""


def _act(
    add_parser: AddParser, name: str, help_: str, act: Act, *, has_words: bool = True
) -> ArgumentParser:
    parser = add_parser(name, help=help_)
    parser.add_argument("number", help="the report's, as the customer has it: DSP-7F3K-29QX")
    if has_words:
        parser.add_argument("words", help="what the customer is told, in the customer's language")
    parser.add_argument("--by", required=True, help="who does it; the audit trail keeps it")
    parser.add_argument("--role", choices=credit_rules().limits, default="clerk")
    parser.set_defaults(run=lambda settings, arguments: _at_the_desk(settings, act, arguments))
    return parser


def _at_the_desk(settings: Settings, act: Act, arguments: Namespace) -> None:
    officer = Officer(arguments.by, arguments.role)
    with opened(settings, "Nothing was decided") as database:
        said = act(Desk(database, credit_rules()), officer, arguments)
    if said:
        print(said)


def _take(desk: Desk, officer: Officer, arguments: Namespace) -> None:
    desk.take(arguments.number, officer, clock.now())


def _ask(desk: Desk, officer: Officer, arguments: Namespace) -> None:
    desk.ask(arguments.number, officer, arguments.words, clock.now())


def _note(desk: Desk, officer: Officer, arguments: Namespace) -> None:
    desk.note(arguments.number, officer, arguments.words, clock.now())


def _resolve(desk: Desk, officer: Officer, arguments: Namespace) -> None:
    desk.resolve(arguments.number, officer, arguments.words, clock.now())


def _reject(desk: Desk, officer: Officer, arguments: Namespace) -> None:
    desk.reject(arguments.number, officer, arguments.reason, arguments.words, clock.now())


def _find(desk: Desk, officer: Officer, arguments: Namespace) -> str | None:
    return desk.find(arguments.number, officer, arguments.undue, arguments.words, clock.now())


def _decide(desk: Desk, officer: Officer, arguments: Namespace) -> None:
    number, words, now = arguments.number, arguments.words, clock.now()
    if arguments.credit:
        desk.credit(number, officer, words, now)
    elif arguments.offer:
        desk.offer(number, officer, desk.in_its_currency(number, arguments.offer), words, now)
    else:
        desk.refuse(number, officer, arguments.refuse, words, now)
