"""Gets a checkout ready: environments, widget, database, model; each only where it changed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environments
from scripts.interpreters import PythonMissing
from scripts.settings import ASSISTANT_PYTHON, ROOT, SITE_PYTHON
from scripts.steps import StepFailed, abandon, carry_out, say, stop_with


def prepare(tests: bool = False, database: bool = True) -> None:
    """Makes all that the three parts need to start, both sides at the same time.

    ``tests`` adds what tests need; they, and measurements, have a ``database`` of their own, and
    so has an operator whose customers are no demonstration's.
    Raises StepFailed or PythonMissing.
    """

    def site() -> None:
        environments.ensure(environments.site(tests))
        build_widget()
        if tests:
            install_stand_ins()
        if database:
            fill_database()

    def assistant() -> None:
        environments.ensure(environments.assistant(tests))
        train()

    side_by_side([site, assistant])


def fill_database() -> None:
    """Billing's tables, brought up to date, with the demonstration's customers."""
    carry_out("migrate", [SITE_PYTHON, "-m", "billing", "migrate"])
    seconds = carry_out("demo", [SITE_PYTHON, "-m", "billing", "demo"])
    say(f"  database ready ({seconds:.0f} s)")


def build_widget() -> None:
    """The chat widget's script, from its TypeScript."""
    seconds = carry_out("widget", [SITE_PYTHON, "-m", "scripts.build_widget"])
    say(f"  widget ready ({seconds:.0f} s)")


def install_stand_ins() -> None:
    """What tests stand on that is not ours: an operator made of the TM Forum's specifications, and
    Telegram.
    """
    seconds = carry_out("stand-ins", [SITE_PYTHON, "-m", "scripts.node_packages", "tests/npm"])
    say(f"  stand-ins for tests ready ({seconds:.0f} s)")


def train() -> None:
    """Trains the model if its inputs changed; that is for the assistant to say."""
    seconds = carry_out("train", [ASSISTANT_PYTHON, "-m", "assistant", "train"])
    say(f"  model ready ({seconds:.0f} s)")


def side_by_side(works: list[Callable[[], None]]) -> None:
    """Carries out several works at once; when one fails, abandons the rest and raises its error."""
    with ThreadPoolExecutor(len(works)) as pool:
        try:
            for future in as_completed([pool.submit(work) for work in works]):
                future.result()
        except BaseException:
            abandon()
            raise


def main() -> None:
    try:
        if sys.argv[1:] == ["train"]:
            environments.ensure(environments.assistant())
            train()
        elif sys.argv[1:] == ["install"]:
            prepare(database=False)
        elif sys.argv[1:2] == ["evaluate"]:
            environments.ensure(environments.assistant(tests=True))
            evaluation = [
                str(ASSISTANT_PYTHON),
                "-Wignore",
                "-m",
                "scripts.evaluation",
                *sys.argv[2:],
            ]
            raise SystemExit(subprocess.call(evaluation, cwd=ROOT))
        else:
            prepare()
    except (StepFailed, PythonMissing) as failure:
        stop_with(failure)


if __name__ == "__main__":
    main()
