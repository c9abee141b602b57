"""Files that customers send: which are taken, who gets them, and how long they are kept."""

from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from selfcare.errors import NotFound
from selfcare.received import LONGEST_NAME, Limits, NotTaken, ReceivedFiles
from tests.unit.selfcare.fakes import CHAT, OTHER_CHAT, World
from tests.unit.selfcare.files import JPEG, PDF, PNG, WEBP, a_jpeg

LIMITS = Limits.usual()


@pytest.fixture
def received(world: World) -> ReceivedFiles:
    return world.services.received


@pytest.mark.parametrize(
    ("content", "mime_type"),
    [(JPEG, "image/jpeg"), (PNG, "image/png"), (WEBP, "image/webp"), (PDF, "application/pdf")],
)
def test_a_file_comes_back_as_it_came(received: ReceivedFiles, content: bytes, mime_type: str):
    file = received.keep(CHAT, "recibo ñ.bin", content)

    kept = received.get(CHAT, file)

    assert (kept.id, kept.name, kept.mime_type) == (file, "recibo ñ.bin", mime_type)
    assert kept.content == content
    assert not kept.was_tried


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (a_jpeg(LIMITS.largest + 1), "too_large"),
        (b"GIF89a\x01\x00\x01\x00", "wrong_type"),
        (b"<html>receipt.jpg</html>", "wrong_type"),
        (b"MZ\x90\x00\x03", "wrong_type"),
    ],
)
def test_what_is_not_taken_has_a_reason(received: ReceivedFiles, content: bytes, reason: str):
    with pytest.raises(NotTaken) as refusal:
        received.keep(CHAT, "receipt.jpg", content)

    assert refusal.value.reason == reason
    assert received.waiting(CHAT) == []


def test_the_largest_file_is_taken(received: ReceivedFiles):
    file = received.keep(CHAT, "large.jpg", a_jpeg(LIMITS.largest))
    assert len(received.get(CHAT, file).content) == LIMITS.largest


def test_a_conversation_keeps_so_many_at_a_time(received: ReceivedFiles):
    for number in range(LIMITS.most):
        received.keep(CHAT, f"{number}.jpg", a_jpeg(100 + number))

    with pytest.raises(NotTaken) as refusal:
        received.keep(CHAT, "one more.jpg", a_jpeg(99))

    assert refusal.value.reason == "too_many"
    assert received.keep(OTHER_CHAT, "theirs.jpg", JPEG)
    received.forget(CHAT, received.waiting(CHAT)[0])
    assert received.keep(CHAT, "one more.jpg", a_jpeg(99))


def test_the_same_file_sent_again_is_kept_once(received: ReceivedFiles):
    first = received.keep(CHAT, "receipt.jpg", JPEG)
    assert received.keep(CHAT, "receipt.jpg", JPEG) == first
    assert received.keep(OTHER_CHAT, "receipt.jpg", JPEG) != first
    assert received.waiting(CHAT) == [first]


def test_a_file_is_known_to_its_own_conversation_alone(received: ReceivedFiles):
    file = received.keep(CHAT, "receipt.jpg", JPEG)

    with pytest.raises(NotFound):
        received.get(OTHER_CHAT, file)
    received.forget(OTHER_CHAT, file)
    received.send_to(OTHER_CHAT, "DSP-1", [file])

    assert received.waiting(CHAT) == [file]
    assert not received.has(OTHER_CHAT, file)


def test_a_file_waits_a_day(world: World, received: ReceivedFiles):
    file = received.keep(CHAT, "receipt.jpg", JPEG)
    world.clock.move(hours=23, minutes=59)
    assert received.get(CHAT, file)
    assert received.forget_old() == 0

    world.clock.move(minutes=1)

    with pytest.raises(NotFound):
        received.get(CHAT, file)
    assert received.waiting(CHAT) == []
    assert not received.has(CHAT, file)
    assert received.forget_old() == 1
    assert received.forget_old() == 0


def test_an_old_file_makes_room_for_a_new_one(world: World, received: ReceivedFiles):
    for number in range(LIMITS.most):
        received.keep(CHAT, f"{number}.jpg", a_jpeg(100 + number))
    world.clock.move(hours=24)
    assert received.keep(CHAT, "new.jpg", JPEG)


def test_a_file_waits_until_it_is_known_where_it_goes(world: World, received: ReceivedFiles):
    first = received.keep(CHAT, "1.jpg", JPEG)
    world.clock.move(seconds=1)
    second = received.keep(CHAT, "2.png", PNG)
    assert received.waiting(CHAT) == [first, second]
    assert received.outstanding(CHAT) == {}

    received.send_to(CHAT, "DSP-1", [first])

    assert received.waiting(CHAT) == [second]
    assert received.outstanding(CHAT) == {"DSP-1": [first]}
    world.clock.move(days=1)
    assert received.outstanding(CHAT) == {}


def test_what_may_have_arrived_is_known_after_a_restart(world: World, received: ReceivedFiles):
    file = received.keep(CHAT, "1.jpg", JPEG)
    received.note_tried(file)
    world.restart()
    assert world.services.received.get(CHAT, file).was_tried


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/pass wd.pdf", "pass wd.pdf"),
        (r"C:\Users\ana\recibo.pdf", "recibo.pdf"),
        ("a\x00b\r\n\u202egpj.pdf", "abgpj.pdf"),
        ("x" * 500 + ".pdf", "x" * (LONGEST_NAME - 4) + ".pdf"),
        ("cafe\u0301.pdf", "café.pdf"),
    ],
)
def test_a_name_is_one_line_without_folders(received: ReceivedFiles, name: str, kept: str):
    assert received.get(CHAT, received.keep(CHAT, name, PDF)).name == kept


@pytest.mark.parametrize("name", ["", "  ", "/", "..\\"])
def test_a_file_without_a_name_is_called_by_its_type(received: ReceivedFiles, name: str):
    kept = received.get(CHAT, received.keep(CHAT, name, PDF))
    assert kept.name.startswith("file-")
    assert kept.name.endswith(".pdf")


def test_nothing_of_a_file_can_be_read_in_the_database(world: World, received: ReceivedFiles):
    received.keep(CHAT, "informe médico.jpg", a_jpeg(2000))

    files = world.file.parent.glob(f"{world.file.name}*")
    stored = b"".join(file.read_bytes() for file in files)

    assert b"received_file" in stored
    assert a_jpeg(2000)[:40] not in stored
    assert b"informe" not in stored


def test_a_file_that_another_key_locked_is_gone(world: World, received: ReceivedFiles):
    file = received.keep(CHAT, "1.jpg", JPEG)
    world.restart(Fernet.generate_key())
    with pytest.raises(NotFound):
        world.services.received.get(CHAT, file)


def test_both_processes_use_the_box_of_their_environment(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("ACLARO_VAR", str(tmp_path))
    monkeypatch.delenv("ACLARO_TOKEN_KEY", raising=False)
    file = ReceivedFiles(world.store, world.clock).keep(CHAT, "1.jpg", JPEG)
    assert ReceivedFiles(world.store, world.clock).get(CHAT, file).content == JPEG


def test_the_limits_are_told_in_round_figures():
    assert LIMITS.told == {"megabytes": 5, "most": 10, "hours": 24}
