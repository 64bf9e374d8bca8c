"""Records of a Google Merchant feed in XML: RSS 2.0, RSS 1.0 and Atom.

Read with expat alone, a piece at a time: no tree is ever built, and the parser tells the line. A
document type is refused, since only that can declare entities that grow without end.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from itertools import chain
from typing import Any
from xml.parsers import expat

from shop.errors import Invalid
from shop.feeds.records import Record, Records, Rejected, column, not_utf8
from shop.feeds.source import Source

GOOGLE = "http://base.google.com/ns/1.0"
ITEMS = ("item", "entry")
LARGEST_ITEM = 1_000_000  # characters
DECLARED = re.compile(rb"""^<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


def records(source: Source, head: bytes) -> Records:
    """Items as values by element name; raises `Invalid` with the line where it is no XML."""
    items = _Items()
    for text in chain(_text(source, head), [None]):
        broken = items.feed(source, text)
        yield from items.taken()
        if broken:
            raise broken


def _text(source: Source, head: bytes) -> Iterator[str]:
    declared = DECLARED.match(head.lstrip())
    encoding = declared[1].decode().lower() if declared else "utf-8"
    try:
        b" ".decode(encoding)  # also refuses what is no encoding of text, such as zip
        yield from source.chunks(encoding)
    except (LookupError, UnicodeError):
        raise Invalid(f"{source.path}:1: unknown encoding {encoding!r}") from None


class _Items:
    """What the parser has seen: the item under way, and those that are whole."""

    def __init__(self) -> None:
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._doctype
        self._done: deque[Record | Rejected] = deque()
        self._depth = 0  # below the item's own element; 0 outside any
        self._line = 0
        self._values: dict[str, Any] = {}
        self._inner: dict[str, str] = {}
        self._own: set[str] = set()
        self._text: list[str] = []
        self._length = 0

    def feed(self, source: Source, text: str | None) -> Invalid | None:
        """Read on, None for the end; what stops the reading, with file and line."""
        try:
            self._parser.Parse(text or "", text is None)
        except expat.ExpatError as error:
            said = expat.ErrorString(error.code)
            return Invalid(f"{source.path}:{error.lineno}: cannot be read further: {said}")
        except Invalid as error:
            return Invalid(f"{source.path}:{self._parser.CurrentLineNumber}: {error}")
        return None

    def taken(self) -> Records:
        """The whole items so far, once each."""
        while self._done:
            yield self._done.popleft()

    def _doctype(self, *_about: object) -> None:
        raise Invalid("a document type (<!DOCTYPE …>) is refused; a feed needs none")

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        self._text.clear()
        if self._depth:
            self._depth += 1
            if self._depth == 2:
                self._inner = {}
        elif name.rpartition(" ")[2] in ITEMS:
            self._depth, self._line, self._length = 1, self._parser.CurrentLineNumber, 0
            self._values, self._own = {}, set()

    def _characters(self, text: str) -> None:
        if self._depth > 1:
            self._length += len(text)
            if self._length <= LARGEST_ITEM:
                self._text.append(text)

    def _end(self, name: str) -> None:
        if self._depth == 0:
            return
        self._depth -= 1
        namespace, _, local = name.rpartition(" ")
        if self._depth == 0:
            self._done.append(self._item())
        elif self._depth == 1:
            self._field(namespace, column(local))
        elif self._depth == 2:
            self._inner[column(local)] = "".join(self._text)
        self._text.clear()

    def _field(self, namespace: str, name: str) -> None:
        """Google's own element wins over RSS's or Atom's; of several the first stays."""
        if self._inner:
            others = self._values.get(name)
            self._values[name] = [*(others if isinstance(others, list) else ()), self._inner]
            self._inner = {}
            return
        google = namespace == GOOGLE
        if name not in self._values or (google and name not in self._own):
            self._values[name] = "".join(self._text).strip()
        if google:
            self._own.add(name)

    def _item(self) -> Record | Rejected:
        if self._length > LARGEST_ITEM:
            return Rejected(self._line, f"the item is longer than {LARGEST_ITEM} characters")
        reason = not_utf8(self._values)
        return Rejected(self._line, reason) if reason else Record(self._line, self._values)
