"""When the model is trained, and what its inputs must not contain."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import training
from assistant.validation import untolerated


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for path in ("data/rules", "assistant/nlu", "locales", "models"):
        (tmp_path / path).mkdir(parents=True)
    (tmp_path / "domain.yml").write_text("a")
    (tmp_path / "data/rules/calls.yml").write_text("a")
    (tmp_path / "assistant/nlu/text.py").write_text("a")
    return tmp_path


@pytest.fixture
def trainings(room: Path, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    done: list[bool] = []

    def train(anew: bool) -> None:
        done.append(anew)
        training.MODEL.write_text("model")

    monkeypatch.setattr(training, "_train", train)
    return done


def test_a_model_is_trained_once_for_the_same_inputs(
    trainings: list[bool], capsys: pytest.CaptureFixture[str]
) -> None:
    training.train()
    training.train()
    assert len(trainings) == 1
    assert "there is no model yet" in capsys.readouterr().out


def test_it_is_said_what_changed(
    room: Path, trainings: list[bool], capsys: pytest.CaptureFixture[str]
) -> None:
    training.train()
    (room / "domain.yml").write_text("b")
    (room / "data/rules/new.yml").write_text("a")
    (room / "data/rules/calls.yml").unlink()
    training.train()
    assert (
        "data/rules/new.yml new; data/rules/calls.yml gone; domain.yml changed"
        in capsys.readouterr().out
    )
    assert trainings[1] is False


def test_a_change_of_code_is_trained_without_rasas_cache(room: Path, trainings: list[bool]) -> None:
    training.train()
    (room / "assistant/nlu/text.py").write_text("b")
    training.train()
    assert trainings == [True, True]


def test_a_training_that_failed_is_done_again(
    room: Path, trainings: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    training.train()
    (room / "domain.yml").write_text("b")

    def fail(anew: bool) -> None:
        raise RuntimeError

    with monkeypatch.context() as failing:
        failing.setattr(training, "_train", fail)
        with pytest.raises(RuntimeError):
            training.train()
    training.train()
    assert len(trainings) == 2
    assert json.loads(training.TRAINED_FROM.read_text()) == training._inputs()


def test_only_listed_warnings_are_tolerated() -> None:
    listed = "The intent 'inform' is listed in the domain file, but is not found in the NLU …"
    unlisted = "The intent 'greet' is listed in the domain file, but is not found in the NLU …"
    assert untolerated([listed.replace("…", "training data."), unlisted, unlisted]) == [unlisted]


def test_rasas_server_starts_without_tensorflow() -> None:
    script = (
        "from assistant.lean import leave_out_tensorflow; leave_out_tensorflow()\n"
        "import rasa.core.run, sys\n"
        "assert not any(name.startswith('tensorflow.python') for name in sys.modules)\n"
    )
    subprocess.run([sys.executable, "-W", "ignore", "-c", script], check=True, timeout=100)
