"""How something faulty or unwanted is to be made good: by money, or by a new one."""

from __future__ import annotations

import re

from language.text import simplify

MONEY, NEW = "money", "new"
WANTS = {
    NEW: re.compile(
        r"\b(new ones?|replace(ment|d)?s?|another one|exchange|swap|"
        r"(re-?)?send (me )?(a |an |the )?(new|another|right|correct)( one| item)?)\b|"
        r"换(个|货|新|一|掉|吧)|^换$|补(发|寄|一?[个件])|重新?(发|寄)|新的",
        re.IGNORECASE,
    ),
    MONEY: re.compile(
        r"\b(refund(ed)?|money|cash|return(ed)?|send (it|them|this) back)\b|退", re.IGNORECASE
    ),
}
OTHER = {NEW: MONEY, MONEY: NEW}
CLAUSE = re.compile(r"[,，、。.;；!！?？\n]|\bbut\b|但是?")
# What stands right before the one that is turned down: "rather than ...", 不要...
TURNS_DOWN = re.compile(
    r"(\b(than|instead of|not|no|without|never mind|forget|(do not|don'?t|dont|didn'?t|won'?t)"
    r"( (want|need|like|give me|do))?|not (want|need))"
    r"( (to|a|an|any|the|my|your|get|be|have|for|money))*|"
    r"(不|别|甭|唔|无需)(是|想|用|需|必|会|愿意?|给我)*(要|给)?(你们?|办理?|什么|再|我)*)\s*$",
    re.IGNORECASE,
)
# ... or right after it: 退钱就不用了.
TURNED_DOWN = re.compile(r"^[钱款货的]*就?(不用|不必|不要|免)了?|^[钱款货的]*就算了")
# Money is wished for, not asked after: "I want my money back", 退款吧.
WISHES_MONEY = re.compile(
    r"\b(want|need|like|demand|give( me)?|just) (a |my |the |all |full |it )*(money|"
    r"refund(ed)?(?! status))\b|"
    r"^\W*refund( me| it| please| now)*\W*$|"
    r"(要|想|给我?|申请|直接|办理?)(全额)?退(款|钱)|退(款|钱)吧",
    re.IGNORECASE,
)
# The question was understood, but something else comes first.
HESITATES = re.compile(
    r"\b(how|when|what|why|which|who|not sure|don'?t know|wait)\b|怎|多久|几天|多少|什么|哪|"
    r"还是|不知道|等等",
    re.IGNORECASE,
)


def remedy(text: str, *, either: bool = False) -> str | None:
    """`money` or `new`, where a message wants one of them and not the other.

    `either`: whether one of the two was asked for, so that "no refund" means a new one.
    """
    clear = simplify(text)
    wanted: set[str] = set()
    refused: set[str] = set()
    for way, pattern in WANTS.items():
        for match in pattern.finditer(clear):
            (refused if _refused(clear, match) else wanted).add(way)
    wanted -= refused if len(wanted) > 1 else set()
    if either and not wanted and len(refused) == 1:
        return OTHER[refused.pop()]
    return wanted.pop() if len(wanted) == 1 else None


def wishes_money(text: str) -> bool:
    """Whether a message wishes for its money back."""
    return bool(WISHES_MONEY.search(simplify(text)))


def decided(text: str) -> bool:
    """Whether a message that names a remedy asks for it, rather than about it."""
    return not HESITATES.search(simplify(text))


def _refused(text: str, match: re.Match[str]) -> bool:
    """Whether the words around a remedy turn it down."""
    before = CLAUSE.split(text[: match.start()])[-1]
    return bool(TURNS_DOWN.search(before) or TURNED_DOWN.match(text[match.end() :]))
