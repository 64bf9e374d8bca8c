"""What the words of a message say about orders beside its intent: which task, what is wrong.

The classifier reads one message alone and was not shown every way of saying it; "what about the
money?" is about the order just spoken of, and "it came broken, can I return it?" is a claim.
"""

from __future__ import annotations

import re

from actions.turn import Turn
from language.text import simplify
from shop import orders
from shop.errors import Invalid

STATUS, CANCEL, CHANGE, REFUND = "order_status", "cancel_order", "change_order", "refund_status"
RETURN, EXCHANGE, DAMAGED = "return_request", "exchange", "damaged_or_wrong_item"
TASKS = (STATUS, CANCEL, CHANGE, REFUND, RETURN, EXCHANGE, DAMAGED)
REASON = "reason"  # asked: what is wrong with the goods
OF_RETURNS = (RETURN, EXCHANGE, REFUND)
# Intents that a short follow-up about an order is often taken for.
UNSURE = ("out_of_scope", "shipping_info", "goodbye", "bot_challenge", "product_stock", "greet",
          "payment_methods", "refine_search", "view_cart")  # fmt: skip


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
LOST = _words(
    r"\b(don'?t|do not|dont) (have|know|remember)|\b(lost|forgot(ten)?|can'?t find|cannot find|"
    r"no idea|without)\b|忘|找不到|不知道|没有?(订单号|单号|号)|丢|不记得"
)
YES = _words(
    r"^\W*(yes|yeah|yep|yup|sure|ok(ay)?|correct|right|exactly|confirm(ed)?|please do|do it|"
    r"go ahead|"
    r"that'?s (right|fine|it)|是的?|对|好的?|可以|行|嗯|确认|确定|没错|要的?)(?![a-z])"
)
BUT = _words(r"\b(but|not|no|don'?t|wait|except|instead)\b|[?？]|但|不|别|等|而是|[吗嘛]")
# What is meant is some other order than the one just spoken of.
ANOTHER = _words(
    r"\b(an?|another|other|different|some) order\b|\borders\b|\bthe other (one|order)\b|"
    r"(另一?|别的?|其他|其它|换一?)(个|单|笔|订单|的订单)|哪些订单|所有.*订单|全部.*订单|几个订单"
)
REFERS = _words(
    r"\b(it|its|it'?s|that|this|them|those|the same|the order)\b|[这那该此](个|件|单|笔|条|双|款|"
    r"张|台|只)|"
    r"它|刚才|刚刚|同一"
)
# A short question that goes on about what was just said.
FOLLOWS = _words(
    r"^\W*(and|so|but|ok|then|what about|how about|the money|my money)\b|^\W*(那|钱|我的钱|可|但)"
)
OTHER = _words(r"\b(another|other|different)\b|另|别的|其他|其它|换一?个")
# A task's own verb; without one, a short answer only chooses.
VERBS = _words(
    r"\b(return|exchange|cancel|refund|swap|change|track|where|when|replace)\b|退|换|取消|改|查|"
    r"到哪|"
    r"什么时候"
)
NEW_ONE = _words(
    r"\b(new one|replace(ment|d)?|another one|exchange|swap|send (me )?(a |an |the )?(new|"
    r"another|right|"
    r"correct))\b|换(个|货|新|一)|补发|重发|重新发|新的"
)
MONEY_BACK = _words(r"\b(refund(ed)?|money|cash|return(ed)?|send (it|them|this) back)\b|退")
NUMBERED = _words(
    r"(?:\border(?:\s*(?:number|no\.?|id|#))?|订单编?号?|單號|单号)\s*(?:is|是|为|:|：|#)?\s*"
    r"([a-z]{0,5}-?\d[\da-z-]{3,20})(?![\da-z])"
)
# Another shop's numbers look otherwise; alone in an answer they are understood.
BARE_NUMBER = _words(r"(?:no\.?|number|编号|号)?\s*[#＃]?\s*([a-z]{0,5}-?\d[\da-z-]{2,20})\W*")
# What may stand beside a phone or an e-mail without the message being about something else.
AROUND_CONTACT = _words(
    r"\b(my|the|is|it'?s|it|e-?mail|mail|phone|mobile|number|tel|cell|contact|address|here|this|on|"
    r"order|and|or|sure|ok|yes)\b|我的?|你|是|为|的|这|那|个|手机|电话|號碼|号码?|邮箱|邮件|"
    r"联系方式|联系|"
    r"下单|预留|用|尾号|了|呢|啊|吧"
)
FEW = 4  # characters that may be left beside a contact


def kind_of(turn: Turn) -> str | None:
    """The task about an order that a message begins or goes on with; None for none."""
    text, intent = simplify(turn.text), turn.intent
    if intent in (*OF_RETURNS, DAMAGED) and faulty(text):
        asks_money = intent == REFUND and bool(UNDER_WAY.search(text))
        return REFUND if asks_money else DAMAGED
    if intent in TASKS:
        return intent
    if intent not in UNSURE or not text:
        return None
    if FAULT.search(text) and (turn.slot("order") or turn.slot("task") or GOT.search(text)):
        return DAMAGED  # also "what if it arrives broken": the rules are told
    if turn.slot("category"):
        return None
    if turn.slot("order"):
        if MONEY.search(text):
            return REFUND
        if ARRIVAL.search(text):
            return STATUS
    told = turn.slot("order_number") or NUMBERED.search(text) or NOT_ARRIVED.search(text)
    return STATUS if told or only_contact(turn) else None


def faulty(text: str) -> bool:
    """Whether a message tells of goods that are broken or wrong, rather than asks what if."""
    return bool(FAULT.search(text)) and not SUPPOSED.search(text)


def only_contact(turn: Turn) -> bool:
    """Whether a message gives an e-mail or phone and says little else."""
    found = [turn.slot(name) for name in ("contact_email", "contact_phone") if turn.slot(name)]
    if not found:
        return False
    rest = re.sub(r"[\w.+-]+@[\w.-]+|\+?\d[\d\s-]{6,}", " ", turn.text)
    return len(re.sub(r"[\W_]", "", AROUND_CONTACT.sub(" ", rest))) <= FEW


def remedy(text: str) -> str | None:
    """`money` or `new`, where a message wants one of them for faulty goods and not the other."""
    text = simplify(text)
    money, new = bool(MONEY_BACK.search(text)), bool(NEW_ONE.search(text))
    return None if money == new else ("money" if money else "new")


def agreed(turn: Turn) -> bool:
    """Whether a message says yes and nothing against it."""
    text = simplify(turn.text)
    return turn.intent == "affirm" or (bool(YES.search(text)) and not BUT.search(text))


def bare_number(text: str) -> str | None:
    """The order number that a message consists of."""
    found = BARE_NUMBER.fullmatch(text.strip())
    return _normal(found[1]) if found else None


def numbered(text: str) -> str | None:
    """The number that a message names after a word for order: "order 100001"."""
    found = NUMBERED.search(text)
    return _normal(found[1]) if found else None


def _normal(text: str) -> str | None:
    try:
        return orders.normal_number(text)
    except Invalid:
        return None
