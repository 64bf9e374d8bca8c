"""An order and its lines as a shopper reads them, colours by their names."""

from __future__ import annotations

from actions.turn import JSON, Turn
from shop import orders
from shop.catalogue import EN, ZH
from shop.tables import Order, OrderLine


def card(turn: Turn, order: Order) -> JSON:
    """An order as the widget draws it; colours by their names in both languages."""
    content = orders.brief(order)
    for line in content["lines"]:
        line |= {f"variant_{language}": _variant(turn, line, language) for language in (EN, ZH)}
    return content


def _variant(turn: Turn, line: JSON, language: str) -> str:
    colour = line["colour"] and turn.services.reader.describe((line["colour"],), language)
    return " ".join(filter(None, (colour or line["colour"], line["size"])))


def line_name(turn: Turn, line: OrderLine) -> str:
    """A line of an order with its colour and size, in the language of the turn."""
    title = (line.title_zh if turn.zh else line.title_en) or line.title_en or line.title_zh
    version = _variant(turn, {"colour": line.colour, "size": line.size}, turn.language)
    if not version:
        return title
    return f"{title}（{version}）" if turn.zh else f"{title} ({version})"
