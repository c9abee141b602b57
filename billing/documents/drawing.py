"""Pages as a PDF, with ReportLab and Roboto (Apache 2.0), whose letters it carries along.

The same pages give the same bytes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO

from font_roboto import font_files
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from billing.documents.paging import WIDTH, Cell, Row

LEFT, TOP, FOOT = 51.0, A4[1] - 45.0, 45.0
PLAIN, BOLD = "Roboto", "RobotoBold"
SMALL = 8.0


@dataclass(frozen=True)
class About:
    """What a reader's software is told of a document, and what stands at the foot of each page."""

    title: str
    author: str
    language: str
    foot: str
    page_of: Callable[[int, int], str]


def drawn(pages: list[list[tuple[float, Row]]], about: About) -> bytes:
    """The PDF."""
    _fonts()
    written = BytesIO()
    canvas = Canvas(written, A4, pageCompression=1, invariant=1, lang=about.language)
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject(about.title)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for number, page in enumerate(pages, start=1):
        for y, row in page:
            _draw(canvas, TOP - y, row)
        foot = (
            Cell(about.foot, size=SMALL),
            Cell(about.page_of(number, len(pages)), WIDTH, ends=True, size=SMALL),
        )
        _draw(canvas, FOOT - 12, Row(foot, ruled=True))
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def wrapped(text: str, width: float, size: float = 9.0) -> list[str]:
    """The text in lines of at most that width; it breaks at its plain spaces alone."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and _width(longer, PLAIN, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@lru_cache(maxsize=1024)
def shortened(text: str, width: float, size: float = 9.0) -> str:
    """The text, or as much of it as that width takes."""
    if _width(text, PLAIN, size) <= width:
        return text
    while _width(f"{text}…", PLAIN, size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _width(text: str, font: str, size: float) -> float:
    _fonts()
    return float(pdfmetrics.stringWidth(text, font, size))


def _draw(canvas: Canvas, y: float, row: Row) -> None:
    if row.ruled:
        canvas.setLineWidth(0.5)
        canvas.line(LEFT, y + row.height - 3, LEFT + WIDTH, y + row.height - 3)
    if row.heading:
        canvas.bookmarkHorizontal(row.heading, 0, y + row.height)
        canvas.addOutlineEntry(row.heading, row.heading)
    for cell in row.cells:
        canvas.setFont(BOLD if cell.bold else PLAIN, cell.size)
        write = canvas.drawRightString if cell.ends else canvas.drawString
        write(LEFT + cell.x, y, cell.text)


@cache
def _fonts() -> None:
    for name in (PLAIN, BOLD):
        pdfmetrics.registerFont(TTFont(name, font_files[name]))
