"""The gateway's own few words; all others are Rasa responses. Used where Rasa cannot answer."""

from __future__ import annotations

import re

PHRASES: dict[str, dict[str, str]] = {
    "apology": {
        "en": "Sorry, I could not answer that just now. Nothing you wrote is lost. "
        "Please try again, or ask for a person.",
        "zh": "抱歉，刚才没能答上来。您写的内容都还在，请再试一次，或者找人工客服。",
    },
    "person": {"en": "Talk to a person", "zh": "找人工客服"},
    "again": {"en": "Try again", "zh": "再试一次"},
    "back": {"en": "Back to the assistant", "zh": "回到智能助手"},
    "waits": {
        "en": "Noted. A person will read this and answer you here. The assistant keeps quiet until "
        'then; write "back to the assistant" if you would rather go on with it.',
        "zh": "已留言，人工客服会看到并在这里回复您。在此之前智能助手不会回答；"
        "想继续用智能助手，请回复“回到智能助手”。",
    },
    "place": {
        "en": "You are number {position} in the queue.",
        "zh": "您现在排在第{position}位。",
    },
    "usual": {
        "en": "Lately it took about {minutes} min until a person answered.",
        "zh": "最近大约等{minutes}分钟有人回复。",
    },
    "unsure": {
        "en": "How long it takes depends on those before you, so I cannot promise a time.",
        "zh": "要等多久取决于前面的客人，我没法保证时间。",
    },
    "open": {
        "en": "Our staff are there from {opens} to {closes}, and it is {clock} in the shop now.",
        "zh": "人工客服{opens}至{closes}在线，店里现在是{clock}。",
    },
    "closed": {
        "en": "Our staff are there from {opens} to {closes}. It is {clock} in the shop now, so "
        "nobody is: what you write here is answered when they are back.",
        "zh": "人工客服{opens}至{closes}在线，店里现在是{clock}，已经下班；"
        "您写的内容等上班后回复。",
    },
    "way_back": {
        "en": 'Write "back to the assistant" if you would rather go on with the assistant.',
        "zh": "想继续用智能助手，请回复“回到智能助手”。",
    },
    "is_back": {
        "en": "You are with the assistant again.",
        "zh": "智能助手已回来为您服务。",
    },
    "joined": {"en": "{name} from the shop has joined.", "zh": "{name}已加入对话，为您服务。"},
    "moved": {
        "en": "{name} from the shop goes on from here.",
        "zh": "接下来由{name}继续为您服务。",
    },
    "returned": {
        "en": "{name} has left. The assistant answers again, and knows what was said.",
        "zh": "{name}已离开，智能助手继续为您服务，前面的对话它都了解。",
    },
    "resolved": {
        "en": "{name} has closed the matter. The assistant is here for anything else.",
        "zh": "{name}已处理完毕。还有其他需要，智能助手随时为您服务。",
    },
    "rate": {"en": "How was the help of {name}?", "zh": "请为{name}的服务打分："},
    "stars_5": {"en": "★★★★★ Very good", "zh": "★★★★★ 非常满意"},
    "stars_4": {"en": "★★★★ Good", "zh": "★★★★ 满意"},
    "stars_3": {"en": "★★★ All right", "zh": "★★★ 一般"},
    "stars_2": {"en": "★★ Poor", "zh": "★★ 不满意"},
    "stars_1": {"en": "★ Bad", "zh": "★ 很不满意"},
    "rated": {"en": "Thank you, that helps us.", "zh": "感谢您的评价！"},
    "promise": {
        "en": "Nobody is at the desk right now; the shop is back {opens}. Leave your e-mail or "
        "phone number here, and somebody gets in touch by {until}. Or go on with the assistant.",
        "zh": "现在不是人工服务时间，{opens}恢复。请在这里留下邮箱或电话，同事会在{until}前联系您；"
        "也可以继续使用智能助手。",
    },
    "promised": {
        "en": "Thank you. The shop gets in touch at {contact} by {until}. The assistant is here "
        "meanwhile.",
        "zh": "好的，同事会在{until}前通过 {contact} 联系您。在此期间智能助手随时为您服务。",
    },
    "expired": {
        "en": "Sorry, nobody at the shop was free to answer in time. You are with the assistant "
        "again; ask for a person at any time to wait once more.",
        "zh": "非常抱歉，刚才没有同事能及时接待您。智能助手先继续为您服务，您随时可以再次转人工。",
    },
    "card_add": {"en": "Add to cart: {title}", "zh": "加入购物车：{title}"},
    "card_similar": {"en": "More like: {title}", "zh": "找相似：{title}"},
    "card_dismiss": {"en": "Not for me: {title}", "zh": "不喜欢：{title}"},
    "card_details": {"en": "Tell me about: {title}", "zh": "了解一下：{title}"},
    "photo": {"en": "A photo", "zh": "一张照片"},
}

# What a shopper who waits for a person types to have the assistant again.
TO_ASSISTANT = re.compile(
    r".{0,40}\b(back to|return to) (the |my )?(shop |ai )?(assistant|bot)( please)?\W*|"
    r".{0,40}\b(forget|never mind) (the |that |about the )?(human|person|agent|staff)\W*|"
    r"\W*(please )?((go |take me |get )?back to|return to|(i )?(want|prefer)|continue with|resume)"
    r"( (the|my))?( shop| ai)? (assistant|bot|robot|machine)( please)?\W*|"
    r"\W*(我要|请|帮我)?(回到|返回|转回|切回|换回|回)(智能)?(助手|机器人|导购|客服助手)(吧)?\W*|"
    r"\W*(i |i'?m )?(do not|don'?t|can'?t|cannot|not) (want to wait|wait|waiting)"
    r"( any ?more| any ?longer)?\W*|"
    r"\W*(算了)?\W*不(等|用等|要等|想等)(人工|客服|真人)?(客服)?了\W*((还是)?你.{0,8})?\W*",
    re.IGNORECASE,
)

# What a shopper who waits asks about the wait itself.
OF_WAITING = re.compile(
    r"\bhow (long|much longer|many (people|others|more)?)|\bwait(ing)? times?\b|\b(queue|"
    r"in line|position)\b|"
    r"\bwhat (number|place)|\bwhen (will|does|is|are|do|can)\b|\bhours\b|\bopen\b|\beta\b|"
    r"\b(is|are) (you|they|there|any ?(one|body)|some ?(one|body))\b.{0,12}\b(there|here|"
    r"available|coming|"
    r"around|online|working)\b|\b(any ?(one|body)|still) (there|here)\b|^\W*hello+\W*\?|"
    r"多久|多长时间|[几幾多](位|个人|个|號|号|点|點|少人)|排(队|隊|到|第|几|幾)|前面|还要等|"
    r"還要等|要等|"
    r"[上下]班|营业|營業|在线|在線|有人(吗|嗎|在|么)|在[吗嗎么]|人呢|什么时候|什麼時候",
    re.IGNORECASE,
)
# Who waits for a person and asks the assistant something after all: "never mind, do you have mugs?"
GOES_ON = re.compile(
    r"\W*(never ?mind|forget (it|that)|(actually,? )?no need|算了|不等了|不用(人工|客服|等)?了|"
    r"不用人工)"
    r"[\s,，.。;；!！:：-]*(?P<rest>((but |then |so |那|那就|你)?(do|have|are|can|could|is|what|"
    r"how|where|which|"
    r"show|find|tell|track|i('m| am) looking|i (need|want)|有|看|找|查|帮|幫|给|給|我(想|要)|"
    r"你们|你們|推荐|推薦)"
    r").{2,})",
    re.IGNORECASE | re.DOTALL,
)


def phrase(name: str, language: str, /, **values: str) -> str:
    """A phrase in the language, English where it is unknown."""
    forms = PHRASES[name]
    return forms.get(language, forms["en"]).format(**values)


def language_of(text: str, otherwise: str) -> str:
    """`zh` for a text with Chinese characters, else what the conversation speaks."""
    return "zh" if any("\u4e00" <= c <= "\u9fff" for c in text) else otherwise or "en"
