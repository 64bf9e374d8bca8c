"""A feed's bytes: opened, unpacked, cut into lines, without ever holding much of it."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self

from shop.errors import Invalid

HEAD = 64 * 1024
LONGEST_LINE = 4 * 1024 * 1024  # a file without line ends must not be read whole
GZIP = b"\x1f\x8b"
FOREIGN = {
    b"PK\x03\x04": "is a workbook or a zip archive; save it as CSV (UTF-8)",
    b"\xd0\xcf\x11\xe0": "is an old Excel workbook; save it as CSV (UTF-8)",
    codecs.BOM_UTF16_LE: "is UTF-16; save it as UTF-8",
    codecs.BOM_UTF16_BE: "is UTF-16; save it as UTF-8",
}


class Source:
    """An open feed; `position` of `size` bytes on disk have been read. Gzip is unpacked."""

    def __init__(self, path: Path) -> None:
        """Open the file; raises `Invalid` where that cannot be done or it is no feed at all."""
        self.path = path
        try:
            self.size = path.stat().st_size
            self._raw = path.open("rb", buffering=0)
            packed = self._raw.read(len(GZIP)) == GZIP
            self._raw.seek(0)
        except OSError as error:
            raise Invalid(f"{path}: cannot be opened: {error.strerror}") from None
        self._bytes = io.BufferedReader(self._raw, HEAD)
        self._packed = self._bytes
        if packed:
            unpacked: Any = gzip.GzipFile(fileobj=self._packed)
            self._bytes = io.BufferedReader(unpacked, HEAD)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._bytes.close()
        self._packed.close()

    @property
    def position(self) -> int:
        """Bytes of the file on disk that have been read."""
        return self._raw.tell()

    def head(self) -> bytes:
        """The first bytes, which stay to be read; raises `Invalid` for what is no text."""
        found = self._read(1, lambda: self._bytes.peek(HEAD))
        if found.startswith(codecs.BOM_UTF8):
            self._bytes.read(len(codecs.BOM_UTF8))
            return found[len(codecs.BOM_UTF8) :]
        for start, reason in FOREIGN.items():
            if found.startswith(start):
                raise Invalid(f"{self.path}: {reason}")
        return found

    def lines(self) -> Iterator[tuple[int, str | None]]:
        """Numbered lines with their ends; None for one longer than `LONGEST_LINE` bytes.

        Bytes that are not UTF-8 become U+FFFD. Raises `Invalid` where the file breaks off.
        """
        number = 0
        while line := self._line(number):
            number += 1
            if len(line) < LONGEST_LINE or line.endswith(b"\n"):
                yield number, line.decode("utf-8", "replace")
                continue
            while line and not line.endswith(b"\n"):
                line = self._line(number)
            yield number, None

    def chunks(self, encoding: str) -> Iterator[str]:
        """Text in pieces of a few kilobytes, decoded like `lines`."""
        decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        while block := self._read(0, lambda: self._bytes.read(HEAD)):
            yield decoder.decode(block)
        yield decoder.decode(b"", True)

    def _line(self, number: int) -> bytes:
        return self._read(number + 1, lambda: self._bytes.readline(LONGEST_LINE))

    def _read(self, line: int, read: Callable[[], bytes]) -> bytes:
        try:
            return read()
        except (OSError, EOFError, zlib.error) as error:
            at = f":{line}" if line else ""
            raise Invalid(f"{self.path}{at}: cannot be read further: {error}") from None
