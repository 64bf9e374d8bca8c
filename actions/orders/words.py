"""What the words of a message say about orders beside its intent: which task, what is wrong.

The classifier reads one message alone and was not shown every way of saying it; "what about the
money?" is about the order just spoken of, and "it came broken, can I return it?" is a claim.
"""

from __future__ import annotations

import re

from actions.orders.choice import states_in
from actions.orders.proofs import NUMBERED, only_contact, only_numbers
from actions.turn import Turn
from language.text import simplify

STATUS, CANCEL, CHANGE, REFUND = "order_status", "cancel_order", "change_order", "refund_status"
RETURN, EXCHANGE, DAMAGED = "return_request", "exchange", "damaged_or_wrong_item"
TASKS = (STATUS, CANCEL, CHANGE, REFUND, RETURN, EXCHANGE, DAMAGED)
REASON = "reason"  # asked: what is wrong with the goods
OF_RETURNS = (RETURN, EXCHANGE, REFUND)
# Intents that a short follow-up about an order is often taken for.
UNSURE = ("out_of_scope", "shipping_info", "goodbye", "bot_challenge", "product_stock", "greet",
          "payment_methods", "refine_search", "view_cart")  # fmt: skip
# ... and one that tells what is wrong with goods.
TOLD_AS = ("search_product", "product_question", "product_stock", "refine_search", "out_of_scope")


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


FAULT = _words(
    r"\b(broken?|faulty|fault|defect(ive|s)?|damaged?|crack(ed|s)?|smashed|shattered|snapped|"
    r"chipped|"
    r"dented|dead|torn|ripped|leak(s|ing|ed|y)?|scratch(ed|es)?|stain(ed|s)?|mou?ldy|expired|wonky|"
    r"doesn'?t work|does not work|isn'?t working|not working|stopped working|won'?t (turn|"
    r"switch) on|"
    r"(a|the) hole|missing (a |the |some )?(part|piece|screw|leg|button|lid)s?|"
    r"(got|sent|received|is|was|it'?s) (me )?(the |a )?wrong|wrong (item|thing|product|colou?r|"
    r"size|"
    r"model|order|one)|fell apart|came apart|poor quality)\b|"
    r"坏|碎|破(?!店|客服|服务|公司|平台|系统|玩意)了?|裂|漏水|漏液|漏电|漏了|划痕|污渍|脏|发霉|过期|变形|断了|掉色|开线|脱胶|不能用|"
    r"用不了|"
    r"打不开|开不了机|充不进|没反应|不亮|不转|质量(问题|太?差|不好)|瑕疵|次品|残次|"
    r"(发|寄|送|拿|货)错|错货|(少|漏)(发|寄|了.{0,2}(个|件|只|配件))"
)
# Told of something one has: "the clock doesn't work", 闹钟坏了; no wish for a pan that won't stain.
BROKE = _words(
    r"^\W*(hi|hello|hey|help|sorry|so)?[\s,!]*(my|the|this|these|those|both|"
    r"one of)\b.{0,40}?\b(is|are|"
    r"was|were|isn'?t|aren'?t|came|arrived|has|have|had|got|doesn'?t|does not|don'?t|won'?t|"
    r"stopped|"
    r"fell|keeps?|leaks?|broke)\b|"
    r"(坏|碎|破|裂|断|漏|歪|掉色|开线|脱胶|变形|发霉|过期)(掉)?了|没反应|不亮了?\W*$|用不了|"
    r"打不开|开不了机?|充不进"
)
ASKED = _words(r"[?？吗]\s*$")
SUPPOSED = _words(
    r"\b(what if|if (it|they|this|that|the|my|something|anything|i)|in case|suppose)\b|如果|假如|"
    r"万一|要是|若是|若"
)
# A refund that is under way already, rather than wished for.
UNDER_WAY = _words(
    r"\b(returned|sent (it|them|this|that) back|where('s| is) (my|the) (refund|money)|when|"
    r"refund status|not (been )?refunded|still waiting)\b|退了|寄回去?了|已经?退|退款.{0,3}(到|"
    r"进度|什么时候|多久)|"
    r"(什么|啥)时候|没(退|到账)"
)
MONEY = _words(
    r"(?<!how much )\b(money|refund(ed)?)\b|(?<!多少)钱(呢|什么|啥|怎么|多久|几时|何时|会|能|到|"
    r"退|在|去)|"
    r"退(款|钱)|那钱|我的钱|到账"
)
ARRIVAL = _words(
    r"\bwhen\b.{0,30}\b(arrive|come|get here|be here|delivered|reach|get (it|them|that|this|my))\b|"
    r"\bhow (long|soon)\b.{0,20}\b(till|until|arrive|get here|be here)\b|\btrack(ing)?\b|"
    r"\bwhere (is|are|'s) (it|that|this|they|the parcel|the package)\b|\barrived? yet\b|\beta\b|"
    r"(什么时候|啥时候|几时|何时|哪天|多久|几天).{0,5}(能)?(到|送|收|发货)|到哪|走到|物流|"
    r"快递(单号|到|呢)|"
    r"发货了?(没|吗|么)|到了?(没|吗|么)"
)
GOT = _words(
    r"\b(arrive[sd]?|arriving|came|comes|received?|got|delivered)\b|收到|到货|寄来|送来|发来"
)
NOT_ARRIVED = _words(
    r"\b(has|have|had|did|is|was)(n'?t| not)( yet)? (been )?(arrived?|received?|come|delivered|"
    r"get|got|"
    r"gotten|shown up|turned up|here)\b|\b(not|never) (yet )?(arrived|received|come|delivered|"
    r"got)\b|"
    r"[没未](有)?(收到|到货|送到|送来|到)"
)
YES = _words(
    r"^\W*(yes|yeah|yep|yup|sure|ok(ay)?|correct|right|exactly|confirm(ed)?|please do|do it|"
    r"go ahead|"
    r"that'?s (right|fine|it)|是的?|对|好的?|可以|行|嗯|确认|确定|没错|要的?)(?![a-z])"
)
BUT = _words(r"\b(but|not|no|don'?t|wait|except|instead)\b|[?？]|但|不|别|等|而是|[吗嘛]")
# What is meant is some other order than the one just spoken of.
ANOTHER = _words(
    r"\b(an?|another|other|different|some|second) order\b|\borders\b|\bthe other (one|order)\b|"
    r"(另一?外?|别的?|其他|其它)一?(个|单|笔|订单|的订单)|换一?(个订单|单)|哪些订单|所有.*订单|"
    r"全部.*订单|"
    r"几个订单"
)
ANOTHER_ONE = _words(
    r"\b(another|other|different|second|one more) (order|one)\b|"
    r"(另一?外?|别的?|其他|其它|还有一)一?(个|单|笔|订单|的订单)|换一?(个订单|单)"
)
REFERS = _words(
    r"\b(it|its|it'?s|that|this|them|those|the same|the order)\b|[这那该此上](个|件|单|笔|条|双|"
    r"款|订单|包裹|"
    r"张|台|只)|"
    r"它|刚才|刚刚|同一|上面|上述"
)
# An order of their own is named, rather than the one just spoken of.
OWN = _words(
    r"\b(my|an?|some|any|one of my) (\w+ )?(order|purchase|parcel|package)s?\b|\bsomething\b|"
    r"(我的?|一个|个)(订单|单子|包裹)|(取消|改|修改|退|换)(一?下|个)?订单"
)
WAITS = _words(
    r"\b(been|taking|takes|took|waiting)\b.{0,12}\b(ages|forever|long|days|weeks?|a month)\b|"
    r"\bhurry\b|"
    r"\bstill (waiting|nothing|not)\b|\btell me when\b|^\W*(so |and |but |just )*when\W*$|"
    r"(都|已经|等了?)(多久|好久|半天|很久|这么久|[几\d一二三四五六七八九十两]+(个)?(多)?(天|周|"
    r"星期|月))|催|(太|好|这么)慢|快[点些]|"
    r"怎么还(没|不)"
)
CARRIER = _words(
    r"\b(which|what|who)\b.{0,12}\b(courier|carrier|delivery (company|service)|shipping company|"
    r"deliver(s|ing)?( it| this| that| them)?|brings?|ships? (it|this|that|them))\b|"
    r"(什么|哪家|哪个|哪一家|啥|谁家的?)(快递|物流)|谁(送|派送|配送)|(走|发|用|是)的?(什么|哪家|"
    r"啥)快递"
)
# A short question that goes on about what was just said.
FOLLOWS = _words(
    r"^\W*(and|so|but|ok|then|what about|how about|the money|my money)\b|^\W*(那|钱|我的钱|"
    r"可(?!以)|但)"
)
# The shopper's own mistake, which a change puts right while nothing was sent.
MISTOOK = _words(
    r"\bi('ve| have)? (just )?(ordered|picked|chose|chosen|selected|"
    r"bought) (it in )?the wrong (size|colou?r)\b|"
    r"(尺码|码数|颜色|款式)(我)?(买|拍|选|下)错|(买|拍|选|下)错了?(尺码|码|颜色|款)"
)
CANCELS = _words(r"\bcancel\b|取消(?!了)")
ONE = _words(r"\bones?\b|[那这]个|的呢")
OTHER = _words(r"\b(another|other|different)\b|另|别的|其他|其它|换一?(个订单|单)")


def kind_of(turn: Turn) -> str | None:
    """The task about an order that a message begins or goes on with; None for none."""
    text, intent = simplify(turn.text), turn.intent
    if intent in TASKS and MISTOOK.search(text):
        return CHANGE
    if intent == STATUS and turn.slot("task") and CANCELS.search(text):
        return CANCEL
    if intent in (*OF_RETURNS, DAMAGED) and faulty(text):
        asks_money = intent == REFUND and bool(UNDER_WAY.search(text))
        return REFUND if asks_money else DAMAGED
    if intent in (STATUS, CANCEL, CHANGE) and faulty(text) and _got(text):
        return DAMAGED
    if intent in TASKS:
        return STATUS if only_numbers(turn) else intent
    if intent in TOLD_AS and _broke(text):
        return DAMAGED
    return _follow_up(turn, text) if text and intent in UNSURE else None


def _follow_up(turn: Turn, text: str) -> str | None:
    """The task that a short message about an order means, which the classifier cannot know."""
    if turn.slot("task") and CANCELS.search(text):
        return CANCEL
    if FAULT.search(text) and (turn.slot("order") or turn.slot("task") or GOT.search(text)):
        return DAMAGED  # also "what if it arrives broken": the rules are told
    if turn.slot("category"):
        return None
    if turn.slot("order"):
        if MONEY.search(text):
            return REFUND
        if ARRIVAL.search(text) or CARRIER.search(text) or ANOTHER.search(text):
            return STATUS
        if WAITS.search(text):
            return STATUS
        if ONE.search(text) and states_in(text):
            return STATUS  # "and the unpaid one?"
    told = turn.slot("order_number") or NUMBERED.search(text) or NOT_ARRIVED.search(text)
    return STATUS if told or only_contact(turn) else None


def _broke(text: str) -> bool:
    """Whether it is told, not asked nor wished, that goods of theirs are at fault."""
    return bool(BROKE.search(text)) and faulty(text) and not ASKED.search(text)


def _got(text: str) -> bool:
    """Whether goods are spoken of as received."""
    return bool(GOT.search(text)) and not NOT_ARRIVED.search(text)


def faulty(text: str) -> bool:
    """Whether a message tells of goods that are broken or wrong, rather than asks what if."""
    clear = simplify(text)
    return bool(FAULT.search(clear)) and not SUPPOSED.search(clear)


def agreed(turn: Turn) -> bool:
    """Whether a message says yes and nothing against it."""
    text = simplify(turn.text)
    return turn.intent == "affirm" or (bool(YES.search(text)) and not BUT.search(text))
