"""Whether a thing named in a message is one that the shopper does not want."""

from __future__ import annotations

import re

TAKEN = "\0"  # stands for an entity before this one that is not wanted either
FILLERS = (
    r"(?:\s*(?:a|an|the|any|in|of|from|made|really|with|one|ones|it|that|is|to|be|for|want|like|"
    r"need|looking|too|so|very|that|quite|another|more|other|others|yet|any more|anymore|again|"
    r"some|these|those|all)\b)*"
)
CHAIN = (
    rf"(?:\s*{TAKEN}\s*(?:的|色)*\s*"
    r"(?:、|/|,? ?or|and not|and|nor|和|或者|或|跟|也不要|也)\s*)*"
)
BEFORE_EN = re.compile(
    r"(?:\b(?:no|not|non|nothing|without|except(?: for)?|anything but|other than|"
    r"rather than|instead of|"
    r"avoid|hate|dislike|can'?t stand|never|isn'?t|aren'?t|"
    r"do(?:n'?t| not) (?:want|like|need|show(?: me)?)|"
    r"stop (?:showing|recommending)(?: me)?)\b|non-)"
    rf"{FILLERS}{CHAIN}\s*$",
    re.IGNORECASE,
)
BEFORE_ZH = re.compile(
    r"(?:(?<!要)不要|(?:不|别)再|不想要|不喜欢|不想买|不想看|不考虑|不用|不买|不爱|别要|别给我|别再?推荐?|不太|不那么|别|除了|"
    r"讨厌|避开|不含|不带|(?<!是)不是|拒绝|非)"
    rf"(?:那种|这种|任何|其他|别的|什么|太|再|给我|要|看|推荐|穿|用|买|拿|发|来|到)*{CHAIN}\s*$"
)
AFTER_ZH = re.compile(
    r"^(?:的|色|色的|款|类)?\s*(?:都|也|就|我)?"
    r"(?:(?:不要|不考虑|不想要|不行|不喜欢|不爱)(?=[了的啦吧呀]*(?:\W|$))|以外|之外|除外|算了|免了)"
)
LACKS_ZH = re.compile(rf"(?:(?<!有)没有?|不)(?:带|含)?{CHAIN}\s*$")  # "没有拉链的": a bag without
BORDER = re.compile(r"[.。;；!！?？\n]|(?<!anything )\bbut\b(?! not)|但是|不过|而是")


def unwanted(text: str, start: int, end: int, others: list[tuple[int, int]]) -> bool:
    """Whether text[start:end] is refused; `others` are refused spans before it."""
    before = text[:start]
    for s, e in sorted(others, reverse=True):
        if e <= start:
            before = before[:s] + TAKEN + before[e:]
    borders = [m.end() for m in BORDER.finditer(before)]
    clause = before[borders[-1] :] if borders else before
    if text[end:].startswith("的") and LACKS_ZH.search(clause):
        return True
    return bool(BEFORE_EN.search(clause) or BEFORE_ZH.search(clause) or AFTER_ZH.match(text[end:]))
