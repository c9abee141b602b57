"""What our pipeline costs: training from nothing, and a message on one thread, as the server asks.

`python -m scripts.evaluation.speed MODEL` prints the milliseconds as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from scripts.evaluation.cost import Cost, cost_of
from scripts.fresh_training import COMMAND, copy_inputs
from scripts.settings import ASSISTANT_PYTHON, ROOT, surroundings

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
OWN_SET = Path("tests/understanding")
STRANGE = {
    "10,000 characters": "¿por qué? " * 1_000,
    "emoji": "😀" * 200,
    "control characters": "\x00\x07no\x1b\x00",
    "Chinese": "这个电话不是我打的" * 30,
}


@dataclass(frozen=True)
class Speed:
    """Median milliseconds of a new message and of one seen before; those of strange messages."""

    new: float
    seen: float
    strange: dict[str, float]


def cost_and_speed() -> tuple[Cost, Speed]:
    """Trains a model of its own, and asks it."""
    with tempfile.TemporaryDirectory(prefix="aclaro-evaluation-") as name:
        folder = Path(name)
        cost = cost_of(COMMAND, surroundings(copy_inputs(folder)), folder)
        return cost, _speed(folder / "models" / "aclaro.tar.gz")


def _speed(model: Path) -> Speed:
    command = [str(ASSISTANT_PYTHON), "-Wignore", "-m", "scripts.evaluation.speed", str(model)]
    variables = surroundings(ONE_THREAD)
    said = subprocess.run(command, cwd=ROOT, env=variables, check=True, stdout=subprocess.PIPE)
    return Speed(**json.loads(said.stdout.splitlines()[-1]))


def main() -> None:
    from assistant.__main__ import settle_environment, speak_quietly
    from assistant.lean import leave_out_tensorflow

    settle_environment()
    speak_quietly()
    leave_out_tensorflow()

    from assistant import patches
    from scripts.evaluation.measure import Phrase, own_phrases
    from scripts.evaluation.parsed import parsed

    patches.install()
    usual = own_phrases(OWN_SET)
    strange = [Phrase("-", "-", text) for text in STRANGE.values()]
    took = parsed(Path(sys.argv[1]), [*usual, *strange])
    of_strange = dict(zip(STRANGE, took.new[len(usual) :], strict=True))
    speed = Speed(median(took.new[: len(usual)]), median(took.seen[: len(usual)]), of_strange)
    print(json.dumps(asdict(speed)))


if __name__ == "__main__":
    main()
