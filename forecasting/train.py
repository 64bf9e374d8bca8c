"""Learn purchase intent from the shop's event history."""

from __future__ import annotations

import random
from itertools import groupby

import numpy as np
from rich.console import Console
from sqlalchemy import select

from forecasting.evaluate import measure
from forecasting.model import PurchaseIntent, VisitEvent
from shop import artefacts
from shop.database import create_engine, create_sessions
from shop.settings import Settings
from shop.tables import Event

PACKAGE = "forecasting"
HELD_OUT = 0.2  # share of visits, the last ones
Visit = list[VisitEvent]


async def train(settings: Settings, console: Console) -> None:
    """Fit on earlier visits, measure on later ones beside "has something in the cart"."""
    visits, bought = cut(await _visits(settings))
    data_hash = artefacts.digest(repr(visits), repr(bought))
    if artefacts.is_current(settings.artefacts, PACKAGE, data_hash):
        console.print("forecasts are up to date")
        return
    border = int(len(visits) * (1 - HELD_OUT))
    model = PurchaseIntent.fit(visits[:border], bought[:border])
    ends = np.array(bought[border:], dtype=bool)
    metrics: dict[str, float] = {}
    if len(set(ends)) == 2:
        cart = np.array([float(any(e.kind == "cart" for e in v)) for v in visits[border:]])
        rule = {f"cart_rule_{k}": v for k, v in measure(cart, ends).items()}
        metrics = measure(model.probabilities(visits[border:]), ends) | rule
    console.print(f"{len(visits)} visits: { {k: round(v, 4) for k, v in metrics.items()} }")
    model = PurchaseIntent.fit(visits, bought)
    artefacts.publish(settings.artefacts, PACKAGE, model.save, data_hash=data_hash, metrics=metrics)


def cut(visits: list[Visit]) -> tuple[list[Visit], list[bool]]:
    """Each visit as it stood at a random moment before any purchase, and whether one came."""
    chance = random.Random(0)  # noqa: S311  a sample, not a secret
    found, bought = [], []
    for visit in visits:
        before = [event for event in visit if event.kind != "purchase"]
        if before:
            found.append(before[: chance.randint(1, len(before))])
            bought.append(len(before) < len(visit))
    return found, bought


async def _visits(settings: Settings) -> list[Visit]:
    """All visits in order of time."""
    engine = create_engine(settings)
    columns = (Event.visit_id, Event.kind, Event.product_id, Event.price, Event.quantity, Event.at)
    async with create_sessions(engine)() as session:
        rows = (await session.execute(select(*columns).order_by(Event.id))).all()
    await engine.dispose()
    visits = []
    for _, acts in groupby(rows, lambda row: row[0]):
        group = list(acts)
        start = group[0].at
        visits.append(
            [
                VisitEvent(
                    r.kind, r.product_id, r.price, r.quantity, (r.at - start).total_seconds()
                )
                for r in group
            ]
        )
    return visits
