"""A cart as the widget shows it, and what a shopper reads beside it."""

from __future__ import annotations

from actions.goods.version_names import variant_name
from actions.turn import JSON, Turn
from shop import carts, catalogue
from shop.catalogue import money
from shop.tables import Product, Variant

LISTED, ONE = "list", "line"  # what of a cart was shown last: all of it, or what was put in


def tell(turn: Turn, cart: carts.Content) -> None:
    """How many pieces there are, at what sum; or that there is nothing."""
    if not cart.lines:
        turn.put(in_cart=None)
        turn.say("utter_cart_empty")
        turn.show({"quick_replies": [turn.reply("label_popular", "/recommend")]})
        return
    name = "utter_cart_one" if cart.pieces == 1 else "utter_cart"
    turn.say(name, count=cart.pieces, total=money(cart.total, cart.currency))


def show(
    turn: Turn,
    cart: carts.Content,
    replies: list[JSON],
    view: str = LISTED,
    *,
    waits: JSON | None = None,
    link: str = "",
) -> None:
    """The cart itself. `view` says in what a place counts from now on, `waits` is a change that
    waits for "which one?", `link` the page where it is paid for."""
    ids = [line.product.id for line in cart.lines]
    turn.put(in_cart={"lines": len(ids), "view": view, "products": ids, "open": waits})
    content = {"cart": brief(turn, cart), "quick_replies": replies}
    turn.show(content | ({"link": link} if link else {}))


def called(turn: Turn, product: Product, variant: Variant) -> str:
    """A product with its version: "Latte Mug (green)"."""
    title, version = catalogue.title(product, turn.language), variant_name(turn, variant)
    return f"{title} ({version})" if version else title


def listed(turn: Turn, lines: list[carts.Line]) -> str:
    """Several lines by name."""
    names = (called(turn, line.product, line.variant) for line in lines)
    return ("、" if turn.zh else ", ").join(names)


def brief(turn: Turn, cart: carts.Content) -> JSON:
    """A cart as the widget shows it."""
    return {
        "lines": [
            {
                "product_id": line.product.id,
                "variant_id": line.variant.id,
                "title": catalogue.title(line.product, turn.language),
                "image": line.variant.image or line.product.image,
                "variant": variant_name(turn, line.variant),
                "quantity": line.quantity,
                "total_text": money(line.total, cart.currency),
            }
            for line in cart.lines
        ],
        "pieces": cart.pieces,
        "discount_text": money(-cart.discount, cart.currency) if cart.discount else "",
        "total_text": money(cart.total, cart.currency) if cart.lines else "",
    }


def after_cart(turn: Turn) -> list[JSON]:
    """What one may want next with something in the cart."""
    return [
        turn.reply("label_checkout", "/checkout_help"),
        turn.reply("label_cart", "/view_cart"),
        turn.reply("label_coupons", "/coupon_discount"),
    ]
