"""Rows of one order put together: all of them, or with a bad one among them none."""

from __future__ import annotations

from collections.abc import Iterator

from shop.feeds.order_rows import Bought
from shop.feeds.records import Rejected

MOST_LINES = 1000  # of an order; a file of one endless order must not fill the memory


def together(items: Iterator[Bought | Rejected]) -> Iterator[Bought | Rejected]:
    """Rows that follow each other and have one number, as one order."""
    order: Bought | None = None
    spoilt = False  # whether a row of the order was rejected
    doubt = False  # whether a row that cannot be read stands below it
    ahead = ""  # number of an order whose first row was rejected
    for each in items:
        if isinstance(each, Rejected):
            yield each
            own = order is not None and each.key == order.number
            spoilt, doubt = spoilt or own, doubt or not each.key
            ahead = ahead if own else each.key
        elif order is not None and each.number == order.number:
            spoilt = spoilt or doubt
            if len(order.lines) <= MOST_LINES:
                order.lines += each.lines
                order.steps += [step for step in each.steps if step not in order.steps]
        else:
            yield from _ended(order, spoilt)
            order, spoilt, doubt = each, each.number == ahead, False
    yield from _ended(order, spoilt)


def _ended(order: Bought | None, spoilt: bool) -> Iterator[Bought | Rejected]:
    if order is None:
        return
    reason = ""
    if spoilt:
        reason = "a row of it cannot be used"
    elif not order.order:
        reason = "its first row has neither status nor placed_at"
    elif len(order.lines) > MOST_LINES:
        reason = f"it has more than {MOST_LINES} lines"
    if reason:
        yield Rejected(order.line, f"order {order.number} is left out: {reason}", order.number)
    else:
        yield order
