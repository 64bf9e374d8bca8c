"""Records of JSON lines: one object a line. Numbers stay exact."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from shop.feeds.records import BROKEN, NOT_UTF8, Record, Records, Rejected, column


def records(lines: Iterator[tuple[int, str | None]]) -> Records:
    """Objects as values by lower-case name; fractions as `Decimal`, NaN and its like rejected."""
    decoder = json.JSONDecoder(parse_float=Decimal, parse_constant=_no_number)
    for number, line in lines:
        if line is None:
            yield Rejected(number, "the line is longer than 4 MiB")
        elif BROKEN in line:
            yield Rejected(number, f"the line {NOT_UTF8}")
        elif line.strip():
            yield _record(decoder, number, line)


def _record(decoder: json.JSONDecoder, number: int, line: str) -> Record | Rejected:
    try:
        found = decoder.decode(line)
    except json.JSONDecodeError as error:
        return Rejected(number, f"is not JSON: {error.msg} at character {error.pos + 1}")
    except RecursionError:
        return Rejected(number, "is nested too deeply")
    except InvalidOperation:
        return Rejected(number, "has a number beyond all measure")
    except ValueError as error:
        return Rejected(number, f"is not JSON: {error}")
    if not isinstance(found, dict):
        return Rejected(number, "is not a JSON object; each line must be one")
    return Record(number, {column(name): value for name, value in found.items()})


def _no_number(name: str) -> object:
    raise ValueError(f"{name} is not a number")
