"""``make bench``: turn times, memory and start of Aclaro, beside the bot of ``rasa init``.

One customer at a time, over Rasa's REST channel, with the real parts on ports of their own.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterable
from http.client import HTTPConnection
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.fresh_training import COMMAND, copy_inputs
from scripts.interpreters import PythonMissing
from scripts.memory import resident_megabytes
from scripts.processes import POLL_SECONDS, Part, PartFailed, start, wait_until_healthy
from scripts.settings import ASSISTANT_ENVIRONMENT, ROOT, var
from scripts.setup import prepare
from scripts.steps import StepFailed, carry_out, log_file, say, stop_with, tail
from tests.customer_page import sign_in
from tests.stack import Stack, free_ports, running_stack

CUSTOMER = "demo-es"
ASKING_TO_SIGN_IN = "quiero iniciar sesión"
WITHOUT_BACKEND = [
    "hola",
    "gracias",
    "¿eres un robot?",
    "¿qué puedes hacer?",
    "¿cuándo me llega el abono?",
    "¿a qué hora abren?",
]
WITH_BACKEND = ["¿qué ha pasado con mi reclamación?", "¿cuál es mi número de cuenta?"]
EVALUATION_SET = ROOT / "tests" / "understanding" / "en.tsv"
RASA_INIT = ["hi", "I am fine, thanks", "are you a bot?", "I am sad", "yes", "bye"]

CONVERSATIONS = 3
FIRST = range(1, 21)
HUNDREDTH = range(91, 111)  # the hundredth turn and its neighbours, for a median
TURN_SECONDS = 60
SIGN_IN_SECONDS = 30


class Times:
    """Milliseconds of turns, by kind and by their place in a conversation."""

    def __init__(self) -> None:
        self._turns: list[tuple[str, int, float]] = []

    def add(self, kind: str, turn: int, milliseconds: float) -> None:
        self._turns.append((kind, turn, milliseconds))

    def figures(self, kind: str) -> dict[str, float]:
        """The medians of one kind at the start of a conversation and late in it."""
        return {
            f"turn 1–20 {kind}, ms": self._median(kind, FIRST),
            f"turn 100 {kind}, ms": self._median(kind, HUNDREDTH),
        }

    def _median(self, kind: str, turns: range) -> float:
        return statistics.median(ms for k, turn, ms in self._turns if k == kind and turn in turns)


def main() -> None:
    try:
        say("Getting ready …")
        prepare(database=False)
        say("Measuring Aclaro …")
        aclaro = measure_aclaro()
        say("Measuring the bot of rasa init …")
        baseline = measure_rasa_init()
    except (StepFailed, PythonMissing) as failure:
        stop_with(failure)
    except PartFailed as failure:
        stop_with(f"{failure}. The end of its log:\n{tail(failure.process.log)}")
    print_table(aclaro, baseline)


def measure_aclaro() -> dict[str, float]:
    """Every figure of Aclaro by its name."""
    figures = {"training from nothing, s": train_from_nothing()}
    times = Times()
    with running_stack(now=None, with_faults=False) as stack:
        figures["start until healthy, s"] = stack.seconds_to_start
        converse(stack, "warm-up", Times())
        for number in range(CONVERSATIONS):
            converse(stack, f"bench-{number}", times)
        figures |= time_parsing(stack.rasa_url)
        for name, process in stack.processes.items():
            figures[f"memory of {name}, MB"] = resident_megabytes(process.popen.pid)
    figures["memory, MB"] = sum(v for name, v in figures.items() if name.startswith("memory of"))
    return {**times.figures("without backend"), **times.figures("with backend"), **figures}


def train_from_nothing() -> float:
    """The seconds of it."""
    with tempfile.TemporaryDirectory(prefix="aclaro-bench-") as name:
        return carry_out("bench-train", COMMAND, copy_inputs(Path(name)), Path(name))


def converse(stack: Stack, sender: str, times: Times) -> None:
    """A signed-in customer's conversation, every other turn with a call of the backend."""
    signed_in(stack, sender)
    without, with_backend = cycle(WITHOUT_BACKEND), cycle(WITH_BACKEND)
    kinds = cycle([("without backend", without), ("with backend", with_backend)])
    turns = ((kind, next(texts)) for kind, texts in kinds)
    time_turns(stack.rasa_url, sender, turns, times)


def signed_in(stack: Stack, sender: str) -> None:
    """Signs the customer in and waits until the conversation knows."""
    answers = stack.say(sender, ASKING_TO_SIGN_IN, {"language": "es"})
    link = re.search(r"http://[^\s\"]+/device\?user_code=[A-Z0-9-]+", json.dumps(answers))
    if not link:
        stop_with(f"No link to sign in was in the answer: {answers}")
    sign_in(link.group(), CUSTOMER)
    deadline = time.monotonic() + SIGN_IN_SECONDS
    tracker = f"{stack.rasa_url}/conversations/{sender}/tracker"
    while not _has_heard(get(tracker), "signed_in"):
        if time.monotonic() > deadline:
            stop_with("The conversation did not hear of the sign-in.")
        time.sleep(POLL_SECONDS)


def _has_heard(tracker: dict[str, Any], intent: str) -> bool:
    return any(
        event["event"] == "user" and event["parse_data"]["intent"]["name"] == intent
        for event in tracker["events"]
    )


def measure_rasa_init() -> dict[str, float]:
    """The same figures, where they exist, of the bot that ``rasa init`` makes.

    The bot is made and trained once and kept.
    """
    folder = var() / "bench" / "rasa-init"
    figures = {"training from nothing, s": _train_rasa_init(folder)}
    (port,) = free_ports(1)
    rasa = str(ASSISTANT_ENVIRONMENT / "bin" / "rasa")
    address = f"http://127.0.0.1:{port}"
    options = ["--enable-api", "-i", "127.0.0.1", "--port", str(port)]
    command = [rasa, "run", *options]
    part = Part("rasa init", command, port, f"{address}/status", folder)
    process = start(part, {}, log_file("bench-rasa-init"))
    try:
        wait_until_healthy([process], seconds=300)
        figures["start until healthy, s"] = time.monotonic() - process.started
        times = Times()
        texts = [("without backend", text) for text in RASA_INIT]
        time_turns(address, "warm-up", cycle(texts), Times())
        for number in range(CONVERSATIONS):
            time_turns(address, f"bench-{number}", cycle(texts), times)
        figures |= time_parsing(address)
        figures["memory of rasa, MB"] = resident_megabytes(process.popen.pid)
        figures["memory, MB"] = figures["memory of rasa, MB"]
        return {**times.figures("without backend"), **figures}
    finally:
        process.stop()


def _train_rasa_init(folder: Path) -> float:
    """Makes and trains the bot unless it is there; the seconds that its training took."""
    measured = folder / "training_seconds"
    if not measured.exists():
        rasa = ASSISTANT_ENVIRONMENT / "bin" / "rasa"
        folder.mkdir(parents=True, exist_ok=True)
        init = [rasa, "init", "--no-prompt", "--init-dir", folder]
        carry_out("bench-rasa-init", init)
        train = [rasa, "train", "--force", "--out", folder / "models", "--data", folder / "data"]
        train += ["--config", folder / "config.yml", "--domain", folder / "domain.yml"]
        seconds = carry_out("bench-rasa-init-train", train)
        measured.write_text(str(seconds), encoding="utf-8")
    return float(measured.read_text(encoding="utf-8"))


def time_turns(rasa: str, sender: str, texts: Iterable[tuple[str, str]], times: Times) -> None:
    """Says one text a turn, and adds how long each answer took."""
    for turn, (kind, text) in enumerate(islice(texts, HUNDREDTH.stop - 1), start=1):
        message = json.dumps({"sender": sender, "message": text}).encode()
        began = time.perf_counter()
        answers = get(f"{rasa}/webhooks/rest/webhook", message)
        times.add(kind, turn, (time.perf_counter() - began) * 1000)
        if not answers:
            stop_with(f"Nothing was answered to {text!r} at turn {turn} of {sender}.")


def time_parsing(rasa: str) -> dict[str, float]:
    """The median of `/model/parse` for sentences that are new to it, and for the same again."""
    lines = EVALUATION_SET.read_text(encoding="utf-8").splitlines()[1:]
    texts = [line.rsplit("\t", 1)[1] for line in lines]
    connection = HTTPConnection(urlsplit(rasa).netloc)
    new, seen = ([_time_to_parse(connection, text) for text in texts] for _ in range(2))
    return {
        "/model/parse, a new message, ms": statistics.median(new),
        "/model/parse, seen before, ms": statistics.median(seen),
    }


def _time_to_parse(connection: HTTPConnection, text: str) -> float:
    began = time.perf_counter()
    connection.request("POST", "/model/parse", json.dumps({"text": text}).encode())
    connection.getresponse().read()
    return (time.perf_counter() - began) * 1000


def get(address: str, data: bytes | None = None) -> Any:
    """The JSON at an address; with data, what it answers to them."""
    with urllib.request.urlopen(address, data, timeout=TURN_SECONDS) as response:
        return json.load(response)


def print_table(aclaro: dict[str, float], baseline: dict[str, float]) -> None:
    """One figure a line: Aclaro's, that of the bot of rasa init, and the ratio."""
    say(f"\n{'':34}{'Aclaro':>10}{'rasa init':>12}{'ratio':>8}")
    for name, value in aclaro.items():
        other = baseline.get(name)
        beside = f"{other:12.1f}{value / other:8.2f}" if other else ""
        say(f"{name:34}{value:10.1f}{beside}")


if __name__ == "__main__":
    main()
