"""The demo's policies and its signed-in customers' orders, as on the day that it was loaded."""

from __future__ import annotations

from sqlalchemy import delete, select

from shop.database import create_engine, create_sessions, now, writing
from shop.demo import people
from shop.demo.load import policies, products
from shop.settings import Settings
from shop.tables import Customer, Delivery, Order, OrderLine, Policy, Return


async def renew_orders(settings: Settings) -> None:
    """Put policies and orders back, these with dates that are relative to now."""
    engine = create_engine(settings)
    async with writing(create_sessions(engine)) as session:
        await session.execute(delete(Policy))
        session.add_all(policies())
        goods = await products(session)
        signed_in = select(Customer).where(Customer.id.like("demo-%")).order_by(Customer.id)
        customers = (await session.scalars(signed_in.limit(people.SIGNED_IN))).all()
        theirs = select(Order.id).where(Order.customer_id.in_([c.id for c in customers]))
        for table in (Return, Delivery, OrderLine):
            await session.execute(delete(table).where(table.order_id.in_(theirs)))
        await session.execute(delete(Order).where(Order.id.in_(theirs)))
        at = now()
        rows = [
            *people.orders(customers, goods, at),
            *people.recent_orders(customers, goods, at),
        ]
        session.add_all(row for row in rows if isinstance(row, Order))
        await session.flush()
    await engine.dispose()
