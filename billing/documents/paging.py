"""Rows on pages: what stays together, and tables that go on with what was carried over.

Lengths are in points; `y` is counted from the top of a page's text.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

HEIGHT, WIDTH = 735.0, 493.0  # of A4, without its margins and its foot


@dataclass(frozen=True)
class Cell:
    """A text that begins at `x`, or ends there."""

    text: str
    x: float = 0.0
    ends: bool = False
    bold: bool = False
    size: float = 9.0


@dataclass(frozen=True)
class Row:
    """Cells on one line of writing, under a rule if it has one. `heading` is for the outline."""

    cells: tuple[Cell, ...] = ()
    height: float = 13.0
    ruled: bool = False
    heading: str = ""


@dataclass(frozen=True)
class Together:
    """Rows that stay on one page, unless they are more than a page takes."""

    rows: Sequence[Row]


@dataclass(frozen=True)
class Table:
    """Rows with an amount each, that may fill pages: `carried` and `brought` make the rows that say
    what it comes to at a page's end, and at the start of the next.
    """

    head: Sequence[Row]
    rows: Sequence[tuple[Row, int]]
    foot: Sequence[Row]
    carried: Callable[[int], Row]
    brought: Callable[[int], Row]


@dataclass
class Pages:
    """Pages as they fill: each is a list of rows with their places."""

    pages: list[list[tuple[float, Row]]] = field(default_factory=lambda: [[]])
    used: float = 0.0

    def put(self, rows: Iterable[Row]) -> None:
        """Write rows on this page."""
        for row in rows:
            self.used += row.height
            self.pages[-1].append((self.used, row))

    def turn(self) -> None:
        """Begin a page."""
        self.pages.append([])
        self.used = 0.0

    def has_room_for(self, *rows: Row) -> bool:
        """Whether they all fit below what is written."""
        return self.used + sum(row.height for row in rows) <= HEIGHT


def paged(blocks: Iterable[Together | Table]) -> list[list[tuple[float, Row]]]:
    """Every block on its pages."""
    pages = Pages()
    for block in blocks:
        if isinstance(block, Together):
            _put_together(pages, block.rows)
        else:
            _put_table(pages, block)
    return pages.pages


def _put_together(pages: Pages, rows: Sequence[Row]) -> None:
    if not pages.has_room_for(*rows):
        pages.turn()
    for row in rows:
        if not pages.has_room_for(row):
            pages.turn()
        pages.put([row])


def _put_table(pages: Pages, table: Table) -> None:
    first = [row for row, _ in table.rows[:1]]
    if not pages.has_room_for(*table.head, *first, *table.foot, table.carried(0)):
        pages.turn()
    pages.put(table.head)
    so_far = 0
    for place, (row, amount) in enumerate(table.rows, start=1):
        after = table.foot if place == len(table.rows) else [table.carried(0)]
        if not pages.has_room_for(row, *after):
            pages.put([table.carried(so_far)])
            pages.turn()
            pages.put([*table.head, table.brought(so_far)])
        pages.put([row])
        so_far += amount
    pages.put(table.foot)
