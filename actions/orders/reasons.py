"""Why goods go back, as said to "shall I?": they do not fit, or are not liked."""

from __future__ import annotations

import re

from language.text import simplify

RETURN_ASKED = "utter_return_confirm"  # the question that a reason may answer
TOO_SMALL = re.compile(
    r"\b(too|very|so|bit|little|really|quite|runs?|fits?) (too )?(small|tight|short|narrow|snug)\b|"
    r"(太|偏|好|有[点些])(小|紧|短|窄|瘦)|(小|紧|短|窄|瘦)了|穿不(下|上|进)|挤脚|勒",
    re.IGNORECASE,
)
TOO_BIG = re.compile(
    r"\b(too|very|so|bit|little|really|quite|runs?|fits?) (too )?(big|large|loose|long|wide|"
    r"baggy|huge)\b|"
    r"(太|偏|好|有[点些])(大|松|长|宽|肥)|(大|松|长|宽|肥)了",
    re.IGNORECASE,
)
BIGGER = re.compile(
    r"\b(bigger|larger|(size|one) up|up a size|next size( up)?)\b|大一?[号码点些]|[更再]大|加大",
    re.IGNORECASE,
)
SMALLER = re.compile(
    r"\b(smaller|(size|one) down|down a size)\b|小一?[号码点些]|[更再]小|加小", re.IGNORECASE
)
UNFIT = re.compile(
    r"\b(does|do|did|is|are|was|will)(n'?t| not) (really |quite |even )?(fit(ting)?|my size|"
    r"the right size)\b|"
    r"\b(doesnt|didnt|dont) fit\b|\bnot fit(ting)?\b|\b(bad|poor|terrible|wrong) fit\b|"
    r"不(太|大|怎么)?(合适|合身|合脚|适合)|尺[码寸]不[对合]|穿着?不",
    re.IGNORECASE,
)
UNLIKED = re.compile(
    r"\b(do|did|does)(n'?t| not) (really |quite )?(like|suit|match|go with|need|want|work for)\b|"
    r"\b(dont|didnt) (like|need|want)\b|\b(hate|ugly|disappoint(ed|ing)|not (what|as) |"
    r"no longer|by mistake|"
    r"too (expensive|dear|heavy|dark|bright|thin|thick)|looks? (cheap|different)|itchy|"
    r"uncomfortable)|"
    r"不(太|怎么|是很)?(喜欢|想要|好看|舒服|满意|需要)|不要了|难看|丑|色差|(和|跟|"
    r"与).{0,6}(不一样|不符|不同)|买(多|错|重复?)了|"
    r"后悔|失望|拍错",
    re.IGNORECASE,
)


def fit_told(text: str) -> bool:
    """Whether a message says that something does not fit."""
    clear = simplify(text)
    return any(pattern.search(clear) for pattern in (TOO_SMALL, TOO_BIG, UNFIT))


def reason_told(text: str) -> bool:
    """Whether a message says why something is not wanted."""
    return fit_told(text) or bool(UNLIKED.search(simplify(text)))


def another_size(text: str) -> bool:
    """Whether a message asks for a bigger or smaller one."""
    clear = simplify(text)
    return bool(BIGGER.search(clear) or SMALLER.search(clear))


def way_of_size(text: str) -> int:
    """1 where a bigger size is wanted, or the one bought is too small; -1 the other way; or 0."""
    clear = simplify(text)
    for bigger, smaller in ((BIGGER, SMALLER), (TOO_SMALL, TOO_BIG)):
        if way := bool(bigger.search(clear)) - bool(smaller.search(clear)):
            return way
    return 0
