"""Which form a file has, told by its content."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from shop.errors import Invalid
from shop.feeds import delimited, jsonlines, merchant_xml
from shop.feeds.records import Records, column
from shop.feeds.source import Source

AUTO, CSV, JSONL, GOOGLE, SHOPIFY = "auto", "csv", "jsonl", "google", "shopify"
FORMS = (AUTO, CSV, JSONL, GOOGLE, SHOPIFY)
OF_SHOPIFY = {"handle", "url_handle"}
OF_GOOGLE = {"availability", "image_link", "item_group_id", "google_product_category", "link"}


@dataclass(frozen=True, slots=True)
class Found:
    """The form of a file, and how its records are told apart."""

    form: str
    records: Records


def records(source: Source, asked: str, catalogue: bool, needed: Sequence[set[str]]) -> Found:
    """A file's form and its records; raises `Invalid` when it is none of them.

    Only a `catalogue` may be Google's or Shopify's; `asked` is one of `FORMS`. The shop's own CSV
    must have one column of each set that is `needed`.
    """
    head = source.head()
    start = head.lstrip()[:1]
    if not start:
        raise Invalid(f"{source.path}: is empty")
    if start == b"<":
        _must(source, asked, catalogue, GOOGLE, "XML")
        return Found(GOOGLE, merchant_xml.records(source, head))
    if start in (b"{", b"["):
        _must(source, asked, True, JSONL, "JSON")
        if start == b"[":
            raise Invalid(f"{source.path}: is one JSON list; write one object on each line")
        return Found(JSONL, jsonlines.records(source.lines()))
    delimiter, names = _header(source, head)
    form = asked if asked != AUTO else _told(names) if catalogue else CSV
    if form == JSONL:
        raise Invalid(f"{source.path}: is no JSON lines; the first line must begin with {{")
    for any_of in needed if form == CSV else ():
        if not any_of & names:
            said = " or ".join(sorted(any_of))
            raise Invalid(f"{source.path}:1: has no column {said}; see --help for the columns")
    return Found(form, delimited.records(source.path, source.lines(), delimiter))


def _must(source: Source, asked: str, possible: bool, form: str, what: str) -> None:
    if not possible or asked not in (AUTO, form):
        raise Invalid(f"{source.path}: is {what}, which cannot be read as {asked} here")


def _header(source: Source, head: bytes) -> tuple[str, set[str]]:
    """The delimiter that cuts the first line into most cells, and these."""
    if b"\r" in head and b"\n" not in head:
        raise Invalid(f"{source.path}: its lines end with CR alone; save it with LF or CR LF")
    text = head.decode("utf-8", "replace").lstrip()
    try:
        cells = [
            next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
            for delimiter in delimited.DELIMITERS
        ]
    except csv.Error as error:
        raise Invalid(f"{source.path}:1: the header cannot be read: {error}") from None
    best = max(cells, key=len)
    if b"\0" in head or not any(name.strip() for name in best):
        raise Invalid(f"{source.path}: is neither CSV, JSON lines nor XML")
    return delimited.DELIMITERS[cells.index(best)], {column(name) for name in best}


def _told(names: set[str]) -> str:
    if names & OF_SHOPIFY:
        return SHOPIFY
    # The shop's own form has `image` and `category`; these names are Google's alone.
    return GOOGLE if "id" in names and names & OF_GOOGLE else CSV
