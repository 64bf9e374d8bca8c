"""Learn the recommender from the shop's event history."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from sqlalchemy import select

from recsys.evaluate import measure
from recsys.model import Act, Recommender
from shop import artefacts
from shop.database import create_engine, create_sessions
from shop.settings import Settings
from shop.tables import Event, Product

PACKAGE = "recsys"
HELD_OUT = 0.1  # share of visits, the last ones, that the model is measured on
TESTED = 2_000


async def train(settings: Settings, console: Console) -> None:
    """Fit on all but the last visits, measure beside popularity, fit on all and publish."""
    visits, items = await _history(settings)
    data_hash = artefacts.digest(*(" ".join(visit) for visit in visits), *items)
    if artefacts.is_current(settings.artefacts, PACKAGE, data_hash):
        console.print("recommendations are up to date")
        return
    cut = int(len(visits) * (1 - HELD_OUT))
    metrics = _measured(visits[:cut], visits[cut:][:TESTED], items)
    console.print(f"{len(visits)} visits, {len(items)} items: {metrics}")
    model = Recommender.fit(visits, extra=items)
    artefacts.publish(settings.artefacts, PACKAGE, model.save, data_hash=data_hash, metrics=metrics)


def _measured(known: list[list[str]], later: list[list[str]], items: list[str]) -> dict[str, float]:
    """How well the last item of later visits is foreseen, the model beside popularity."""
    # Each product once: buying what lies in the cart is no foresight.
    tests = [visit for raw in later if len(visit := list(dict.fromkeys(raw))) > 1]
    if not tests or not known:
        return {}
    model = Recommender.fit(known, extra=items)
    everything = set(model.items)
    histories, asked = [visit[:-1] for visit in tests], [visit[-1] for visit in tests]
    found: dict[str, float] = {}
    for name, empty in (("", False), ("popularity_", True)):
        figures = measure(
            lambda history, seen, empty=empty: [  # type: ignore[misc]  # bound per round
                r.item_id
                for r in model.recommend(
                    [] if empty else [Act(i) for i in history], 10, everything - seen
                )
            ],
            histories,
            asked,
            len(everything),
        )
        found |= {f"{name}{key}": round(value, 4) for key, value in figures.items()}
    return found


async def _history(settings: Settings) -> tuple[list[list[str]], list[str]]:
    """Visits in order, each its products in order; and all products."""
    engine = create_engine(settings)
    async with create_sessions(engine)() as session:
        rows = await session.execute(
            select(Event.visit_id, Event.product_id)
            .where(Event.product_id.is_not(None), Event.kind != "dismiss")
            .order_by(Event.id)
        )
        visits = [
            [str(product) for _, product in acts] for _, acts in groupby(rows, lambda row: row[0])
        ]
        items = list(await session.scalars(select(Product.id).order_by(Product.id)))
    await engine.dispose()
    return visits, items
