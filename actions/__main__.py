"""`python -m actions`: the action server, and the watch over what comes without a message."""

import gc
import hmac
import logging
import os

from rasa_sdk.endpoint import create_app
from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, json

from actions.base import services
from actions.watcher import (
    CodeWatcher,
    FilesWatcher,
    NewsWatcher,
    PeopleWatcher,
    SignInWatcher,
)


def application() -> Sanic:
    """The server: the SDK's, closed to strangers where `ACTIONS_SECRET` is set."""
    app = create_app("actions", cors_origins="")
    secret = os.environ.get("ACTIONS_SECRET", "")

    @app.middleware("request")
    async def refuse_strangers(request: Request) -> "HTTPResponse | None":
        told = request.args.get("secret") or ""
        if secret and request.path == "/webhook" and not hmac.compare_digest(told, secret):
            return json({"error": "not for strangers"}, status=401)
        return None

    return app


def main() -> None:
    """Serve until stopped."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    people = services().people
    SignInWatcher(services().signin, people).start()
    NewsWatcher(services().news, people).start()
    PeopleWatcher(people).start()
    FilesWatcher(services().received).start()
    codes = services().codes
    if codes:
        CodeWatcher(codes).start()
    gc.freeze()  # what was loaded stays: no collection looks through it
    host = os.environ.get("ACTIONS_HOST", "127.0.0.1")
    application().run(host, int(os.environ.get("ACTIONS_PORT", "5055")), access_log=False)


if __name__ == "__main__":
    main()
