"""Owners' catalogues come in: in every form, again, changed, in part, and with mistakes."""

from __future__ import annotations

import gzip
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shop import catalogue, selection
from shop.database import Sessions, now
from shop.selection import Filters
from shop.tables import Brand, Category, Product, Variant
from tests.integration.import_world import World

HEADER = "id,title,price,currency,colour,size,stock,brand,category,description,image\n"
LAMP = "lamp,Desk lamp,129.00,CNY,Red,,5,Lumavo,Home > Lighting > Lamps,Bright,/media/lamp.svg\n"
TEE = "tee,棉T恤,59,CNY,藏青,M,7,青衣,服装 > T恤,纯棉,\n"
GOOGLE = (
    "id item_group_id title description image_link availability price sale_price brand "
    "product_type google_product_category color size gender age_group material\n"
).replace(" ", "\t")
SHOPIFY = (
    "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,"
    "Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,Variant SKU,"
    "Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,"
    "Variant Compare At Price,Image Src,Variant Image,Status\n"
)


@pytest.fixture
def world(sessions: Sessions, tmp_path: Path) -> World:
    return World(sessions, tmp_path)


async def test_a_catalogue_as_csv_can_be_shopped_from(world: World) -> None:
    told = await world.bring("products", HEADER + LAMP + TEE)
    assert told.counts == (2, 0, 0, 0)
    async with world.sessions() as session:
        assert await selection.matching(session, Filters(brand=frozenset({"lumavo"}))) == {"lamp"}
        tee = await catalogue.product(session, "tee")
    assert (tee.title_en, tee.title_zh, tee.description_zh) == ("", "棉T恤", "纯棉")
    assert (tee.brand and tee.brand.name_zh, tee.active) == ("青衣", True)
    (variant,) = tee.variants
    assert (variant.colour, variant.size, variant.price, variant.stock) == ("藏青", "M", 5900, 7)


async def test_a_category_path_makes_the_chain_of_parents_once(world: World) -> None:
    men = "a,A,1,CNY,,,,,Men > Shoes,,\n"
    women = "b,B,1,CNY,,,,,women > shoes,,\nc,C,1,CNY,,,,,Women > Shoes,,\n"
    await world.bring("products", HEADER + LAMP + men + women)
    parents = dict(await world.all(Category, "id", "parent_id"))
    assert parents.pop("kettle") is None  # it was there before
    assert parents == {
        "home": None, "home.lighting": "home", "home.lighting.lamps": "home.lighting",
        "men": None, "men.shoes": "men", "women": None, "women.shoes": "women",
    }  # fmt: skip
    assert (await world.product("c")).category_id == "women.shoes"
    assert ["Lamps"] in await world.all(Category, "aliases")


async def test_brands_and_categories_that_are_there_are_used_by_any_of_their_names(
    world: World,
) -> None:
    rows = (
        "a,A,1,CNY,,,,Lumavo,水壶,,\nb,B,1,CNY,,,,LUMAVO,kettle,,\nc,C,1,CNY,,,,lumavo,Kettles,,\n"
    )
    await world.bring("products", HEADER + rows)
    assert await world.all(Brand, "id", "name_en") == [("lumavo", "Lumavo")]
    for key in "abc":
        assert (await world.product(key)).category_id == "kettle"


async def test_a_brand_written_a_little_otherwise_is_the_same_brand(world: World) -> None:
    await world.bring("products", HEADER + "a,A,1,CNY,,,,H&M,,,\n")
    await world.bring("products", HEADER + "b,B,1,CNY,,,,H & M,,,\n")
    assert await world.all(Brand, "id", "name_en") == [("h-m", "H&M")]
    assert (await world.product("b")).brand_id == "h-m"


async def test_names_in_both_languages_are_kept_together(world: World) -> None:
    one = {
        "id": "a", "title_en": "Lamp", "title_zh": "台灯", "price": "5", "brand": "Lumavo",
        "brand_zh": "流漫", "category": "Home > Lamps", "category_zh": "家居 > 灯具",
    }  # fmt: skip
    await world.bring("products", json.dumps(one))
    assert await world.all(Brand, "id", "name_en", "name_zh") == [("lumavo", "Lumavo", "流漫")]
    assert ("home.lamps", "Lamps", "灯具") in await world.all(Category, "id", "name_en", "name_zh")


async def test_the_same_file_again_changes_nothing_and_a_changed_row_only_itself(
    world: World,
) -> None:
    await world.bring("products", HEADER + LAMP + TEE)
    before = dict(await world.all(Product, "id", "updated_at"))
    assert (await world.bring("products", HEADER + LAMP + TEE)).counts == (0, 0, 2, 0)
    assert dict(await world.all(Product, "id", "updated_at")) == before
    dearer = LAMP.replace("129.00", "139.00")
    assert (await world.bring("products", HEADER + dearer + TEE)).counts == (0, 1, 1, 0)
    after = dict(await world.all(Product, "id", "updated_at"))
    assert [key for key in after if after[key] != before[key]] == ["lamp"]
    lamp = await world.product("lamp")
    assert lamp.created_at == before["lamp"] < lamp.updated_at
    assert (await world.variant("lamp-red")).price == 13900


async def test_columns_that_a_file_lacks_are_left_and_empty_cells_empty(world: World) -> None:
    await world.bring("products", HEADER + LAMP)
    assert (await world.bring("products", "id,colour,price,stock\nlamp,red,99,0\n")).counts == (
        0, 1, 0, 0,
    )  # fmt: skip
    lamp, red = await world.product("lamp"), await world.variant("lamp-red")
    assert (lamp.title_en, lamp.description_en, red.price, red.stock) == (
        "Desk lamp", "Bright", 9900, 0,
    )  # fmt: skip
    await world.bring("products", "id,title,description\nlamp,Desk lamp,\n")
    assert (await world.product("lamp")).description_en == ""


async def test_variants_of_a_product_may_stand_far_apart(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shop.feeds.run.BATCH", 4)
    others = "".join(f"p{n},P{n},1,CNY,,,,,,,\n" for n in range(30))
    blue = "lamp,,139,CNY,Blue,,2,,,,\n"
    green = "lamp,Another title,149,CNY,Green,,2,,,,\n"
    content = HEADER + LAMP + blue + others + green
    assert (await world.bring("products", content)).counts == (31, 0, 0, 0)
    prices = await world.all(Variant, "id", "price")
    assert [row for row in prices if row[0].startswith("lamp")] == [
        ("lamp-blue", 13900), ("lamp-green", 14900), ("lamp-red", 12900),
    ]  # fmt: skip
    assert (await world.product("lamp")).title_en == "Desk lamp"  # as the first row says
    assert (await world.bring("products", content)).counts == (0, 0, 31, 0)


async def test_bad_rows_are_told_by_line_and_the_rest_goes_in(world: World) -> None:
    bad = (
        "a,,1,CNY,,,,,,,\n"  # no title
        "b,B,-1,CNY,,,,,,,\n"
        "c,C,1,XYZ,,,,,,,\n"
        "d,D,,CNY,,,,,,,\n"
        f"e,{'E' * 501},1,CNY,,,,,,,\n"
        "f,F,NaN,CNY,,,,,,,\n"
        "g,G,1,CNY,,,-3,,,,\n"
        "h/i,H,1,CNY,,,,,,,\n"
        ",I,1,CNY,,,,,,,\n"
        "j,J,1,CNY,,,,,,,javascript:alert(1)\n"
        "lamp,Desk lamp,129,CNY,Red,,,,,,\n"  # that variant again
        "lamp,,5,USD,Blue,,,,,,\n"
        "other,Other,5,CNY,,,,,,,\n"
        "kettle-red-1,Kettle,5,CNY,,,,,,,\n"  # its variant's id is another product's
    )
    told = await world.bring("products", HEADER + LAMP + bad)
    assert told.counts == (2, 0, 0, 13)
    lines = told.said.splitlines()
    for number, reason in enumerate(
        (
            "has no title", "price '-1' is negative", "unknown currency 'XYZ'", "has no price",
            "title has 501 characters", "price 'NaN' is not an amount",
            "stock '-3' is not a whole number", "unfit for a link", "has no id", "neither a web",
            "variant 'lamp-red' stands twice", "is in USD, the product in CNY",
        ),
        3,
    ):  # fmt: skip
        assert [line for line in lines if line.startswith(f"feed1.txt:{number}: ")][0].find(
            reason
        ) > 0, reason
    assert any(line.startswith("feed1.txt:16: variant 'kettle-red-1' belongs") for line in lines)
    assert (world.folder / "errors.log").read_text().count("\n") == 13


async def test_json_lines_may_nest_variants_and_facts(world: World) -> None:
    one = {
        "id": 7, "title": "Kettle", "currency": "jpy", "image": "http://img.example.com/k.jpg",
        "material": ["Steel", "glass"], "occasion": "camping; travel", "gender": "female",
        "attributes": {"capacity": "1.7 L"}, "attributes_zh": {"capacity": "1.7升"},
        "variants": [
            {"colour": "Red", "price": 1980, "compare_at": "2,480", "stock": 3},
            {"id": "k-blue", "color": "Blue", "price": "¥1980", "quantity": 0},
        ],
    }  # fmt: skip
    assert (await world.bring("products", json.dumps(one))).counts == (1, 0, 0, 0)
    kettle = await world.product("7")
    assert (kettle.currency, kettle.image) == ("JPY", "https://img.example.com/k.jpg")
    assert kettle.attributes == {
        "material": ["steel", "glass"], "occasion": ["camping", "travel"], "gender": "women",
        "facts": {"capacity": "1.7 L"}, "facts_zh": {"capacity": "1.7升"},
    }  # fmt: skip
    red, blue = await world.variant("7-red"), await world.variant("k-blue")
    assert (red.price, red.compare_at, red.stock) == (1980, 2480, 3)
    assert (blue.price, blue.stock, blue.colour) == (1980, 0, "blue")


async def test_a_google_feed_in_tabs_comes_in_by_groups(world: World) -> None:
    red = "t1\tshirt\tShirt, red\t<p>Soft</p>\thttps://i.example.com/r.jpg\tin_stock\t15.00 USD\t" \
        "12.00 USD\tAcme\tClothing > Shirts\t212\tRed\tM\tmale\tadult\tCotton/Linen\n"  # fmt: skip
    blue = red.replace("t1", "t2").replace("in_stock", "out of stock").replace("red", "blue")
    child = "t3\t\tHat\t\t\tpreorder\t9 USD\t\t\t\t212\t\t\t\tkids\t\n"
    bad = red.replace("t1", "t4").replace("in_stock", "maybe")
    told = await world.bring("products", GOOGLE + red + blue.replace("Red", "Blue") + child + bad)
    assert told.counts == (2, 0, 0, 1)
    assert "feed1.txt:5: availability 'maybe' is none of in_stock" in told.said
    shirt = await world.product("shirt")
    assert (shirt.title_en, shirt.description_en, shirt.currency) == ("Shirt, red", "Soft", "USD")
    assert shirt.attributes["material"] == ["cotton", "linen"]
    assert (shirt.brand_id, shirt.category_id) == ("acme", "clothing.shirts")
    one, two = await world.variant("t1"), await world.variant("t2")
    assert (one.price, one.compare_at, one.stock, one.colour) == (1200, 1500, 100, "red")
    assert (two.stock, two.colour) == (0, "blue")
    hat = await world.product("t3")
    assert (hat.attributes["gender"], hat.category_id) == ("kids", None)


async def test_a_feed_that_counts_nothing_leaves_the_count_of_the_shop(world: World) -> None:
    rows = GOOGLE + "a\t\tLamp\t\t\tin_stock\t9 USD" + "\t" * 9 + "\n"
    await world.bring("products", rows, in_stock=8)
    assert (await world.variant("a")).stock == 8
    await world.bring("products", "id,stock\na,3\n")
    assert (await world.bring("products", rows, in_stock=8)).counts == (0, 0, 1, 0)
    assert (await world.variant("a")).stock == 3


async def test_a_google_feed_in_xml_packed_with_gzip(world: World) -> None:
    items = "".join(
        f"<item><g:id>x{n}</g:id><g:item_group_id>lamp</g:item_group_id><title>台灯 {n}</title>"
        f"<g:availability>in_stock</g:availability><g:price>{price}</g:price>"
        "<g:product_detail><g:attribute_name>Power</g:attribute_name>"
        "<g:attribute_value>5 W</g:attribute_value></g:product_detail></item>\n"
        for n, price in enumerate(("99.00 CNY", "x", "89.00 CNY"))
    )
    xml = f'<rss xmlns:g="http://base.google.com/ns/1.0"><channel>\n{items}</channel></rss>'
    told = await world.bring("products", gzip.compress(xml.encode()))
    assert told.counts == (1, 0, 0, 1)
    assert "feed1.txt:3: price 'x' is not an amount of money" in told.said
    lamp = await world.product("lamp")
    assert (lamp.title_zh, lamp.attributes["facts"]) == ("台灯 0", {"Power": "5 W"})
    assert {("x0", 9900), ("x2", 8900)} <= set(await world.all(Variant, "id", "price"))


async def test_a_sale_price_holds_within_its_dates(world: World) -> None:
    day, at = timedelta(days=1), now()
    spans = {"past": (at - 2 * day, at - day), "runs": (at - day, at + day)}
    lines = "id\ttitle\tavailability\tprice\tsale_price\tsale_price_effective_date\n"
    for name, (start, end) in spans.items():
        span = f"{start:%Y-%m-%dT%H:%M%z}/{end:%Y-%m-%dT%H:%M%z}"
        lines += f"{name}\tLamp\tin_stock\t10 USD\t8 USD\t{span}\n"
    await world.bring("products", lines)
    assert ((await world.variant("past")).price, (await world.variant("runs")).price) == (1000, 800)


async def test_a_shopify_export_comes_in_with_its_rows_below(world: World) -> None:
    rows = (
        'tee,Tee,"<p>Soft</p><ul><li>Cotton</li></ul>",Acme,Apparel > Shirts,T-Shirt,"new, warm",'
        "TRUE,Color,Navy Blue,Size,M,Style,V,,shopify,-2,deny,25.00,30.00,https://i.example.com/1.jpg"
        ",,active\n"
        "tee,,,,,,,,,Red,,L,,Crew,'0042,shopify,4,deny,26.00,,https://i.example.com/2.jpg,,\n"
        "tee,,,,,,,,,,,,,,,,,,,,https://i.example.com/3.jpg,,\n"
        "mug,Mug,,Acme,Uncategorized,Mugs,,TRUE,Title,Default Title,,,,,MUG,,,deny,9,,,,draft\n"
    )
    told = await world.bring("products", SHOPIFY + rows, currency="USD")
    assert told.counts == (2, 0, 0, 0)
    tee = await world.product("tee")
    assert (tee.description_en, tee.currency) == ("Soft\n- Cotton", "USD")
    assert (tee.category_id, tee.image) == ("apparel.shirts", "https://i.example.com/1.jpg")
    assert tee.attributes["keywords"] == ["t-shirt", "new", "warm"]
    first, second = await world.variant("tee-navyblue-m/v"), await world.variant("0042")
    assert (first.colour, first.size, first.stock) == ("navy blue", "M / V", 0)
    assert (first.price, first.compare_at) == (2500, 3000)
    assert (second.colour, second.size, second.price, second.stock) == ("red", "L / Crew", 2600, 4)
    mug = await world.product("mug")
    assert (mug.active, mug.category_id) == (False, "mugs")
    assert (await world.variant("MUG")).stock == 100  # its inventory is not tracked
    assert (await world.bring("products", SHOPIFY + rows, currency="USD")).counts == (0, 0, 2, 0)


async def test_shopifys_new_names_of_columns_are_known(world: World) -> None:
    content = (
        "Title,URL handle,Description,Vendor,Published on online store,Status,SKU,Option1 name,"
        "Option1 value,Price,Compare-at price,Inventory tracker,Inventory quantity,"
        "Continue selling when out of stock,Product image URL,"
        "Fabric (product.metafields.shopify.fabric)\n"
        "裙子,dress,真丝,衣间,TRUE,Active,D-1,颜色,红色,199,,shopify,6,FALSE,,silk\n"
        "New hat,,,,TRUE,Active,,Title,Default Title,5,,shopify,1,TRUE,,\n"
    )
    assert (await world.bring("products", content)).counts == (2, 0, 0, 0)
    dress, red = await world.product("dress"), await world.variant("D-1")
    assert (dress.title_zh, dress.active) == ("裙子", True)
    assert dress.attributes["facts"] == {"fabric": "silk"}
    assert (red.colour, red.price, red.stock) == ("红色", 19900, 6)
    assert (await world.product("new-hat")).title_en == "New hat"


async def test_rows_below_a_product_that_was_refused_are_refused_too(world: World) -> None:
    rows = (
        "tee,Tee,,,,,,,Size,M,,,,,A,shopify,1,deny,oops,,,,\n"
        "tee,,,,,,,,,L,,,,,B,shopify,1,deny,5,,,,\n"
    )
    told = await world.bring("products", SHOPIFY + rows)
    assert told.counts == (0, 0, 0, 2)
    assert "feed1.txt:3: has no title, and there is no product 'tee' yet" in told.said


async def test_two_feeds_of_one_catalogue_give_titles_in_two_languages(world: World) -> None:
    english, chinese = "id,title,price\na,Lamp,5\n", "id,title,price\na,台灯,5\n"
    await world.bring("products", english, chinese)
    lamp = await world.product("a")
    assert (lamp.title_en, lamp.title_zh) == ("Lamp", "台灯")
    assert (await world.bring("products", english, chinese)).counts == (0, 0, 1, 0)
    await world.bring("products", "id,title\na,LED台灯\n", language="en")
    assert (await world.product("a")).title_en == "LED台灯"


async def test_replace_hides_what_the_files_do_not_name_and_shows_it_again(world: World) -> None:
    await world.bring("products", HEADER + LAMP + LAMP.replace("Red", "Blue") + TEE)
    told = await world.bring("products", HEADER + LAMP, replace=True)
    assert "3 products hidden, 1 variants without stock" in told.said
    shown = dict(await world.all(Product, "id", "active"))
    assert shown == {"lamp": True, "tee": False, "kettle-red": False, "kettle-blue": False}
    stock = dict(await world.all(Variant, "id", "stock"))
    assert (stock["lamp-red"], stock["lamp-blue"], stock["kettle-red-1"]) == (5, 0, 3)
    async with world.sessions() as session:
        assert await selection.matching(session, Filters()) == {"lamp"}
    await world.bring("products", HEADER + LAMP + TEE, replace=True)
    assert (await world.product("tee")).active


async def test_replace_hides_nothing_that_a_bad_row_may_have_named(world: World) -> None:
    await world.bring("products", HEADER + LAMP + TEE)
    bad = LAMP.replace("129.00", "oops")
    await world.bring("products", HEADER + bad + TEE, replace=True)
    lamp, red = await world.product("lamp"), await world.variant("lamp-red")
    assert (lamp.active, red.stock) == (True, 5)
    for unreadable in (f"{HEADER}{TEE}\x22oops\n", '{"id": "tee"}\n{"id": "la'):
        told = await world.bring("products", unreadable, replace=True)
        assert "nothing was hidden" in told.said
    assert (await world.product("lamp")).active
    told = await world.bring("products", HEADER + "x,,1,CNY,,,,,,,\n", replace=True)
    assert "nothing was hidden: no product could be taken" in told.said


async def test_an_owner_can_move_the_catalogue_to_another_currency_only_as_a_whole(
    world: World,
) -> None:
    await world.bring("products", "id,title,price,colour\na,Lamp,50,red\na,,60,blue\n")
    told = await world.bring("products", "id,price,colour\na,7,red\n", currency="USD")
    assert "the product is in CNY, and the row names no currency" in told.said
    dollars = "id,title,price,colour\na,Lamp,7 USD,red\na,,8 USD,blue\n"
    assert (await world.bring("products", dollars)).counts == (0, 0, 0, 2)
    assert (await world.bring("products", dollars, replace=True)).counts == (0, 1, 0, 0)
    assert (await world.product("a")).currency == "USD"
    assert [v for v in await world.all(Variant, "id", "price") if v[0] < "b"] == [
        ("a-blue", 800), ("a-red", 700),
    ]  # fmt: skip


async def test_a_dry_run_finds_the_same_and_writes_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shop.feeds.run.BATCH", 2)
    content = HEADER + LAMP + TEE + "lamp,,139,CNY,Blue,,2,,,,\n" + "b,B,-1,CNY,,,,,,,\n"
    dry = await world.bring("products", content, dry=True, replace=True)
    assert dry.counts == (2, 0, 0, 1)
    assert "2 products hidden" in dry.said
    assert "a dry run: nothing was written" in dry.said
    assert await world.all(Product, "id") == ["kettle-blue", "kettle-red"]
    assert await world.all(Brand, "id") == []
    assert (await world.product("kettle-red")).active
    assert (await world.bring("products", content)).counts == dry.counts


async def test_a_file_that_breaks_off_leaves_what_stood_before(world: World) -> None:
    item = "<item><g:id>{0}</g:id><title>T</title><g:price>1 USD</g:price>" \
        "<g:availability>in_stock</g:availability></item>\n"  # fmt: skip
    xml = '<rss xmlns:g="http://base.google.com/ns/1.0"><channel>\n' + item.format("a")
    told = await world.bring("products", xml + "<item><g:id>b</g:id>&nbsp;", HEADER + LAMP)
    assert told.counts == (2, 0, 0, 0)
    assert "feed1.txt:3: cannot be read further: undefined entity" in told.said
    assert not told.report.ok
    assert {"a", "lamp"} <= set(await world.all(Product, "id"))


TITLES = st.text(
    st.characters(categories=("L", "N", "P"), exclude_characters="<>&"), min_size=1, max_size=20
)
VARIANTS = st.fixed_dictionaries(
    {
        "price_minor": st.integers(0, 2**31 - 1),
        "stock": st.integers(0, 2**31 - 1),
        "size": st.sampled_from(["", "S", "42"]),
    }
)
GOODS = st.dictionaries(
    st.from_regex(r"[a-z]{1,6}", fullmatch=True),
    st.tuples(TITLES, TITLES, st.sampled_from(["CNY", "JPY"]), st.lists(VARIANTS, min_size=1)),
    min_size=1,
    max_size=4,
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None
)
@given(GOODS)
async def test_what_the_shop_has_can_be_written_out_and_brought_in_again(
    world: World, goods: dict[str, Any]
) -> None:
    rows = []
    for key, (english, chinese, currency, variants) in goods.items():
        several = [{"id": f"{key}-{n}", **each} for n, each in enumerate(variants)]
        rows.append({"id": key, "title_en": english, "title_zh": chinese, "currency": currency,
                     "active": True, "variants": several})  # fmt: skip
    content = "\n".join(json.dumps(row) for row in rows)
    # The same ids come again with other examples; the whole catalogue may change its currency.
    assert (await world.bring("products", content, replace=True)).report.rejected == 0
    for row in rows:
        kept = await world.product(row["id"])
        assert (kept.title_en, kept.title_zh) == (row["title_en"], row["title_zh"])
        for each in row["variants"]:
            variant = await world.variant(each["id"])
            assert (variant.price, variant.stock) == (each["price_minor"], each["stock"])
    assert (await world.bring("products", content)).counts == (0, 0, len(rows), 0)
