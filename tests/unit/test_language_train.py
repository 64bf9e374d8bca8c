"""What is learnt from: the catalogue in the shop's database."""

from __future__ import annotations

from pathlib import Path

from language.train import ENOUGH, Corpus, completed, read_corpus
from shop.database import create_engine, create_sessions, now, writing
from shop.settings import Settings
from shop.tables import Brand, Category, Product, Table, Variant
from tests.unit.language_world import corpus


async def corpus_of(folder: Path, *, active: bool = True) -> Corpus:
    engine = create_engine(Settings(var=folder))
    async with engine.begin() as connection:
        await connection.run_sync(Table.metadata.create_all)
    sessions = create_sessions(engine)
    async with writing(sessions) as session:
        session.add(Brand(id="lumavo", name_en="Lumavo", name_zh="流漫", aliases=["luma vo"]))
        session.add(
            Category(id="kettle", name_en="Kettles", name_zh="水壶", aliases=["烧水壶", "kettle"])
        )
        session.add(
            Product(
                id="k1",
                brand_id="lumavo",
                category_id="kettle",
                title_en="Gooseneck Kettle",
                title_zh="鹅颈手冲壶",
                attributes={"material": ["oak"], "keywords": ["手冲", "pour over"]},
                currency="CNY",
                active=active,
                created_at=now(),
                updated_at=now(),
                variants=[Variant(id="k1-black", colour="black", price=26900, stock=1)],
            )
        )
    async with sessions() as session:
        found = await read_corpus(session)
    await engine.dispose()
    return found


async def test_a_product_is_read_with_all_it_is_called(tmp_path: Path) -> None:
    found = await corpus_of(tmp_path)
    (product,) = found.products
    assert {"Lumavo", "流漫", "水壶", "烧水壶", "kettle"} <= set(product.names)
    assert product.keywords == ("手冲", "pour over")
    tags = {("colour", "black"), ("material", "oak"), ("brand", "lumavo"), ("category", "kettle")}
    assert set(product.tags) == tags
    assert found.gazetteer.ids("brand", "流漫") == ("lumavo",)


async def test_a_hidden_product_is_not_learnt(tmp_path: Path) -> None:
    assert (await corpus_of(tmp_path, active=False)).products == ()


async def test_the_digest_changes_with_the_goods_only(tmp_path: Path) -> None:
    one = await corpus_of(tmp_path / "one")
    same = await corpus_of(tmp_path / "same")
    other = await corpus_of(tmp_path / "other", active=False)
    assert one.digest == same.digest != other.digest


def test_one_sided_text_holds_one_language() -> None:
    product = corpus().products[0].only("zh")
    assert "red" not in product.side("zh") and product.side("en") == ""


async def test_a_small_shop_learns_its_two_languages_from_the_demo_catalogue_too(
    tmp_path: Path,
) -> None:
    own = await corpus_of(tmp_path)
    taught = completed(own)
    assert taught.products[0] == own.products[0]
    assert len(taught.products) > ENOUGH
    assert taught.brands["lumavo"] == own.brands["lumavo"]
    assert completed(taught) is taught
