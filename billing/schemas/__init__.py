"""JSON schemas of our extensions, served where `@schemaLocation` points."""

import json
from importlib.resources import files
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import JSONResponse

NAMES = (
    "BillingDispute",
    "DocumentedBillOnDemand",
    "LocalBillingAccount",
    "RejectedReport",
    "UnsignedReport",
)

router = APIRouter(prefix="/schemas")


@router.get("/{name}.schema.json")
def schema(request: Request, name: str) -> JSONResponse:
    """The schema of that name."""
    if name not in NAMES:
        raise HTTPException(404)
    public_url = request.app.state.settings.public_url
    return JSONResponse(
        read(name) | {"$id": f"{public_url}/schemas/{name}.schema.json"},
        media_type="application/schema+json",
    )


def read(name: str) -> dict[str, Any]:
    """A schema as it is kept."""
    text = files(__package__).joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
    content: dict[str, Any] = json.loads(text)
    return content
