"""The site: one application for the API, sign-in and pages."""

import gc
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Request
from fastapi.exception_handlers import http_exception_handler
from sqlalchemy import text
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from billing import schemas
from billing.access import TokenReader
from billing.background import beside
from billing.database import Database
from billing.events.delivery import deliver
from billing.handoff.api import create_handoff_api
from billing.handoff.lapses import watch
from billing.settings import Settings
from billing.signin import endpoints as signin_endpoints
from billing.signin import pages as signin_pages
from billing.signin import tokens
from billing.signin.visitors import visitor_tokens
from billing.site import account, front, proxy
from billing.site.operator import read_operator
from billing.site.pages import Pages
from billing.staff import add_desk
from billing.tmf.api import create_api
from billing.tmf.errors import tmf_error


def create_app(
    settings: Settings | None = None, read_token: TokenReader = tokens.caller_of
) -> FastAPI:
    """The whole site; `app.state` holds `settings`, `database` and `read_token`."""
    settings = settings or Settings()
    database = Database(settings.database, settings.site_threads)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        gc.freeze()  # what was loaded stays: no collection looks through it
        # A thread that waits for a connection, or for the others, only makes those slower.
        current_default_thread_limiter().total_tokens = settings.site_threads
        async with AsyncExitStack() as work:
            if settings.events_deliver:
                await work.enter_async_context(beside(deliver(database)))
            if settings.handoff_secret:
                await work.enter_async_context(beside(watch(database, settings)))
            yield
        database.close()

    app = FastAPI(title="Aclaro billing", lifespan=lifespan, docs_url=None, redoc_url=None)
    app.state.settings = settings
    app.state.database = database
    app.state.read_token = read_token
    app.state.pages = Pages(settings, read_operator())
    app.state.visitors = visitor_tokens(settings)

    for room in (signin_endpoints, signin_pages, front, account, proxy):
        app.include_router(room.router)
    add_desk(app)
    app.mount("/site", front.Files(directory=front.STATIC))
    app.mount("/widget", front.Widget(directory=front.WIDGET, check_dir=False))
    app.add_api_route("/healthz", healthz, methods=["GET"])
    app.add_api_route("/docs", docs, methods=["GET"], include_in_schema=False)
    app.include_router(schemas.router)
    app.add_exception_handler(404, _not_found)
    app.mount("/tmf-api", create_api(settings, database, read_token))
    if settings.handoff_secret:
        app.mount("/handoff/v1", create_handoff_api(settings, database))
    return app


async def _not_found(request: Request, error: Exception) -> Response:
    """TM Forum's error body also for addresses that do not reach the API: a line break in one; for
    people a page.
    """
    assert isinstance(error, HTTPException)
    if request.url.path.startswith("/tmf-api/"):
        return tmf_error(404, "notFound", "Resource not found")
    if "text/html" in request.headers.get("accept", ""):
        return front.missing(request)
    return await http_exception_handler(request, error)


def docs() -> RedirectResponse:
    """The description of the API, where one looks for it."""
    return RedirectResponse("/tmf-api/docs")


def healthz(request: Request) -> dict[str, str]:
    """Healthy means that the database answers."""
    database: Database = request.app.state.database
    with database.read() as session:
        session.execute(text("select 1"))
    return {"status": "ok"}
