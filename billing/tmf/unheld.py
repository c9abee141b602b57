"""What the specifications have and this backend does not hold: answered with 501, not with 404."""

from pathlib import Path

import yaml
from fastapi import APIRouter, Depends

from billing.access import current_customer
from billing.errors import NotHeldError

FILE = Path(__file__).with_name("specified.yml")


def specified() -> dict[str, list[str]]:
    """Path below /tmf-api → the methods that its specification has."""
    apis = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {
        f"/{api}/{path}": methods for api, paths in apis.items() for path, methods in paths.items()
    }


def unheld_router() -> APIRouter:
    """Every specified operation; included last, it answers those that nobody else does."""
    router = APIRouter(dependencies=[Depends(current_customer)])
    for path, methods in specified().items():
        router.add_api_route(path, _not_held, methods=methods, status_code=501)
    return router


def _not_held() -> None:
    raise NotHeldError("this backend holds no such resource, or does not let it be changed here")
