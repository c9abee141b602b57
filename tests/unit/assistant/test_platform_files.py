"""Photos and documents of a platform: fetched with patience, a few at a time, and handed in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.channels.files import AT_ONCE, ATTEMPTS, PAUSE, File, Files, NotFetchedError
from selfcare.received import NotTaken, ReceivedFiles
from selfcare.secrets_box import SecretsBox
from selfcare.store import Store
from tests.unit.selfcare.fakes import KEY, MovingClock
from tests.unit.selfcare.files import JPEG

ANN = "telegram-1"

FilesOf = Callable[["Platform"], Files]


class Reception:
    """Notes what it is given, and what it has to turn down."""

    def __init__(self) -> None:
        self.handed_in: list[tuple[str, str, str]] = []
        self.turned_down: list[tuple[str, str, str]] = []

    async def hand_in(self, sender: str, message_id: str, file: str, name: str) -> None:
        assert file
        self.handed_in.append((sender, message_id, name))

    async def turn_down(
        self, sender: str, message_id: str, reason: str, args: dict[str, Any]
    ) -> None:
        self.turned_down.append((sender, message_id, reason))


class Platform:
    """Has one photo, which it gives after as many failures as it is told."""

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.asked = 0
        self.busy = 0
        self.busiest = 0

    async def fetch(self, file_id: str, largest: int) -> bytes:
        self.asked += 1
        if self.asked <= self.failures:
            raise NotFetchedError
        self.busy += 1
        self.busiest = max(self.busy, self.busiest)
        await asyncio.sleep(0.01)
        self.busy -= 1
        return JPEG + file_id.encode()


@pytest.fixture
def received(tmp_path: Path) -> ReceivedFiles:
    store = Store.at(f"sqlite:///{tmp_path / 'selfcare.db'}")
    return ReceivedFiles(store, MovingClock(), SecretsBox(KEY))


@pytest.fixture
def reception() -> Reception:
    return Reception()


@pytest.fixture
def pauses() -> list[float]:
    return []


@pytest.fixture
def files_of(received: ReceivedFiles, reception: Reception, pauses: list[float]) -> FilesOf:
    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    def made(platform: Platform) -> Files:
        return Files("telegram", platform.fetch, received, reception, pause)  # type: ignore[arg-type]

    return made


@pytest.mark.parametrize(("name", "shown"), [("recibo.jpg", "recibo.jpg"), ("", "🖼")])
def test_a_file_is_handed_in_under_its_name_or_what_it_is_called(
    name: str, shown: str, files_of: FilesOf, reception: Reception
):
    asyncio.run(files_of(Platform()).take(ANN, "1", File("a", name, "🖼")))
    assert reception.handed_in == [(ANN, "1", shown)]
    assert reception.turned_down == []


def test_a_file_that_does_not_come_is_asked_for_again(
    files_of: FilesOf, reception: Reception, pauses: list[float]
):
    asyncio.run(files_of(Platform(failures=ATTEMPTS - 1)).take(ANN, "1", File("a", "", "file")))
    assert reception.handed_in == [(ANN, "1", "file")]
    assert pauses == [PAUSE] * (ATTEMPTS - 1)


def test_a_file_that_never_comes_is_answered(files_of: FilesOf, reception: Reception):
    platform = Platform(failures=ATTEMPTS)
    asyncio.run(files_of(platform).take(ANN, "1", File("a", "", "file")))
    assert reception.turned_down == [(ANN, "1", "file_not_fetched")]
    assert platform.asked == ATTEMPTS


def test_a_file_that_is_too_large_is_not_even_fetched(
    files_of: FilesOf, reception: Reception, received: ReceivedFiles
):
    platform = Platform()
    files = files_of(platform)
    largest = received.limits.largest
    asyncio.run(files.take(ANN, "1", File("a", "", "file", largest + 1)))
    assert reception.turned_down == [(ANN, "1", "file_too_large")]
    assert platform.asked == 0
    asyncio.run(files.take(ANN, "2", File("a", "", "file", largest)))
    assert reception.handed_in == [(ANN, "2", "file")]


def test_what_the_platform_finds_too_large_is_not_asked_for_again(
    files_of: FilesOf, reception: Reception
):
    class Narrow(Platform):
        async def fetch(self, file_id: str, largest: int) -> bytes:
            self.asked += 1
            raise NotTaken("too_large")

    platform = Narrow()
    asyncio.run(files_of(platform).take(ANN, "1", File("a", "", "file")))
    assert (reception.turned_down, platform.asked) == ([(ANN, "1", "file_too_large")], 1)


def test_only_so_many_are_in_memory_at_once(files_of: FilesOf, reception: Reception):
    platform = Platform()
    files = files_of(platform)

    async def all_at_once() -> None:
        senders = [f"telegram-{n}" for n in range(3 * AT_ONCE)]
        await asyncio.gather(*(files.take(it, "1", File("a", "", "file")) for it in senders))

    asyncio.run(all_at_once())
    assert len(reception.handed_in) == 3 * AT_ONCE
    assert platform.busiest == AT_ONCE
