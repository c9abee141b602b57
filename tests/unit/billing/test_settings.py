"""Settings come from the environment, and only where they make sense."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from billing.settings import Settings


def test_the_database_is_a_file_in_the_state_directory_unless_told_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("ACLARO_VAR", str(tmp_path))

    assert Settings().database == f"sqlite:///{Path(tmp_path).resolve()}/billing.db"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_is_spoken_to_with_the_installed_driver(
    monkeypatch: pytest.MonkeyPatch, scheme: str
):
    monkeypatch.setenv("DATABASE_URL", f"{scheme}://somebody@db:5432/billing")

    assert Settings().database == "postgresql+psycopg://somebody@db:5432/billing"


def test_a_limit_of_no_days_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DISPUTE_AGE_LIMIT_DAYS", "0")

    with pytest.raises(ValidationError):
        Settings()
