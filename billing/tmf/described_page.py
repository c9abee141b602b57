"""The description of the API as a page: Swagger UI, in a style of ours that fits a telephone."""

from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse

BELOW = "/tmf-api"
SCRIPT = f"{BELOW}/static-offline-docs/swagger-ui-bundle.js"
STYLE = "/site/docs.css"


def described_page() -> HTMLResponse:
    """The page; it says that it is in English, which a screen reader would have to guess."""
    page = get_swagger_ui_html(
        openapi_url=f"{BELOW}/openapi.json",
        title="Aclaro billing: TM Forum Open APIs v4",
        swagger_js_url=SCRIPT,
        swagger_css_url=STYLE,
        swagger_favicon_url="/site/mark.svg",
    )
    return HTMLResponse(bytes(page.body).replace(b"<html>", b'<html lang="en">', 1))
