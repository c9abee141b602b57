"""Photos and documents that customers send: kept until they are on a report, a day at most."""

import hashlib
import unicodedata
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath

import filetype
import yaml
from sqlalchemy import delete, select, update

from selfcare.errors import NotFound, SelfcareError
from selfcare.secrets_box import InvalidToken, SecretsBox
from selfcare.signin import Conversation
from selfcare.store import ReceivedFileRow, Store, state_directory

#: Characters of a file's name that are kept.
LONGEST_NAME = 100


class NotTaken(SelfcareError):
    """A file is not kept; `reason` is too_large, wrong_type, too_many or empty."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Limits:
    """What is taken: mime types, bytes of one file, how many in a conversation, for how long."""

    types: tuple[str, ...]
    largest: int
    most: int
    kept: timedelta

    @classmethod
    def usual(cls) -> "Limits":
        """Those of `received.yml`."""
        file = Path(__file__).with_name("received.yml")
        said = yaml.safe_load(file.read_text(encoding="utf-8"))
        kept = timedelta(hours=said["hours"])
        return cls(tuple(said["types"]), said["largest"], said["most"], kept)

    @property
    def told(self) -> dict[str, int]:
        """The limits as the messages about them take them."""
        hours = int(self.kept.total_seconds() // 3600)
        return {"megabytes": self.largest // 2**20, "most": self.most, "hours": hours}


@dataclass(frozen=True)
class ReceivedFile:
    """A file as it came; `was_tried` if it may have reached its report before."""

    id: str
    name: str
    mime_type: str
    content: bytes
    was_tried: bool = False


class ReceivedFiles:
    """The files of all conversations, encrypted. A file is known to its own conversation alone.

    Each waits until it is known to which report it goes, and is forgotten once it is there.
    """

    def __init__(
        self,
        store: Store,
        now: Callable[[], datetime],
        box: SecretsBox | None = None,
        limits: Limits | None = None,
    ) -> None:
        self._store = store
        self._now = now
        self._box = box or SecretsBox.from_environment(state_directory())
        self.limits = limits or Limits.usual()

    def keep(self, conversation: Conversation, name: str, content: bytes) -> str:
        """The id of the file; one that waits already keeps its own. Raises NotTaken."""
        mime_type, extension = self._type_of(content)
        digest = hashlib.sha256(content).hexdigest()
        called = _clean(name) or f"file-{digest[:6]}.{extension}"
        self.forget_old()
        with self._store.session() as session:
            kept = dict(
                session.execute(
                    select(ReceivedFileRow.digest, ReceivedFileRow.id).where(
                        ReceivedFileRow.conversation == conversation.key
                    )
                ).all()
            )
            if digest in kept:
                return str(kept[digest])
            if len(kept) >= self.limits.most:
                raise NotTaken("too_many")
            row = ReceivedFileRow(
                id=uuid.uuid4().hex,
                conversation=conversation.key,
                received=self._now().timestamp(),
                digest=digest,
                mime_type=mime_type,
                name=self._box.lock(called),
                content=self._box.lock_bytes(content),
                tried=False,
            )
            session.add(row)
            return str(row.id)

    def get(self, conversation: Conversation, file: str) -> ReceivedFile:
        """The file. Raises NotFound: it never was, is not this conversation's, or is gone."""
        with self._store.session() as session:
            row = session.get(ReceivedFileRow, file)
            if row is None or row.conversation != conversation.key or self._is_old(row):
                raise NotFound("no such file")
            try:
                name, content = self._box.open(row.name), self._box.open_bytes(row.content)
            except InvalidToken as error:  # the key was changed
                raise NotFound("the file cannot be opened any more") from error
            return ReceivedFile(row.id, name, row.mime_type, content, row.tried)

    def has(self, conversation: Conversation, file: str) -> bool:
        """Whether the file is still there."""
        return file in self._ids(conversation)

    def waiting(self, conversation: Conversation) -> list[str]:
        """The files of which nobody knows yet where they go, the earliest first."""
        return self._ids(conversation, ReceivedFileRow.report.is_(None))

    def outstanding(self, conversation: Conversation) -> dict[str, list[str]]:
        """The files that are not on their reports yet, by the number; the earliest first."""
        found: dict[str, list[str]] = {}
        with self._store.session() as session:
            rows = session.execute(
                select(ReceivedFileRow.report, ReceivedFileRow.id)
                .where(
                    ReceivedFileRow.conversation == conversation.key,
                    ReceivedFileRow.report.is_not(None),
                    ReceivedFileRow.received > self._oldest(),
                )
                .order_by(ReceivedFileRow.received, ReceivedFileRow.id)
            )
            for number, file in rows:
                found.setdefault(str(number), []).append(str(file))
        return found

    def send_to(self, conversation: Conversation, number: str, files: Iterable[str]) -> None:
        """They go to this report."""
        with self._store.session() as session:
            session.execute(
                update(ReceivedFileRow)
                .where(
                    ReceivedFileRow.id.in_(list(files)),
                    ReceivedFileRow.conversation == conversation.key,
                )
                .values(report=number)
            )

    def note_tried(self, file: str) -> None:
        """From now on it may have arrived, whatever becomes of this process."""
        with self._store.session() as session:
            session.execute(
                update(ReceivedFileRow).where(ReceivedFileRow.id == file).values(tried=True)
            )

    def forget(self, conversation: Conversation, *files: str) -> None:
        """They are not needed any more."""
        with self._store.session() as session:
            session.execute(
                delete(ReceivedFileRow).where(
                    ReceivedFileRow.id.in_(files),
                    ReceivedFileRow.conversation == conversation.key,
                )
            )

    def forget_old(self) -> int:
        """Remove what has waited too long, of all conversations; how many that were."""
        with self._store.session() as session:
            gone = session.execute(
                delete(ReceivedFileRow).where(ReceivedFileRow.received <= self._oldest())
            )
            return int(gone.rowcount)

    def _type_of(self, content: bytes) -> tuple[str, str]:
        """The mime type and the usual extension, by the bytes and not by the name."""
        if not content:
            raise NotTaken("empty")
        if len(content) > self.limits.largest:
            raise NotTaken("too_large")
        kind = filetype.guess(content)
        if kind is None or kind.mime not in self.limits.types:
            raise NotTaken("wrong_type")
        return kind.mime, kind.extension

    def _ids(self, conversation: Conversation, *which: object) -> list[str]:
        with self._store.session() as session:
            ids = session.scalars(
                select(ReceivedFileRow.id)
                .where(
                    ReceivedFileRow.conversation == conversation.key,
                    ReceivedFileRow.received > self._oldest(),
                    *which,
                )
                .order_by(ReceivedFileRow.received, ReceivedFileRow.id)
            )
            return [str(it) for it in ids]

    def _is_old(self, row: ReceivedFileRow) -> bool:
        return bool(row.received <= self._oldest())

    def _oldest(self) -> float:
        return (self._now() - self.limits.kept).timestamp()


def _clean(name: str) -> str:
    """A name without folders and control characters; the end, which says the type, stays."""
    last = PurePosixPath(name.replace("\\", "/")).name
    shown = "".join(c for c in last if not unicodedata.category(c).startswith("C"))
    return unicodedata.normalize("NFC", shown).strip(" .")[-LONGEST_NAME:]
