"""What buyers say of a product."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.tables import Review

GOOD, POOR = 4, 2  # stars from which, and up to which, a review praises or complains


@dataclass(frozen=True)
class Opinion:
    """How many reviews, their mean stars, and a telling one of each side, where there is one."""

    count: int
    stars: float
    praise: Review | None
    complaint: Review | None


async def opinion(session: AsyncSession, product_id: str, language: str) -> Opinion:
    """Reviews of a product in sum; the quoted ones in the language where it has them."""
    mine = Review.product_id == product_id
    count, stars = (
        await session.execute(select(func.count(), func.avg(Review.rating)).where(mine))
    ).one()
    foreign = case((Review.language == language, 0), else_=1)
    telling = select(Review).where(mine, Review.text != "").order_by(foreign)
    praise = await session.scalar(
        telling.where(Review.rating >= GOOD).order_by(func.length(Review.text).desc()).limit(1)
    )
    complaint = await session.scalar(
        telling.where(Review.rating <= POOR).order_by(func.length(Review.text).desc()).limit(1)
    )
    return Opinion(count, float(stars or 0), praise, complaint)


async def stars(session: AsyncSession, product_ids: Sequence[str]) -> dict[str, tuple[float, int]]:
    """Mean stars and count of reviews, for those products that have any."""
    rows = await session.execute(
        select(Review.product_id, func.avg(Review.rating), func.count())
        .where(Review.product_id.in_(product_ids))
        .group_by(Review.product_id)
    )
    return {product_id: (float(mean), count) for product_id, mean, count in rows}
