"""Records of CSV and of tab-separated text, with the line on which each begins.

A quote that is never closed would swallow the rest of the file: what does not end well is
rejected with its first line alone, and reading goes on with the second.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from shop.errors import Invalid
from shop.feeds.records import BROKEN, NOT_UTF8, Record, Records, Rejected, column, not_utf8

TAB = "\t"
DELIMITERS = (TAB, ",", ";", "|")
WORDS = {
    "unexpected end of data": "a quote is opened and never closed",
    "field larger than": "a quote is opened and not closed within 131,072 characters",
    "expected after": "a quote stands inside a quoted cell and is not doubled",
}


def records(
    path: Path, lines: Iterator[tuple[int, str | None]], delimiter: str
) -> Iterator[Record | Rejected]:
    """Rows as values by column; raises `Invalid` when the first line names no columns."""
    rows = _rows(_Lines(lines), delimiter)
    first = next(rows, None)
    if first is None:
        raise Invalid(f"{path}: is empty")
    if isinstance(first, Rejected):
        raise Invalid(f"{path}:{first.line}: {first.reason}")
    header = header_of(path, first[1])
    return _named(rows, header)


def header_of(path: Path, cells: list[str]) -> list[str]:
    """The columns' names; raises `Invalid` for a header that cannot be one."""
    names = [column(cell) for cell in cells]
    while names and not names[-1]:
        names.pop()
    if any(BROKEN in name for name in names):
        raise Invalid(f"{path}:1: the header {NOT_UTF8}; save the file as UTF-8")
    twice = {name for name in names if name and names.count(name) > 1}
    if twice:
        raise Invalid(f"{path}:1: the column {sorted(twice)[0]!r} appears twice")
    return names


class _Lines:
    """Lines for a `csv.reader`; those of the record under way can be given back."""

    def __init__(self, lines: Iterator[tuple[int, str | None]]) -> None:
        self._lines = lines
        self._back: deque[tuple[int, str | None]] = deque()
        self.taken: list[tuple[int, str | None]] = []

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else next(self._lines)
        self.taken.append(line)
        if line[1] is None:
            raise csv.Error("the line is longer than 4 MiB")
        return line[1]

    def keep_first(self) -> str:
        """Give back all but the first line of the record, which is returned."""
        first, *others = self.taken
        self._back.extendleft(reversed(others))
        self.taken = [first]
        return first[1] or ""


def _rows(lines: _Lines, delimiter: str) -> Iterator[tuple[int, list[str]] | Rejected]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    width = 0
    while True:
        lines.taken.clear()
        problem = ""
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            cells, problem = [], _said(str(error))
        number = lines.taken[0][0]
        while len(cells) > width > 0 and not cells[-1]:
            cells.pop()
        if not problem and width:
            problem = _misshapen(cells, width, len(lines.taken))
        if problem:
            first = lines.keep_first()
            cells = first.rstrip("\r\n").split(delimiter)
            # Feeds in tabs often have quotes that are meant as inches or as quotes.
            if delimiter != TAB or len(cells) != width:
                yield Rejected(number, problem)
                continue
        if any(cells):
            width = width or len(cells)
            yield number, cells


def _misshapen(cells: list[str], width: int, lines: int) -> str:
    if len(cells) > width:
        return f"has {len(cells)} cells and the header {width}"
    if lines > 1 and len(cells) < width:
        return f"has {len(cells)} cells and the header {width}; is a quote never closed?"
    return ""


def _named(rows: Iterator[tuple[int, list[str]] | Rejected], header: list[str]) -> Records:
    for row in rows:
        if isinstance(row, Rejected):
            yield row
            continue
        line, cells = row
        cells.extend([""] * (len(header) - len(cells)))
        values = dict(zip(header, cells, strict=False))
        values.pop("", None)
        reason = not_utf8(values)
        yield Rejected(line, reason) if reason else Record(line, values)


def _said(error: str) -> str:
    for start, words in WORDS.items():
        if start in error:
            return words
    return error
