"""What every reader gives: records, and what could not be read as one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

BROKEN = "\ufffd"  # what a byte that is not UTF-8 is decoded to
NOT_UTF8 = "is not UTF-8 here"


@dataclass(slots=True)
class Record:
    """One row or object: its values by column, and the line (from 1) on which it begins."""

    line: int
    values: dict[str, Any]


@dataclass(slots=True)
class Rejected:
    """What stands at a line and cannot be used, with the reason as an owner can act on it."""

    line: int
    reason: str
    key: str = ""
    """The id of what the row is about, where that could be read."""


Records = Iterator[Record | Rejected]


def column(name: str) -> str:
    """A column's name as it is compared: `Variant SKU`, `variant_sku`, `g:id` → `id`."""
    return "_".join(name.strip().casefold().removeprefix("g:").split())


def not_utf8(values: dict[str, Any]) -> str | None:
    """The reason why these values cannot be used, where a byte of them was not UTF-8."""
    for name, value in values.items():
        if isinstance(value, str) and BROKEN in value:
            return f"{name} {NOT_UTF8}"
    return None
