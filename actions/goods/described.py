"""A search in the shop's words: what was understood, what was kept and what was given up."""

from __future__ import annotations

from actions.goods.wanted import Wanted
from actions.turn import JSON, Turn
from language.text import EN, ZH, stem
from shop.catalogue import money


def describe(turn: Turn, wanted: Wanted) -> str:
    """The search in a few words, so that a shopper sees what was understood."""
    reader, language = turn.services.reader, turn.language
    parts = [reader.describe(getattr(wanted, slot), language) for slot in ("brand", "category")]
    parts += [own_words(turn, wanted)] if wanted.category else []
    parts += [reader.describe(getattr(wanted, s), language) for s in ("colour", "material")]
    parts += [reader.describe(wanted.occasion, language)]
    parts += [_sizes(turn, wanted)] if wanted.size else []
    parts += [reader.describe((wanted.gender,), language)] if wanted.gender else []
    parts += [turn.word("aged", age=wanted.age)] if wanted.age is not None else []
    parts += [wanted.feature] if wanted.category else [wanted.words, wanted.feature]
    for slot, name in wanted.excluded:
        if slot != "pattern":  # goes with the word that was said for it
            what = reader.describe((name,), language) if slot != "feature" else name
            parts.append(turn.word("not_this", what=what or slot))
    parts.append(price(turn, wanted))
    parts += [turn.word("like_photo")] if wanted.photo else []
    return " · ".join(dict.fromkeys(part for part in parts if part))


def own_words(turn: Turn, wanted: Wanted) -> str:
    """What the shopper called the goods, where the category is called otherwise."""
    if wanted.beyond:
        return wanted.beyond
    names = (turn.services.reader.describe(wanted.category, name) for name in (EN, ZH))
    own = {stem(word) for name in names for word in (name, *name.replace("&", "、").split("、"))}
    plain = stem(wanted.said) in {word.strip() for word in own}
    return "" if plain or turn.services.reader.generic(wanted.said) else wanted.said


def called(turn: Turn, wanted: Wanted) -> str:
    """The goods as the shopper calls them, with what they are to be: "quiet kettle", 安静的水壶."""
    missing = [w for w in wanted.beyond.split() if w not in wanted.said]
    if not missing:
        return wanted.said
    return f"{''.join(missing)}的{wanted.said}" if turn.zh else f"{wanted.beyond} {wanted.said}"


def _sizes(turn: Turn, wanted: Wanted) -> str:
    said = "/".join(wanted.size)
    return said if " " in said else turn.word("size_is", size=said)  # "15 inch" says it all


def price(turn: Turn, wanted: Wanted) -> str:
    """The price limits of a search as one reads them, "" for none."""
    currency = turn.services.settings.currency
    low, high = (
        money(p, currency) if p is not None else "" for p in (wanted.price_min, wanted.price_max)
    )
    if low and high:
        return f"{low}-{high}"
    if high:
        return turn.word("price_under", price=high)
    return turn.word("price_over", price=low) if low else ""


def given_up(turn: Turn, wanted: Wanted, names: tuple[str, ...]) -> str:
    """The conditions that had to be left out."""
    lost = (
        f"“{wanted.feature}”" if name == "feature" else turn.word(f"given_up_{name}")
        for name in names
    )
    return ("或" if turn.zh else " or ").join(lost)


def refinements(turn: Turn, count: int, kept: str = "") -> list[JSON]:
    """Quick replies that change a search; `kept` is a price from the search before."""
    replies = []
    if kept:
        replies.append(turn.reply("label_any_price", '/refine_search{"drop": "price"}'))
    replies.append(turn.reply("label_cheaper", '/refine_search{"direction": "cheaper"}'))
    replies.append(turn.reply("label_more", '/refine_search{"more": "yes"}'))
    if count > 1:
        replies.append(turn.reply("label_compare", "/compare_products"))
    return replies
