"""The gateway's own few words; all others are Rasa responses. Used where Rasa cannot answer."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "apology": {
        "en": "Sorry, I could not answer that just now. Nothing you wrote is lost. "
        "Please try again, or ask for a person.",
        "zh": "抱歉，刚才没能答上来。您写的内容都还在，请再试一次，或者找人工客服。",
    },
    "person": {"en": "Talk to a person", "zh": "找人工客服"},
    "again": {"en": "Try again", "zh": "再试一次"},
    "back": {"en": "Back to the assistant", "zh": "回到智能助手"},
    "is_back": {
        "en": "You are with the assistant again.",
        "zh": "智能助手已回来为您服务。",
    },
    "card_add": {"en": "Add to cart: {title}", "zh": "加入购物车：{title}"},
    "card_similar": {"en": "More like: {title}", "zh": "找相似：{title}"},
    "card_dismiss": {"en": "Not for me: {title}", "zh": "不喜欢：{title}"},
    "card_details": {"en": "Tell me about: {title}", "zh": "了解一下：{title}"},
    "photo": {"en": "A photo", "zh": "一张照片"},
}


def phrase(name: str, language: str, **values: str) -> str:
    """A phrase in the language, English where it is unknown."""
    forms = PHRASES[name]
    return forms.get(language, forms["en"]).format(**values)


def language_of(text: str, otherwise: str) -> str:
    """`zh` for a text with Chinese characters, else what the conversation speaks."""
    return "zh" if any("\u4e00" <= c <= "\u9fff" for c in text) else otherwise or "en"
