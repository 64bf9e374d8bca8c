"""What a message says of coupons: a code, the best one, taking it off."""

from __future__ import annotations

import re

from actions.turn import Turn
from language.text import simplify
from shop import coupons

COUPONS = "action_coupon_discount"
ASKED = "coupon"  # in the slot `asked`: coupons were listed, "use the second" is one of them
WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{2,39}")
MOST_WORDS = 20  # of a message that are tried as codes
CODE = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Z0-9]{3,15}(?![A-Za-z0-9])")  # also beside Han
LIKE_CODE = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Za-z]*\d)[A-Za-z]{3}[A-Za-z0-9]{1,13}(?![A-Za-z0-9])"
)

NAMES = re.compile(
    r"\b(coupon|voucher|promo( code)?|(discount )?code)s?\b|\b(use|apply) the (best|biggest|"
    r"better) (one|deal|offer|discount)\b|"
    r"用最(划算|优惠|省)|优惠[码券]|折扣[码券]|券|口令|"
    r"[哪那这]张",
    re.IGNORECASE,
)
# "Remove the coupon", "I don't want SAVE50 any more", "不用优惠券了".
TAKES_OFF = re.compile(
    r"\b(remove|delete|drop|clear|cancel|without|don'?t (want|use)|stop using)\b|"
    r"\btake\b.{0,30}\boff\b(?! my)|\b(coupon|code|voucher) off\b|去掉|去除|删|取消|移除|拿掉|撤|"
    r"(不|别)(用|要|使用)",
    re.IGNORECASE,
)
INSTEAD = re.compile(
    r"\binstead\b|\b(switch|change|swap)\b.*\b(to|for)\b|换|改用|改成|而是", re.IGNORECASE
)
USES = re.compile(
    r"\b(use|apply|redeem|take|try|put|enter|with|go)\b|用|换|改|套|加|输|就", re.IGNORECASE
)
BEST = re.compile(
    r"\b(best|biggest|highest|largest|most|better)\b|划算|最优|最省|最大|最多|最好|最合适|"
    r"省得?最|减得?最",
    re.IGNORECASE,
)
# One of the coupons listed: "use the second", 第一张.
PICKS = re.compile(
    r"\b(use|apply|coupon|code|voucher)\b|用|张|券|^\W*(the )?(first|second|third|last|1st|2nd|3rd)"
    r"( one)?( please)?\W*$|^\W*第.[个]?吧?\W*$",
    re.IGNORECASE,
)
ASKING = re.compile(
    r"[?？吗嘛呢]\s*$|^\W*(any|which|what|is|are)\b|^哪[张个][^用]{0,8}$", re.IGNORECASE
)
LISTS = re.compile(
    r"\b(any|what|which|show|list|got|have|see|available)\b.{0,24}\b(coupon|voucher|promo|"
    r"code)s?\b|"
    r"^\W*(coupon|voucher|promo code|code)s?( please)?\W*$|"
    r"(?<!我)(有|哪些|哪几|什么|看看|看下).{0,5}(优惠[码券]|券|折扣码)|^\W*(优惠)?[券码]\W*$",
    re.IGNORECASE,
)
# Questions about how coupons work are answered from the shop's own texts.
RULES = re.compile(
    r"\b(how|why|when|work|expired?|two|both|stack|together|combine|several|old)\b|怎么|为什么|"
    r"叠加|一起|同时|两张|几张|过期|哪里?[领输]|学生|会员",
    re.IGNORECASE,
)
ORDERS = re.compile(r"\borders?\b|订单", re.IGNORECASE)


async def of_coupon(turn: Turn) -> bool:
    """Whether a message lists, uses or takes off a coupon, whatever its intent."""
    text = simplify(turn.text)
    if ORDERS.search(text) or turn.slot("order_number"):
        return False
    about, asked = NAMES.search(text), turn.slot("asked") == ASKED
    picks = BEST.search(text) or (turn.slot("ordinal") and PICKS.search(text))
    if asked and picks and not turn.slot("category"):
        return True
    if about and (TAKES_OFF.search(text) or BEST.search(text)) and not RULES.search(text):
        return True
    if turn.intent == "coupon_discount" and LISTS.search(text) and not RULES.search(text):
        return True
    if RULES.search(text):
        return False
    named = await codes_named(turn)
    return bool(named) or bool(LIKE_CODE.search(text) and about and USES.search(text))


async def codes_named(turn: Turn) -> list[str]:
    """Codes of coupons valid now that a message names, in its order; in any case where it says
    that they are coupons, else as codes are written."""
    text = simplify(turn.text)
    words = [w for w in WORD.findall(text) if w.isupper() or LIKE_CODE.fullmatch(w)]
    if NAMES.search(text) or turn.intent == "coupon_discount":
        words = WORD.findall(text)
    words = [word.upper() for word in words[:MOST_WORDS]]
    if not words:
        return []
    async with turn.reading() as (session, _):
        valid = {coupon.code for coupon in await coupons.named(session, words)}
    return [word for word in dict.fromkeys(words) if word in valid]
