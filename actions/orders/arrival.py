"""When an order should come, by the shop's own policy on delivery."""

from __future__ import annotations

from datetime import timedelta

from actions.turn import JSON, Turn
from shop import orders, policies
from shop.database import now
from shop.tables import Order

DATE = "%Y-%m-%d"


async def tell_arrival(turn: Turn, order: Order) -> list[JSON]:
    """Say when it should come, by the shipping policy; a person where it is overdue."""
    async with turn.reading() as (session, _):
        rules = await policies.facts(session, "shipping")
    if order.status in (orders.DELIVERED, orders.CANCELLED) or "days_max" not in rules:
        return []
    least, most = (int(rules.get(name, rules["days_max"])) for name in ("days_min", "days_max"))
    sent = orders.when(order, "shipped")
    if order.status == orders.PENDING:
        turn.say("utter_arrival_unpaid", least=least, most=most)
        return []
    if sent is None:
        turn.say("utter_arrival_unsent", least=least, most=most)
        return []
    if now() > sent + timedelta(days=most + 1):
        turn.say("utter_arrival_overdue", until=f"{sent + timedelta(days=most):{DATE}}")
        return [turn.reply("label_person", "/human_agent")]
    first, until = (f"{sent + timedelta(days=days):{DATE}}" for days in (least, most))
    turn.say("utter_arrival", first=first, until=until)
    return []
