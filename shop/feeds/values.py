"""Cells as values that the shop can keep; what cannot be read raises `Invalid` and says why."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation

from shop.errors import Invalid
from shop.feeds.markup import plain

LONGEST_TEXT = 100_000  # characters of a description or review
LONGEST_MARKUP = 5 * LONGEST_TEXT
LARGEST = 2**31 - 1  # what an integer column holds on every database
HAN = re.compile(r"[\u3400-\u9fff]")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
SURROGATE = re.compile(r"[\ud800-\udfff]")
SEPARATORS = re.compile(r"[,;|、，；\n]")
NOT_IN_ADDRESS = re.compile(r"[/\\?#%\s]")
SPACED_ZONE = re.compile(r"(?<=\d) (?=[+-]\d\d:?\d\d$)")
EPOCH = re.compile(r"\d{10}|\d{13}")
EARLIEST = datetime(1970, 1, 2, tzinfo=UTC)
AHEAD = timedelta(days=2)  # clocks differ; a past that lies in the future does not
YES = {"true", "yes", "1", "y", "active", "是"}
NO = {"false", "no", "0", "n", "inactive", "否"}
ADDRESS = ("name", "phone", "line", "city", "region", "postcode", "country")


def blank(value: object) -> bool:
    """Whether a cell says nothing."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def show(value: object) -> str:
    """A value as a message quotes it: short, on one line, nothing that a terminal would obey."""
    said = str(value)
    return repr(said if len(said) <= 60 else said[:59] + "…")


def text(value: object, name: str, limit: int = 255) -> str:
    """One line of text, trimmed; "" for nothing."""
    found = " ".join(_clean(value, name).split())
    if len(found) > limit:
        raise Invalid(f"{name} has {len(found)} characters; at most {limit} are kept")
    return found


def prose(value: object, name: str, limit: int = LONGEST_TEXT) -> str:
    """Text of several lines; of HTML the words, with a line for each block."""
    raw = _clean(value, name)
    if len(raw) > LONGEST_MARKUP:
        raise Invalid(f"{name} has {len(raw)} characters")
    found = plain(raw)
    if len(found) > limit:
        raise Invalid(f"{name} has {len(found)} characters; at most {limit} are kept")
    return found


def needed(value: object, name: str, limit: int = 255) -> str:
    """Text that must be there."""
    found = text(value, name, limit)
    if not found:
        raise Invalid(f"has no {name}")
    return found


def product_id(value: object, name: str = "id") -> str:
    """An id that also stands in the address of the product's page."""
    found = needed(value, name)
    if NOT_IN_ADDRESS.search(found):
        raise Invalid(f"{name} {show(found)} has a space or one of / \\ ? # %, unfit for a link")
    return found


def whole(value: object, name: str, low: int = 0, high: int = LARGEST) -> int:
    """A whole number between two limits; `4.0` is one, `4.5` is not."""
    try:
        number = Decimal(text(value, name, 40).replace(",", ""))
        if number.is_finite() and low <= number <= high and number == number.to_integral_value():
            return int(number)
    except InvalidOperation:
        pass
    upper = f" to {high}" if high < LARGEST else ""
    raise Invalid(f"{name} {show(value)} is not a whole number from {low}{upper}")


def flag(value: object, name: str) -> bool:
    """Yes or no, in the words that tables use."""
    word = text(value, name).casefold()
    if word in YES or word in NO:
        return word in YES
    raise Invalid(f"{name} {show(value)} is neither true nor false")


def moment(value: object, name: str, ahead: bool = False) -> datetime:
    """A time in UTC from ISO 8601 or seconds since 1970; one without a zone is UTC already.

    It may lie `ahead` of now only where that makes sense.
    """
    raw = needed(value, name, 60)
    try:
        if EPOCH.fullmatch(raw):
            found = datetime.fromtimestamp(int(raw[:10]), UTC)
        else:
            found = datetime.fromisoformat(SPACED_ZONE.sub("", raw.replace("/", "-")))
            found = (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
        if EARLIEST <= found and (ahead or found <= datetime.now(UTC) + AHEAD):
            return found
    except (ValueError, OverflowError):
        raise Invalid(f"{name} {show(raw)} is not a time such as 2026-03-31T18:05:00Z") from None
    raise Invalid(f"{name} {show(raw)} lies before 1970 or in the future")


def choice(
    value: object, name: str, allowed: Collection[str], others: dict[str, str] | None = None
) -> str:
    """One of the allowed words, or what another word for it is called here."""
    word = text(value, name).casefold().replace(" ", "_").replace("-", "_")
    word = (others or {}).get(word, word)
    if word not in allowed:
        raise Invalid(f"{name} {show(value)} is none of {', '.join(allowed)}")
    return word


def words(value: object, name: str) -> list[str]:
    """A list, or text with commas, as words in lower case, each once."""
    parts = value if isinstance(value, list) else SEPARATORS.split(_clean(value, name))
    return list(dict.fromkeys(filter(None, (text(part, name).casefold() for part in parts))))


def image(value: object, name: str) -> str:
    """Where a picture lies: `/media/…` or a web address, which pages load over https only."""
    found = text(value, name, 1000)
    if found.startswith("//"):
        found = f"https:{found}"
    if found.lower().startswith("http://"):
        found = f"https://{found[7:]}"
    if found and not found.lower().startswith(("https://", "/media/")):
        raise Invalid(f"{name} {show(found)} is neither a web address nor under /media/")
    return found


def language_of(words: str) -> str:
    """`zh` for text with Chinese characters, else `en`."""
    return "zh" if HAN.search(words) else "en"


def language(value: object, name: str) -> str:
    """A language's short code: `zh-CN` and `zh_TW` are `zh`."""
    return re.split(r"[-_]", text(value, name, 20).casefold())[0][:8]


def digest(prefix: str, parts: Iterable[object]) -> str:
    """An id that the same content always gets."""
    content = "\x1f".join(str(part) for part in parts)
    return f"{prefix}-{hashlib.sha256(content.encode()).hexdigest()[:32]}"


def address(values: dict[str, object]) -> dict[str, str]:
    """The postal address of a row: `address` as an object, or columns `address.city` and so on."""
    given = values.get("address")
    found = dict(given) if isinstance(given, dict) else {}
    if given and not isinstance(given, dict):
        found = {"line": given}
    for name in ADDRESS:
        for written in (f"address.{name}", f"address_{name}"):
            if not blank(values.get(written)):
                found[name] = values[written]
    if unknown := set(found) - set(ADDRESS):
        raise Invalid(f"address has {show(sorted(unknown)[0])}; it may have {', '.join(ADDRESS)}")
    return {name: text(found[name], f"address.{name}") for name in ADDRESS if name in found}


def _clean(value: object, name: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | Decimal):
        return str(value)
    if not isinstance(value, str):
        raise Invalid(f"{name} must be text or a number, not {type(value).__name__}")
    if value.isprintable():
        return value
    if SURROGATE.search(value):
        raise Invalid(f"{name} has half of a character (a lone surrogate)")
    return CONTROL.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
