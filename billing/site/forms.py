"""Forms as browsers and OAuth clients post them."""

from urllib.parse import parse_qsl

from fastapi import Request

Form = dict[str, str]

LARGEST = 16 * 1024  # bytes
MEDIA_TYPE = "application/x-www-form-urlencoded"


class FormError(Exception):
    """The body is not a form that we take; `status` is the HTTP status that says so."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


class BodyTooLarge(Exception):
    """The body is longer than we read."""


async def body_of(request: Request, largest: int) -> bytes:
    """The body, of at most this many bytes.

    Raises BodyTooLarge.
    """
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > largest:
            raise BodyTooLarge
    return bytes(body)


async def form_of(request: Request) -> Form:
    """The fields of the posted form, each at most once.

    Raises FormError.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != MEDIA_TYPE:
        raise FormError("The body has to be a urlencoded form.", 415)
    try:
        body = await body_of(request, LARGEST)
    except BodyTooLarge:
        raise FormError("The form is too large.", 413) from None
    try:
        fields = parse_qsl(body.decode(), keep_blank_values=True, errors="strict")
    except ValueError:
        raise FormError("The form is not UTF-8.") from None
    form = dict(fields)
    if len(form) != len(fields):
        raise FormError("A field was sent twice.")
    return form
