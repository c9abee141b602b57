"""The front page of the operator's site, with the chat on it, and files that never change."""

from pathlib import Path

from fastapi import APIRouter, Request, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from billing.site.pages import pages_of

STATIC = Path(__file__).parent / "static"
WIDGET = Path(__file__).parents[2] / "web" / "dist"

router = APIRouter()


@router.get("/")
def front(request: Request) -> Response:
    """The operator's help page."""
    pages = pages_of(request)
    return pages.page(request, "front.html", pages.language(request))


def missing(request: Request) -> Response:
    """What a visitor is told at an address where there is no page."""
    pages = pages_of(request)
    return pages.page(request, "told.html", pages.language(request), 404, what="page_missing")


class Files(StaticFiles):
    """Files that browsers keep but ask after, so that a new version shows at once."""

    async def check_config(self) -> None:
        """A folder that is not there (a widget not built yet) holds no file; that is all."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "no-cache"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response


class Widget(Files):
    """The widget's script, which pages of other origins load, too: modules are asked for by CORS.
    Whether it reaches the assistant from there is for the assistant to say.
    """

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response
