"""What the specifications have and this backend does not hold: 501, for whoever might have it."""

from collections.abc import Collection

from fastapi import APIRouter

from billing.access import requires
from billing.errors import NotHeldError
from billing.tmf.described import ERRORS, ID, Error
from billing.tmf.scopes import scopes_for
from billing.tmf.specified import specified

NOT_HELD = "not held here"


def unheld_router(held: Collection[tuple[str, str]]) -> APIRouter:
    """Every specified operation that is not `held`: method and path."""
    router = APIRouter()
    for path, methods in specified().items():
        for method in methods:
            if (method, path) not in held:
                router.add_api_route(
                    path,
                    _not_held,
                    methods=[method],
                    dependencies=[requires(*scopes_for(method, path))],
                    operation_id=f"{method.lower()}{path}",
                    tags=[NOT_HELD],
                    status_code=501,
                    response_model=Error,
                    responses=ERRORS,
                    openapi_extra={"parameters": [ID]} if "{id}" in path else None,
                )
    return router


def _not_held() -> None:
    raise NotHeldError("this backend holds no such resource, or does not let it be changed here")
