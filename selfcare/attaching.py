"""Brings what customers sent to the reports it is meant for, each file once."""

import time
from dataclasses import dataclass

from selfcare.billing import Billing
from selfcare.errors import Changed, NotFound, Rejected, Unavailable
from selfcare.received import ReceivedFiles
from selfcare.signin import Conversation

#: Seconds after which no other file is begun: a conversation cannot wait longer than 12.
ENOUGH = 5.0


@dataclass(frozen=True)
class Attached:
    """How many files are on the report now, were refused by billing, were not kept so long, and
    are still to be attached because billing cannot be reached or it took too long.
    """

    done: int = 0
    refused: int = 0
    gone: int = 0
    waiting: int = 0


class Attaching:
    """Files that are meant for a report stay until it has them, or billing has refused them."""

    def __init__(self, billing: Billing, received: ReceivedFiles) -> None:
        self._billing = billing
        self._received = received

    def attach(self, conversation: Conversation, token: str, number: str) -> Attached:
        """Attach what is meant for this report. What may have arrived earlier, before a time-out
        or the end of a process, is looked for before it is sent again. Raises SignedOut.
        """
        until = time.monotonic() + ENOUGH
        files = self._received.outstanding(conversation).get(number, [])
        done = refused = gone = 0
        for file in files:
            if time.monotonic() > until:
                break
            try:
                self._attach(conversation, token, number, file)
            except _Gone:
                gone += 1
            except (Unavailable, Changed):
                break
            except (Rejected, NotFound):
                refused += 1
            else:
                done += 1
            self._received.forget(conversation, file)
        return Attached(done, refused, gone, len(files) - done - refused - gone)

    def _attach(self, conversation: Conversation, token: str, number: str, file: str) -> None:
        try:
            content = self._received.get(conversation, file)
        except NotFound as error:
            raise _Gone(str(error)) from error
        self._received.note_tried(file)
        self._billing.attach(token, number, content)


class _Gone(Exception):
    """A file that was there a moment ago is not there any more."""
