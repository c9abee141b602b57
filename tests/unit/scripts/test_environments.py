"""An environment is made or brought up to date only where it must be."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import environments
from scripts.environments import Environment
from scripts.interpreters import PythonMissing, find
from scripts.steps import StepFailed


class Commands:
    """Stands for the commands of pip and uv: remembers them, and may fail."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.names: list[str] = []
        self.fails = False

    def __call__(self, name: str, command: list[object]) -> float:
        self.names.append(name.split(".")[0])
        if self.fails:
            raise StepFailed(name)
        self.environment.python.parent.mkdir(parents=True, exist_ok=True)
        self.environment.python.touch()
        (self.environment.folder / "bin" / "pip").touch()
        return 1.0


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    monkeypatch.setattr(environments, "ROOT", tmp_path)
    (tmp_path / "requirements.txt").write_text("rasa==3.6.21", encoding="utf-8")
    (tmp_path / "requirements-test.txt").write_text("pytest", encoding="utf-8")
    return Environment(tmp_path / ".venv", ("3.10",), "requirements.txt")


@pytest.fixture
def commands(environment: Environment, monkeypatch: pytest.MonkeyPatch) -> Commands:
    commands = Commands(environment)
    monkeypatch.setattr(environments, "carry_out", commands)
    monkeypatch.setattr("scripts.interpreters.find", lambda versions: Path("python3.10"))
    return commands


def test_a_missing_environment_is_made_and_a_finished_one_is_left_alone(
    environment: Environment, commands: Commands
):
    environments.ensure(environment)
    environments.ensure(environment)
    assert commands.names == ["create", "install"]


def test_a_changed_lock_file_is_installed_over(
    environment: Environment, commands: Commands, tmp_path: Path
):
    environments.ensure(environment)
    (tmp_path / "requirements.txt").write_text("rasa==3.6.22", encoding="utf-8")
    environments.ensure(environment)
    assert commands.names == ["create", "install", "install"]


def test_an_installation_that_broke_off_starts_from_nothing(
    environment: Environment, commands: Commands
):
    environments.ensure(environment)
    environment.stamp.unlink()
    commands.fails = True
    with pytest.raises(StepFailed):
        environments.ensure(environment)
    commands.fails = False
    environments.ensure(environment)
    assert commands.names == ["create", "install", "install", "create", "install"]


def test_what_tests_need_contains_what_running_needs(environment: Environment, commands: Commands):
    with_tests = Environment(environment.folder, environment.versions, "requirements-test.txt")
    environments.ensure(with_tests)
    environments.ensure(environment)
    assert commands.names == ["create", "install"]


def test_a_missing_python_is_said_with_the_ways_to_get_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("PYENV_ROOT", "/nowhere")
    with pytest.raises(PythonMissing, match=r"needs Python 3\.10(.|\n)*pyenv install 3\.10"):
        find(("3.10",))
