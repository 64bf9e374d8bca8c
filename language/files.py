"""Sequence labelling files from outside: Snips folders and character BIO/BIOES files."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from shop.errors import Invalid

Sentence = tuple[list[str], list[str]]  # tokens, labels
UNKNOWN = "UNK"  # "not annotated" in weakly labelled files; such sentences are left out


def read(path: Path) -> list[Sentence]:
    """Sentences of a folder with `seq.in`/`seq.out`, or of a file with a token and tag a line.

    Raises `Invalid` naming file and line.
    """
    if path.is_dir() or path.name.startswith("seq.in"):
        return list(_parallel(path if path.is_dir() else path.parent))
    if not path.exists():
        raise Invalid(f"{path}: no such file or folder")
    return [s for s in _columns(path) if UNKNOWN not in s[1]]


def dictionary(path: Path) -> dict[str, list[str]]:
    """Words by kind: a folder with a file per kind, or a file of `word<TAB>kind` lines."""
    if path.is_dir():
        files = [file for file in sorted(path.iterdir()) if file.is_file()]
        return {file.name.split(".")[0]: _lines(file) for file in files}
    found: dict[str, list[str]] = {}
    for line in _lines(path):
        word, _, kind = line.partition("\t")
        found.setdefault(kind or "listed", []).append(word)
    return found


def _columns(path: Path) -> Iterator[Sentence]:
    tokens: list[str] = []
    labels: list[str] = []
    for number, line in enumerate(_raw(path), start=1):
        if not line.strip():
            if tokens:
                yield tokens, labels
            tokens, labels = [], []
            continue
        # Not any white space: an ideographic space may be the token itself.
        parts = line.split("\t" if "\t" in line else " ")
        if len(parts) < 2 or not parts[-1].strip():
            raise Invalid(f"{path}:{number}: expected a token and its tag, found {line!r}")
        tokens.append(parts[0] or " ")
        labels.append(parts[-1].strip())
    if tokens:
        yield tokens, labels


def _parallel(folder: Path) -> Iterator[Sentence]:
    texts, tags = (_raw(_either(folder / name)) for name in ("seq.in", "seq.out"))
    for number, (text, tag) in enumerate(zip(texts, tags, strict=True), start=1):
        tokens, labels = text.split(), tag.split()
        if len(tokens) != len(labels):
            raise Invalid(f"{folder}: line {number} has {len(tokens)} words, {len(labels)} tags")
        if tokens:
            yield tokens, labels


def _either(path: Path) -> Path:
    packed = path.with_name(path.name + ".gz")
    return packed if packed.exists() and not path.exists() else path


def _raw(path: Path) -> list[str]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise Invalid(f"{path}: {error.strerror}") from error
    raw = gzip.decompress(raw) if path.suffix == ".gz" else raw
    # Only real line ends: a tag file may hold other separators as tokens.
    return raw.decode("utf-8-sig").replace("\r\n", "\n").removesuffix("\n").split("\n")


def _lines(path: Path) -> list[str]:
    return [line.strip() for line in _raw(path) if line.strip()]
