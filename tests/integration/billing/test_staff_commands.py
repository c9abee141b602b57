"""Officers are added, listed and disabled on the command line; demonstration officers get codes."""

import io
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from billing import clock
from billing.__main__ import main
from billing.database import Database
from billing.demo.officers import OFFICERS, SECRET
from billing.handoff import presence
from billing.models import AuditEntry
from billing.settings import Settings
from billing.signin.passwords import is_password
from billing.site.languages import LANGUAGES
from billing.staff import sessions
from billing.staff.second_factor import step_of
from billing.staff.tables import StaffMember
from billing.staff.vault import vault
from tests.integration.billing.officers import PASSWORD


class Console:
    """Runs commands on a database of the test's own."""

    def __init__(
        self,
        address: str,
        directory: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.setenv("DATABASE_URL", address)
        monkeypatch.setenv("ACLARO_VAR", str(directory))
        self.vault = vault(Settings())
        self.database = Database(address)
        self._patch, self._output = monkeypatch, capsys

    def run(self, *words: str, typed: str = "") -> str:
        """What the command prints."""
        self._patch.setattr(sys, "argv", ["billing", *words])
        self._patch.setattr(sys, "stdin", io.StringIO(typed))
        main()
        return self._output.readouterr().out

    def add(self, name: str = "new-1", typed: str = f"{PASSWORD}\n") -> str:
        """Add a clerk."""
        words = ("add", name, "--role", "clerk", "--language", "pl", "--password-stdin")
        return self.run("officer", *words, typed=typed)

    def member(self, name: str) -> StaffMember:
        """The officer."""
        with self.database.read() as session:
            return session.get_one(StaffMember, name)


@pytest.fixture
def console(
    empty_address: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    console = Console(empty_address, tmp_path, monkeypatch, capsys)
    yield console
    console.database.close()


def test_an_officer_is_added_and_the_secret_is_shown_once(console: Console):
    shown = console.add()
    member = console.member("new-1")
    secret = console.vault.open(member.totp_secret)
    assert f"otpauth://totp/Telvia:new-1?secret={secret}&issuer=Telvia" in shown
    assert "█" in shown or "▀" in shown, "the QR code"
    assert is_password(PASSWORD, member.password_hash)
    assert (member.role, member.language, member.active) == ("clerk", "pl", True)
    listed = console.run("officer", "list")
    assert "new-1" in listed
    assert secret not in listed


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("new-1", "short\n"),
        ("new-1", "\n"),
        ("New 1", f"{PASSWORD}\n"),
        ("x" * 50, f"{PASSWORD}\n"),
    ],
)
def test_an_officer_that_cannot_be_is_not_added(console: Console, name: str, typed: str):
    with pytest.raises(SystemExit, match="Nothing was changed"):
        console.add(name, typed)
    assert console.run("officer", "list") == ""


def test_a_name_is_given_once(console: Console):
    console.add()
    with pytest.raises(SystemExit, match="there is a new-1 already"):
        console.add()


def test_an_officer_is_disabled_and_a_lost_telephone_replaced(console: Console):
    console.add()
    before = console.vault.open(console.member("new-1").totp_secret)
    assert "otpauth://" in console.run("officer", "reset-totp", "new-1")
    assert console.vault.open(console.member("new-1").totp_secret) != before
    console.run("officer", "disable", "new-1")
    assert not console.member("new-1").active
    assert "disabled" in console.run("officer", "list")
    with console.database.read() as session:
        actions = [entry.action for entry in session.scalars(select(AuditEntry))]
    assert actions == ["officerAdded", "secondFactorReset", "officerDisabled"]


def test_an_officer_s_new_password_signs_out_whoever_has_the_old_one(console: Console):
    console.add()
    with console.database.write() as session:
        secret = sessions.begin(session, "new-1", clock.now(), confirmed=True)
    console.run("officer", "password", "new-1", "--password-stdin", typed="another password\n")

    member = console.member("new-1")
    assert is_password("another password", member.password_hash)
    assert not is_password(PASSWORD, member.password_hash)
    with console.database.read() as session:
        assert sessions.standing(session, secret, clock.now()) is None
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert entry is not None
    assert (entry.action, entry.detail) == ("officerPasswordSet", {"officer": "new-1"})


def test_an_officer_s_password_is_never_too_short(console: Console):
    console.add()
    with pytest.raises(SystemExit, match="10 to 200 characters"):
        console.run("officer", "password", "new-1", "--password-stdin", typed="short\n")
    assert is_password(PASSWORD, console.member("new-1").password_hash)


@pytest.mark.parametrize("command", ["disable", "reset-totp"])
def test_who_is_signed_out_is_not_counted_on_for_customers(console: Console, command: str):
    console.add()
    presence.arrive(console.database, "new-1", clock.now())
    console.run("officer", command, "new-1")
    with console.database.read() as session:
        assert presence.how_many(session, clock.now()) == 0


@pytest.mark.parametrize("command", ["disable", "password", "reset-totp", "code"])
def test_nothing_is_done_to_an_officer_who_is_not_there(console: Console, command: str):
    read = ["--password-stdin"] if command == "password" else []
    with pytest.raises(SystemExit, match="no officer ghost"):
        console.run("officer", command, "ghost", *read, typed=f"{PASSWORD}\n")


def test_the_demonstration_has_an_officer_for_each_language_and_codes_for_them(console: Console):
    console.run("demo")
    assert {officer.language for officer in OFFICERS} == set(LANGUAGES)
    digits = console.run("officer", "code", "desk-lead").strip()
    now = clock.true_time()
    assert step_of(digits, SECRET, None, now) is not None
    console.run("demo")


def test_nobody_else_gets_a_code_on_the_command_line(console: Console):
    console.add()
    with pytest.raises(SystemExit, match="authenticator app of their own"):
        console.run("officer", "code", "new-1")


def test_the_key_is_for_its_owner_alone(console: Console, tmp_path: Path):
    assert (tmp_path / "staff.key").stat().st_mode & 0o777 == 0o600
