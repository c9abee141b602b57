"""Photos and documents of the customer: with a draft, and on their way to a report."""

from dataclasses import replace
from typing import Any

from rasa_sdk.events import FollowupAction

from actions import say
from actions.base import PERSON, START
from actions.turn import Turn
from selfcare.attaching import Attached
from selfcare.dispute import LONGEST_WORDS
from selfcare.draft import Draft
from selfcare.written_report import ADDITION

SEND_FILE = "send_file"
FILE_FORM = "file_form"
ATTACH = "action_attach_files"
FILE_REPORT = "file_report"
#: The slot that says that a file came just before: what is written next may belong to it.
AFTER_FILE = "after_file"
#: What FILE_REPORT says once the report is known.
KNOWN = "known"
ADD_LATER = say.choice("button_add_file", f"/{ADDITION}")
RETRY = say.choice("button_retry", '/inform{"answer":"retry"}')
#: Letters without which words beside a photo say nothing.
FEWEST_LETTERS = 5


def ask_where_files_go(turn: Turn, words: str = "") -> None:
    """Open the form for it, outside of any other; `words` go along."""
    note_file_wish(turn, words)
    for slot in (FILE_REPORT, "signed_in"):
        turn.set(slot, None)
    turn.events.append(FollowupAction(FILE_FORM))


def note_file_wish(turn: Turn, words: str = "") -> None:
    """Keep which report was told of or filed last: it is probably meant."""
    told = turn.wish()
    known: dict[str, Any] = dict(told.entities) if told else {}
    draft = turn.services.drafts.of(turn.conversation)
    known.update(turn.message.entities)
    if not known.get("report_number") and draft and draft.report:
        known["report_number"] = draft.report.number
    kept = {name: known.get(name) for name in ("report_number", "waits_for", "words")}
    if words:
        kept["words"] = words
    turn.add_to_wish(replace(turn.message, intent=SEND_FILE, entities={}), **kept)


def names_the_files_report(turn: Turn) -> bool:
    """Whether an earlier button says to which report the files go that still wait; if so, that is
    done.
    """
    number = turn.message.entity("report_number") if turn.message.is_button else None
    if not number or not turn.services.received.waiting(turn.conversation):
        return False
    note_file_wish(turn)
    turn.set(FILE_REPORT, KNOWN)
    turn.events.append(FollowupAction(ATTACH))
    return True


def start_draft(turn: Turn, **said: Any) -> Draft:
    """A new draft, with the files of which nobody has said where they go."""
    files = tuple(turn.services.received.waiting(turn.conversation))
    if files:
        turn.say("utter_files_go_along", count=len(files))
    return turn.services.drafts.start(turn.conversation, files=files, **said)


def put_with_draft(turn: Turn, draft: Draft, file: str) -> None:
    """Let a file go with what is being put together; sent twice it goes once."""
    files = draft.files if file in draft.files else (*draft.files, file)
    turn.services.drafts.change(turn.conversation, files=files)
    turn.say("utter_file_with_draft", count=len(files))


def leave_files(turn: Turn) -> None:
    """They wait for another time; so does what was told of before."""
    wish = turn.wish(SEND_FILE)
    if wish and wish.entity("waits_for"):
        turn.add_to_wish(replace(wish, intent="check_report_status"))
    count = len(turn.services.received.waiting(turn.conversation))
    hours = turn.services.received.limits.told["hours"]
    turn.say("utter_files_left", choices=[ADD_LATER, *START[:1]], count=count, hours=hours)


def leave_files_out(turn: Turn) -> None:
    """They were sent by mistake."""
    draft = turn.services.drafts.of(turn.conversation)
    if draft is not None:
        turn.services.received.forget(turn.conversation, *draft.files)
        turn.services.drafts.change(turn.conversation, files=())
        turn.say("utter_files_left_out", count=len(draft.files))


def files_of(turn: Turn, draft: Draft) -> "list[str]":
    """The draft's files that are still there."""
    waiting = turn.services.received.waiting(turn.conversation)
    return [file for file in draft.files if file in waiting]


def words_and_files(turn: Turn, draft: Draft) -> Any:
    """The customer's words as a summary says them, and how many files go along."""
    files = files_of(turn, draft)
    if draft.about and files and not draft.words:
        return say.message("only_files", count=len(files))
    none = say.message("no_own_words")
    words = say.message("own_words", words=draft.words) if draft.words else none
    return say.message("words_and_files", words=words, count=len(files)) if files else words


def is_words(turn: Turn) -> bool:
    """Whether the message says enough to be kept with a file."""
    letters = sum(letter.isalpha() for letter in turn.message.text)
    return letters >= FEWEST_LETTERS


def keep_words_in_draft(turn: Turn) -> bool:
    """What was written beside a photo becomes the customer's own words; whether it was any."""
    draft = turn.services.drafts.of(turn.conversation)
    if draft is None or not is_words(turn):
        return False
    words = f"{draft.words}\n{turn.message.text}" if draft.words else turn.message.text
    if len(words) > LONGEST_WORDS:
        turn.explain("utter_own_words_too_long", limit=LONGEST_WORDS)
        return True
    turn.services.drafts.change(turn.conversation, words=words)
    turn.set("own_words", True)
    turn.say("utter_words_with_file")
    return True


def attach_files(turn: Turn, number: str, gone: int = 0) -> Attached:
    """Attach what is meant for this report; `gone` is how many files were not kept so long."""
    attached = turn.services.attaching.attach(turn.conversation, turn.token, number)
    return replace(attached, gone=attached.gone + gone)


def tell_what_is_attached(
    turn: Turn, number: str, attached: Attached, choices: "list[dict[str, Any]] | None" = None
) -> None:
    """What is on the report now, if anything is."""
    if attached.done:
        turn.say("utter_files_attached", count=attached.done, report=number, choices=choices)


def tell_what_is_missing(turn: Turn, number: str, attached: Attached) -> None:
    """What is not on the report, why, and the way on."""
    if attached.gone:
        hours = turn.services.received.limits.told["hours"]
        turn.say("utter_files_gone", count=attached.gone, hours=hours)
    if attached.refused:
        turn.say("utter_files_refused", count=attached.refused, report=number, choices=[PERSON])
    if attached.waiting:
        choices = [RETRY, PERSON]
        turn.say("utter_files_waiting", count=attached.waiting, report=number, choices=choices)
