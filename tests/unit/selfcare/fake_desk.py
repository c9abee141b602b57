"""A stand-in for the people of the operator's."""

from __future__ import annotations

from selfcare.errors import SelfcareError
from selfcare.handoff import ENDED, WAITING, Ended, Handoff, Place, Presence, Wish, Words


class FakeDesk(Handoff):
    """A desk with `present` people at it; `fails` is raised in place of an answer."""

    def __init__(self) -> None:
        self.present = 0
        self.ahead = 0
        self.wishes: dict[str, Wish] = {}
        self.heard: list[Words] = []
        self.untold_words: list[str] = []
        self.ended: dict[str, str] = {}
        self.fails: SelfcareError | None = None

    def presence(self) -> Presence:
        self._fail()
        return Presence(self.present, self.ahead)

    def open(self, id_: str, wish: Wish) -> str:
        self._fail()
        self.wishes.setdefault(id_, wish)
        return id_

    def place(self, reference: str) -> Place:
        self._fail()
        if reference in self.ended:
            return Place(ENDED, 0, self.present)
        return Place(WAITING, self.ahead + 1, self.present)

    def hear(self, reference: str, words: Words) -> None:
        self._fail()
        if reference not in self.wishes or reference in self.ended:
            raise Ended(reference)
        if words.id not in [it.id for it in self.heard]:
            self.heard.append(words)

    def untold(self, reference: str, words: str) -> None:
        self._fail()
        self.untold_words.append(words)

    def end(self, reference: str, reason: str) -> None:
        self._fail()
        if reference not in self.wishes:
            raise Ended(reference)
        self.ended.setdefault(reference, reason)

    def _fail(self) -> None:
        if self.fails:
            raise self.fails
