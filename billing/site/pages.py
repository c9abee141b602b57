"""Pages in the visitor's language, and the headers that keep them safe."""

from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from fastapi import Request, Response
from fastapi.requests import HTTPConnection
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from billing.settings import Settings
from billing.site.languages import LANGUAGES, accepted, best_of, own_name
from billing.site.operator import Operator
from billing.site.texts import Texts

TEMPLATES = Path(__file__).parent / "templates"


class Pages:
    """Renders the templates."""

    def __init__(self, settings: Settings, operator: Operator) -> None:
        self.operator = operator
        self._name = settings.operator_name
        self._texts = Texts(settings.operator_name)
        self._sockets = _sockets(settings.public_url)
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def language(self, request: Request, asked: str | None = None) -> str:
        """The visitor's language: chosen on the page, asked for by the chat, or the browser's."""
        chosen = best_of([request.query_params.get("lang", "")])
        return (
            chosen
            or asked
            or best_of(accepted(request.headers.get("accept-language", "")))
            or self.operator.language
        )

    def say(self, language: str, key: str, **args: str | int) -> str:
        """A text of the pages, for what is said elsewhere than on one in its reader's language."""
        return self._texts.say(language, key, **args)

    def part(self, template: str, language: str, **values: Any) -> str:
        """A piece of a page, as the page itself would have it."""

        def say(key: str, **args: str | int) -> str:
            return self._texts.say(language, key, **args)

        return self._environment.get_template(template).render(say=say, language=language, **values)

    def page(
        self,
        request: Request,
        template: str,
        language: str,
        status: int = 200,
        headers: dict[str, str] | None = None,
        carried: dict[str, str] | None = None,
        **values: Any,
    ) -> Response:
        """The rendered page; nobody may keep it, frame it, or run anything else in it.

        `carried` is what its links to the other languages keep in the address.
        """

        def say(key: str, **args: str | int) -> str:
            return self._texts.say(language, key, **args)

        body = self._environment.get_template(template).render(
            say=say,
            language=language,
            languages=[(each, own_name(each), _in(request, each, carried)) for each in LANGUAGES],
            operator=self.operator,
            operator_name=self._name,
            **values,
        )
        return Response(
            body,
            status,
            media_type="text/html",
            headers={
                "Cache-Control": "no-store",
                "Content-Language": language,
                "Content-Security-Policy": self._policy(),
                "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
                "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
                # `no-referrer` would make browsers send `Origin: null` with our own forms.
                "Referrer-Policy": "same-origin",
                "Vary": "Accept-Language",
                "X-Content-Type-Options": "nosniff",
                "X-Frame-Options": "DENY",
                **(headers or {}),
            },
        )

    def _policy(self) -> str:
        return (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            f"font-src 'self'; connect-src 'self' {self._sockets}; form-action 'self'; "
            "base-uri 'none'; frame-ancestors 'none'"
        )


def pages_of(request: HTTPConnection) -> Pages:
    """The pages of this application."""
    pages: Pages = request.app.state.pages
    return pages


def _in(request: Request, language: str, carried: dict[str, str] | None) -> str:
    return f"{request.url.path}?{urlencode({**(carried or {}), 'lang': language})}"


def _sockets(public_url: str) -> str:
    """The site's own WebSocket address: older browsers do not count it as 'self'."""
    parts = urlsplit(public_url)
    return f"{'wss' if parts.scheme == 'https' else 'ws'}://{parts.netloc}"
