"""Watches for what customers hear of by themselves, and lets their conversations go on."""

import logging
import os
import threading
import time
from abc import ABC, abstractmethod

import requests

from selfcare.codes import StatusCodes
from selfcare.news import News
from selfcare.people import People
from selfcare.received import ReceivedFiles
from selfcare.signin import Conversation, SignIn

logger = logging.getLogger(__name__)

#: Seconds between two looks; each sign-in has an interval of its own besides.
LOOK_EVERY = 0.4
TIMEOUT = (2.0, 15.0)
#: Seconds after which news that did not come across is tried again: a form in which that happens
#: repeats its question.
AGAIN_AFTER = 300.0
#: Seconds between two removals of old files.
SWEEP_EVERY = 60.0


class Watcher(ABC):
    """A thread that looks, and tells Rasa what has come: at `RASA_URL`, with `RASA_TOKEN`."""

    def __init__(self) -> None:
        self._url = os.environ.get("RASA_URL", "http://127.0.0.1:5005").rstrip("/")
        self._token = os.environ.get("RASA_TOKEN", "")
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    @abstractmethod
    def look(self) -> None:
        """Tell what has come; what cannot be told stays for the next look."""

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """End after the current look."""
        self._stop.set()

    def _watch(self) -> None:
        while not self._stop.wait(LOOK_EVERY):
            self._look_whatever_happens()

    def _look_whatever_happens(self) -> None:
        try:
            self.look()
        except Exception:
            # The next look starts afresh: what matters is in the database.
            logger.exception("a look of %s failed", type(self).__name__)

    def _tell(self, conversation: Conversation, intent: str, **entities: str) -> bool:
        """Whether Rasa has heard of it."""
        query = {"output_channel": "latest", **({"token": self._token} if self._token else {})}
        try:
            answer = requests.post(
                f"{self._url}/conversations/{conversation.sender}/trigger_intent",
                params=query,
                json={"name": intent, "entities": entities},
                timeout=TIMEOUT,
            )
        except requests.RequestException:
            logger.warning("Rasa cannot be reached; %s will be told later", intent)
            return False
        return answer.ok


class SignInWatcher(Watcher):
    """Polls pending sign-ins and tells of those that came; not while a person is there."""

    def __init__(self, signin: SignIn, people: People) -> None:
        super().__init__()
        self._signin = signin
        self._handoffs = people.handoffs

    def look(self) -> None:
        """Poll what is due, tell what has come."""
        self._signin.poll_due()
        for conversation in self._signin.finished():
            if self._handoffs.is_attended(conversation):
                continue
            if self._tell(conversation, "signed_in"):
                self._signin.told(conversation)


class FilesWatcher(Watcher):
    """Removes what customers sent and nobody attached in time."""

    def __init__(self, received: ReceivedFiles) -> None:
        super().__init__()
        self._received = received
        self._next = 0.0

    def look(self) -> None:
        """Once a minute; what is old is given to nobody meanwhile."""
        if time.monotonic() >= self._next:
            self._received.forget_old()
            self._next = time.monotonic() + SWEEP_EVERY


class CodeWatcher(Watcher):
    """Sends the codes that were asked for: beside the conversations, which tell nobody whether
    there is anything to send.
    """

    def __init__(self, codes: StatusCodes) -> None:
        super().__init__()
        self._codes = codes

    def look(self) -> None:
        """Send what is due."""
        self._codes.send_due()


class NewsWatcher(Watcher):
    """Tells of news of reports, unless a person is there. It is told once the conversation's action
    has said so.
    """

    def __init__(self, news: News, people: People) -> None:
        super().__init__()
        self._news = news
        self._handoffs = people.handoffs
        #: When each news that is still untold was tried last.
        self._tried: dict[tuple[Conversation, str], float] = {}

    def look(self) -> None:
        """Tell what is untold; what has been tried a moment ago has to wait."""
        untold = self._news.untold()
        self._tried = {news: at for news, at in self._tried.items() if news in untold}
        for news in untold:
            conversation, number = news
            tried = self._tried.get(news)
            is_due = tried is None or time.monotonic() - tried >= AGAIN_AFTER
            if not is_due or self._handoffs.is_attended(conversation):
                continue
            if self._tell(conversation, "report_news", report_number=number):
                self._tried[news] = time.monotonic()


class PeopleWatcher(Watcher):
    """Takes to the desk what customers write, and has the assistant come back once a person has
    left. That is done once the conversation's action has said so.
    """

    def __init__(self, people: People) -> None:
        super().__init__()
        self._people = people
        #: When each hand-off whose end is not told yet was tried last.
        self._tried: dict[str, float] = {}

    def look(self) -> None:
        """Run errands, see who was waited for long enough, tell whose person has left."""
        self._people.run_errands()
        self._people.mind_the_time()
        left = self._people.handoffs.left()
        self._tried = {id_: at for id_, at in self._tried.items() if id_ in {it.id for it in left}}
        for live in left:
            tried = self._tried.get(live.id)
            is_due = tried is None or time.monotonic() - tried >= AGAIN_AFTER
            if is_due and self._tell(live.conversation, "person_left"):
                self._tried[live.id] = time.monotonic()
