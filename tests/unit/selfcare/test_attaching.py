"""Files come to their reports: with what was filed, once, and none is lost on the way."""

import pytest

from selfcare.attaching import Attached
from selfcare.errors import NotFound, Rejected, SignedOut, TimedOut, Unavailable
from selfcare.report import Report
from tests.unit.selfcare.fakes import CHAT, OCTOBER, TOKEN, World, a_report
from tests.unit.selfcare.files import JPEG, PDF

REPORT = a_report()
NUMBER = REPORT.number


@pytest.fixture
def meant(world: World) -> World:
    """Two files that are meant for a report of somebody who is signed in."""
    world.sign_in()
    world.billing.its_reports = [REPORT]
    received = world.services.received
    files = [received.keep(CHAT, "1.jpg", JPEG)]
    world.clock.move(seconds=1)
    files.append(received.keep(CHAT, "2.pdf", PDF))
    received.send_to(CHAT, NUMBER, files)
    return world


def attach(world: World) -> Attached:
    return world.services.attaching.attach(CHAT, NUMBER)


def test_files_are_on_the_report_in_their_order_and_forgotten_here(meant: World):
    assert attach(meant) == Attached(done=2)
    assert meant.billing.attached == [(NUMBER, "1.jpg"), (NUMBER, "2.pdf")]
    assert meant.services.received.outstanding(CHAT) == {}
    assert attach(meant) == Attached()


@pytest.mark.parametrize("error", [Unavailable("down"), TimedOut("slow")])
def test_what_cannot_be_attached_now_stays_for_later(meant: World, error: Unavailable):
    meant.billing.fails["attach"] = error
    assert attach(meant) == Attached(waiting=2)

    meant.restart()
    meant.billing.fails.clear()

    assert attach(meant) == Attached(done=2)


def test_a_file_whose_answer_was_lost_is_attached_once(meant: World):
    meant.billing.loses_answer = TimedOut("no answer")
    assert attach(meant) == Attached(waiting=2)
    meant.restart()
    assert attach(meant) == Attached(done=2)
    assert meant.billing.attached == [(NUMBER, "1.jpg"), (NUMBER, "2.pdf")]


class Killed(BaseException):
    """The process ends here."""


def test_a_file_is_attached_once_though_the_process_was_killed_after_it(
    meant: World, monkeypatch: pytest.MonkeyPatch
):
    def killed(*_: object) -> None:
        raise Killed

    monkeypatch.setattr(meant.services.received, "forget", killed)
    with pytest.raises(Killed):
        attach(meant)
    meant.restart()
    assert attach(meant) == Attached(done=2)
    assert meant.billing.attached == [(NUMBER, "1.jpg"), (NUMBER, "2.pdf")]


def test_what_billing_refuses_is_counted_and_the_others_are_attached(meant: World):
    meant.billing.refuses = {"1.jpg"}
    assert attach(meant) == Attached(done=1, refused=1)
    assert meant.services.received.outstanding(CHAT) == {}


@pytest.mark.parametrize("error", [Rejected("no attachments here"), NotFound("no such report")])
def test_a_server_without_attachments_refuses_all(meant: World, error: Rejected | NotFound):
    meant.billing.fails["attach"] = error
    assert attach(meant) == Attached(refused=2)


def test_who_is_signed_out_loses_no_file(meant: World):
    meant.billing.tokens.clear()
    with pytest.raises(SignedOut):
        attach(meant)
    assert len(meant.services.received.outstanding(CHAT)[NUMBER]) == 2


def filed_with(world: World, *files: str) -> Report:
    world.services.drafts.change(
        CHAT, calls=(OCTOBER[2],), reason="fraud", files=files, confirmed=True
    )
    return world.services.filing.submit(CHAT, TOKEN).report


def test_files_of_a_draft_are_meant_for_its_report(world: World):
    file = world.services.received.keep(CHAT, "1.jpg", JPEG)
    report = filed_with(world, file)

    assert world.services.received.waiting(CHAT) == []
    assert world.services.received.outstanding(CHAT) == {report.number: [file]}
    again = world.services.filing.submit(CHAT, TOKEN)
    assert again.before
    assert again.gone == 0


def test_a_file_of_a_draft_that_was_not_kept_so_long_is_counted(world: World):
    file = world.services.received.keep(CHAT, "1.jpg", JPEG)
    world.clock.move(days=1)
    world.services.drafts.change(CHAT, reason="fraud", files=(file,), confirmed=True)
    assert world.services.filing.submit(CHAT, TOKEN).gone == 1


def test_a_filing_that_fails_leaves_the_files_with_the_draft(world: World):
    file = world.services.received.keep(CHAT, "1.jpg", JPEG)
    world.billing.fails["file_dispute"] = Unavailable("down")
    with pytest.raises(Unavailable):
        filed_with(world, file)

    draft = world.services.drafts.of(CHAT)
    assert draft is not None
    assert draft.files == (file,)
    assert world.services.received.outstanding(CHAT) == {}
