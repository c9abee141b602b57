"""A channel with a scripted assistant behind it, in a process of its own that tests can kill and
start again.

A module for each channel gives the `application` that is run as `python -m tests.<module> PORT
DIRECTORY`.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.server import configure_cors
from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.channels import housekeeping
from assistant.channels.conversations import ChannelOutput
from tests.stack import free_ports

ROOT = Path(__file__).resolve().parent.parent


class ChannelServer:
    """The server; `kill` and `start` are a restart with the data kept."""

    #: What is run.
    module: str

    def __init__(self, directory: Path, **environment: str) -> None:
        self.directory = directory
        (self.port,) = free_ports(1)
        self.url = f"http://127.0.0.1:{self.port}"
        self._environment = {**os.environ, "PUBLIC_URL": self.url, **environment}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = [sys.executable, "-m", self.module, str(self.port), str(self.directory)]
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=self._environment, stdout=subprocess.PIPE
        )
        assert self._process.stdout
        for line in self._process.stdout:
            if line.startswith(b"ready"):
                return
        raise AssertionError(f"{self.module} did not start")

    def kill(self) -> None:
        """Take it away without a goodbye."""
        if self._process:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            assert self._process.stdout
            self._process.stdout.close()
            self._process = None

    @contextmanager
    def no_files_kept(self) -> Iterator[None]:
        """While the table of customers' files is not there."""
        rename = "alter table {} rename to {}"
        with closing(sqlite3.connect(self.directory / "selfcare.db", timeout=30)) as db:
            db.execute(rename.format("received_file", "elsewhere"))
            db.commit()
            try:
                yield
            finally:
                db.execute(rename.format("elsewhere", "received_file"))
                db.commit()

    def open_gate(self) -> None:
        """Let the one who said "wait" have the answer."""
        self.post("/control/gate")

    def write_first(self, sender: str, text: str, response_name: str = "") -> None:
        """Have the assistant say what nobody asked for, as `trigger_intent` would."""
        query = urllib.parse.urlencode({"response": response_name})
        self.post(f"/control/say/{sender}?{query}", text)

    def heard(self) -> list[str]:
        """Everything that reached the assistant since it started."""
        return self.get("/control/heard").split("\n")

    def address(self) -> str:
        """Where `output_channel=latest` would find the channel."""
        return self.get("/control/name")

    def get(self, path: str) -> str:
        """GET from the server's own controls."""
        with urllib.request.urlopen(f"{self.url}{path}", timeout=10) as answer:
            text: str = answer.read().decode()
        return text

    def post(self, path: str, body: str = "") -> None:
        """POST to the server's own controls."""
        urllib.request.urlopen(f"{self.url}{path}", body.encode(), timeout=10).close()


def wait_until(condition: Callable[[], bool], patience: float = 30) -> None:
    """Wait until it is so."""
    until = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < until, "it never came to pass"
        time.sleep(0.05)


def application(channel: InputChannel) -> Sanic:
    """The channel, and the controls of the tests; its host is `app.ctx.host`."""
    app = Sanic(f"{channel.name()}_server", configure_logging=False)
    configure_cors(app)  # as Rasa does
    app.blueprint(channel.blueprint(_nobody), url_prefix=f"/webhooks/{channel.name()}")

    @app.post("/control/gate")
    async def gate(_: Request) -> HTTPResponse:
        app.ctx.host.gate.set()
        return response.empty()

    @app.post("/control/say/<sender>")
    async def say(request: Request, sender: str) -> HTTPResponse:
        topic = request.args.get("response", "")
        message = {"text": request.body.decode(), "utter_action": topic}
        await _output(channel).send_response(sender, message)
        return response.empty()

    @app.get("/control/name")
    async def name(_: Request) -> HTTPResponse:
        return response.text(_output(channel).name())

    @app.get("/control/heard")
    async def heard(_: Request) -> HTTPResponse:
        return response.text("\n".join(app.ctx.host.heard))

    say_when_ready(app)
    return app


def say_when_ready(app: Sanic) -> None:
    """Let `ChannelServer.start` know once the server answers."""

    async def tell(*_: Any) -> None:
        print("ready", flush=True)

    app.register_listener(tell, "after_server_start")


def run(application: Callable[[], Sanic]) -> None:
    """Serve on the port and with the directory of the command line; days may be short here."""
    _, port, directory = sys.argv
    housekeeping.A_DAY = float(os.environ.get("SECONDS_OF_A_DAY", housekeeping.A_DAY))
    os.environ["ACLARO_VAR"] = directory
    application().run("127.0.0.1", int(port), access_log=False)


def _output(channel: InputChannel) -> ChannelOutput:
    output = channel.get_output_channel()
    assert isinstance(output, ChannelOutput)
    return output


async def _nobody(_: UserMessage) -> None:
    raise AssertionError("the scripted host hears everything")
