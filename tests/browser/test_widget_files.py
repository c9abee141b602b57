"""Photos and documents in the widget: chosen, looked at, sent once, kept while there is no line."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.widget import PDF, PNG, attach, open_chat, own, said, write
from tests.chat_server import HELLO, ChatServer

LABELS = {
    "es": "Adjuntar una foto o un documento",
    "fr": "Joindre une photo ou un document",
    "pl": "Dołącz zdjęcie lub dokument",
    "en": "Attach a photo or document",
}


def press_send(page: Page) -> None:
    page.locator(".send").click()


@pytest.mark.parametrize("language", HELLO)
def test_the_paper_clip_says_what_it_is_for(page: Page, server: ChatServer, language: str):
    open_chat(page, server, language)
    clip = page.get_by_role("button", name=LABELS[language])
    expect(clip).to_be_visible()
    with page.expect_file_chooser() as chooser:
        clip.press("Enter")
    assert chooser.value.is_multiple()
    accepted = page.locator("aclaro-chat").evaluate(
        "chat => chat.composer.attachments.input.accept"
    )
    assert accepted == "image/jpeg,image/png,image/webp,application/pdf"


def test_what_is_attached_is_shown_with_its_size_and_can_be_removed(page: Page, server: ChatServer):
    open_chat(page, server)
    attach(page, ("recibo.png", PNG), ("factura.pdf", PDF + bytes(1_500_000)))
    lines = page.get_by_role("list", name="Archivos adjuntos").get_by_role("listitem")
    expect(lines).to_have_text(["recibo.png0,1 kB", "factura.pdf1,4 MB"])
    expect(page.get_by_text("Archivos adjuntos: recibo.png, factura.pdf")).to_have_role("status")
    page.get_by_role("button", name="Quitar recibo.png").click()
    expect(lines).to_have_count(1)
    remaining = page.get_by_role("button", name="Quitar factura.pdf")
    expect(remaining).to_be_focused()
    remaining.press("Enter")
    expect(page.get_by_role("button", name=LABELS["es"])).to_be_focused()
    press_send(page)
    expect(own(page)).to_have_count(0)


def test_files_are_sent_with_the_words_and_show_their_names(page: Page, server: ChatServer):
    open_chat(page, server)
    attach(page, ("recibo.png", PNG), ("factura.pdf", PDF))
    write(page, "mis recibos")
    expect(own(page)).to_have_text(["recibo.png", "factura.pdf", "mis recibos"])
    expect(said(page)).to_have_text([HELLO["es"], "> /send_file", "> /send_file", "> mis recibos"])
    expect(page.locator(".attached")).to_be_hidden()
    expect(page.locator("progress")).to_have_count(0)
    page.reload()
    expect(own(page)).to_have_text(["recibo.png", "factura.pdf", "mis recibos"])
    expect(page.locator(".own .file")).to_have_count(2)


def test_a_picture_that_is_pasted_is_attached(page: Page, server: ChatServer):
    open_chat(page, server)
    page.get_by_role("textbox").evaluate(
        """box => {
          const data = new DataTransfer();
          data.items.add(new File(["x"], "captura.png", { type: "image/png" }));
          box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
        }"""
    )
    expect(page.locator(".attached .name")).to_have_text(["captura.png"])


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("film.gif", b"GIF89a", "Solo se pueden enviar fotos (JPEG, PNG, WebP) y documentos PDF."),
        ("nada.pdf", b"", "Este archivo está vacío."),
        ("libro.pdf", bytes(5 * 2**20 + 1), "Este archivo ocupa más de 5 MB, que es lo máximo"),
    ],
)
def test_what_the_server_would_refuse_is_not_sent_and_named_with_the_reason(
    page: Page, server: ChatServer, name: str, content: bytes, reason: str
):
    open_chat(page, server)
    attach(page, (name, content))
    expect(page.locator(".refusal")).to_contain_text(f"{name}: {reason}")
    expect(page.locator(".attached")).to_be_hidden()
    press_send(page)
    expect(own(page)).to_have_count(0)


def test_what_the_server_refuses_says_why_and_the_conversation_goes_on(
    page: Page, server: ChatServer
):
    open_chat(page, server)
    attach(page, ("carta.pdf", b"only words in it"))
    write(page, "hola")
    expect(page.locator(".failed .state")).to_have_text(
        "No se ha podido enviar. Solo se pueden enviar fotos (JPEG, PNG, WebP) y documentos PDF."
    )
    expect(said(page).last).to_have_text("> hola")
    assert not any(heard.startswith("/send_file") for heard in server.heard()[-2:])
    page.reload()
    expect(own(page)).to_have_text(["hola"])


def test_it_shows_how_far_a_file_is(page: Page, server: ChatServer):
    waiting: list[Route] = []
    page.route("**/webhooks/web/files", lambda route: waiting.append(route))
    open_chat(page, server)
    attach(page, ("recibo.png", PNG))
    press_send(page)
    expect(page.get_by_role("progressbar", name="Enviando recibo.png")).to_be_visible()
    expect(page.locator(".own.pending")).to_have_count(1)
    waiting[0].continue_()
    expect(said(page).last).to_have_text("> /send_file")
    expect(page.get_by_role("progressbar")).to_have_count(0)


def test_the_session_is_in_a_header_and_not_in_the_address(page: Page, server: ChatServer):
    open_chat(page, server)
    attach(page, ("recibo ñ.png", PNG))
    with page.expect_request("**/webhooks/web/files**") as request:
        press_send(page)
    assert request.value.url == f"{server.url}/webhooks/web/files"
    headers = request.value.all_headers()
    assert len(headers["x-session"]) == 97
    assert headers["x-file-name"] == "recibo%20%C3%B1.png"


def test_a_server_that_is_away_for_a_moment_gets_the_file_later_and_once(
    page: Page, server: ChatServer
):
    refusals = iter([503, 503])
    page.route(
        "**/webhooks/web/files",
        lambda route: (
            route.fulfill(status=code) if (code := next(refusals, 0)) else route.continue_()
        ),
    )
    open_chat(page, server)
    before = len(server.heard())
    attach(page, ("recibo.png", PNG))
    press_send(page)
    expect(said(page)).to_have_text([HELLO["es"], "> /send_file"], timeout=15_000)
    assert len(server.heard()) == before + 1


def test_a_file_chosen_off_line_is_sent_after_a_reload_and_once(page: Page, own_server: ChatServer):
    open_chat(page, own_server)
    own_server.kill()
    expect(page.locator(".connection")).to_contain_text("Se ha perdido la conexión")
    attach(page, ("recibo.png", PNG))
    write(page, "mi recibo")
    expect(page.locator(".message.own .state")).to_have_text(
        ["Se enviará en cuanto vuelva la conexión"] * 2
    )
    page.goto("about:blank")
    own_server.start()
    page.goto(f"{own_server.url}/es")
    expect(said(page)).to_have_text([HELLO["es"], "> /send_file", "> mi recibo"])
    expect(own(page)).to_have_text(["recibo.png", "mi recibo"])
    assert [heard.split("{")[0] for heard in own_server.heard()] == ["/send_file", "mi recibo"]


def test_where_the_browser_keeps_no_files_it_says_to_keep_the_page_open(
    page: Page, own_server: ChatServer
):
    page.add_init_script("Object.defineProperty(window, 'indexedDB', { value: undefined })")
    open_chat(page, own_server)
    own_server.kill()
    expect(page.locator(".connection")).to_contain_text("Se ha perdido la conexión")
    attach(page, ("recibo.png", PNG))
    press_send(page)
    expect(page.locator(".message.own .state")).to_have_text(
        "Su navegador no puede guardarlo para más tarde."
        " No cierre esta página: se enviará en cuanto vuelva la conexión."
    )
    own_server.start()
    expect(said(page)).to_have_text([HELLO["es"], "> /send_file"])


def test_a_file_that_the_browser_has_lost_says_so(page: Page, own_server: ChatServer):
    open_chat(page, own_server)
    own_server.kill()
    expect(page.locator(".connection")).to_contain_text("Se ha perdido la conexión")
    attach(page, ("recibo.png", PNG))
    press_send(page)
    expect(page.locator(".message.own .state")).to_be_visible()
    page.evaluate(
        """() => new Promise(done => {
          const opening = indexedDB.open("aclaro-chat", 1);
          opening.onsuccess = () => {
            const change = opening.result.transaction("files", "readwrite");
            change.objectStore("files").clear();
            change.oncomplete = done;
          };
        })"""
    )
    page.goto("about:blank")
    own_server.start()
    page.goto(f"{own_server.url}/es")
    expect(page.locator(".failed .state")).to_contain_text("Su navegador ya no tiene este archivo.")


def test_the_other_tab_shows_the_file_and_sends_nothing_again(page: Page, server: ChatServer):
    open_chat(page, server)
    other = page.context.new_page()
    other.goto(f"{server.url}/fr")
    other.locator("button.launcher").click()
    before = len(server.heard())
    attach(page, ("recibo.png", PNG))
    press_send(page)
    for tab in (page, other):
        expect(own(tab)).to_have_text(["recibo.png"])
        expect(said(tab).last).to_have_text("> /send_file")
    assert len(server.heard()) == before + 1
