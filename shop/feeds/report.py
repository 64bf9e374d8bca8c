"""What an owner sees of an import: how far it is, what was wrong, what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Self

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from shop.errors import Invalid
from shop.feeds.source import Source

SHOWN = 20  # rejected rows on the screen; all of them are in the file
EVERY = 10_000  # rows between two lines of a log


class Report:
    """Counts, the list of rejected rows and the bar."""

    def __init__(self, console: Console, errors: Path) -> None:
        self.console = console
        self.errors = errors
        self.added = self.changed = self.unchanged = self.rejected = 0
        self.unreadable = 0
        """Files that could not be read, or not to their end."""
        self.nameless = 0
        """Rejected rows of which not even the id could be read."""
        self._notes: list[str] = []
        self._file = Path()
        self._bar = Progress(console=console, disable=True)
        self._log: IO[str] | None = None
        self._rows = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._log:
            self._log.close()

    @property
    def ok(self) -> bool:
        """Whether something came of it, and every file could be read."""
        return not self.unreadable and self.added + self.changed + self.unchanged > 0

    def reject(self, line: int, reason: str) -> None:
        """A row cannot be used."""
        self.rejected += 1
        self._say(f"{self._file}:{line}: {reason}", self.rejected)

    def unread(self, reason: str) -> None:
        """A file cannot be read, or not further."""
        self.unreadable += 1
        self._say(reason, 0)

    def count(self, added: int, changed: int, unchanged: int) -> None:
        """So many more were dealt with."""
        self.added += added
        self.changed += changed
        self.unchanged += unchanged

    def note(self, words: str) -> None:
        """Something to say at the end."""
        self._notes.append(words)

    def rows(self, count: int, source: Source) -> None:
        """So many more rows are done."""
        before, self._rows = self._rows, self._rows + count
        for task in self._bar.task_ids:
            self._bar.update(task, completed=source.position)
        if not self.console.is_terminal and before // EVERY < self._rows // EVERY:
            share = 100 * source.position // max(1, source.size)
            self._print(f"{source.path}: {self._rows} rows, {share}%")

    @contextmanager
    def progress(self, source: Source) -> Iterator[None]:
        """A bar by bytes, on a terminal."""
        self._file, self._rows = source.path, 0
        columns = (TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn(),
                   TimeRemainingColumn())  # fmt: skip
        with Progress(
            *columns, console=self.console, disable=not self.console.is_terminal
        ) as self._bar:
            self._bar.add_task(source.path.name, total=source.size)
            yield

    def summary(self, what: str, dry: bool) -> None:
        """The last lines."""
        if self.rejected > SHOWN:
            self._print(f"… and {self.rejected - SHOWN} more")
        if self._log:
            self._print(f"everything that was rejected: {self.errors}")
        for note in self._notes:
            self._print(note)
        self._print(
            f"{what}: {self.added} added, {self.changed} changed, {self.unchanged} unchanged, "
            f"{self.rejected} rows rejected" + (" (a dry run: nothing was written)" if dry else "")
        )

    def _say(self, line: str, number: int) -> None:
        # Feeds and file names may hold what a terminal would obey.
        line = "".join(c if c.isprintable() else repr(c)[1:-1] for c in line)
        if self._log is None:
            self._log = self._open()
        self._log.write(line + "\n")
        if number <= SHOWN:
            self._print(line, "red")

    def _open(self) -> IO[str]:
        try:
            self.errors.parent.mkdir(parents=True, exist_ok=True)
            return self.errors.open("w", encoding="utf-8")
        except OSError as error:
            raise Invalid(f"{self.errors}: cannot be written: {error.strerror}") from None

    def _print(self, line: str, style: str | None = None) -> None:
        self.console.print(line, style=style, markup=False, highlight=False, soft_wrap=True)
