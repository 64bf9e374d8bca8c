"""A delivery address as shoppers type it, its parts, and how it will be printed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from language.text import IS_HAN, PLAIN

Fields = dict[str, str]
ASKED = ("address", "utter_address_confirm")  # questions whose answer is an address

# Cities that are named without a word for city; any other is told by 市 or by its comma.
CITIES = {
    "beijing": "北京", "shanghai": "上海", "guangzhou": "广州", "shenzhen": "深圳",
    "hangzhou": "杭州", "nanjing": "南京", "suzhou": "苏州", "wuhan": "武汉",
    "chengdu": "成都", "chongqing": "重庆", "tianjin": "天津", "xi'an": "西安",
    "xian": "西安", "qingdao": "青岛", "dalian": "大连", "xiamen": "厦门",
    "ningbo": "宁波", "changsha": "长沙", "zhengzhou": "郑州", "jinan": "济南",
    "kunming": "昆明", "fuzhou": "福州", "hefei": "合肥", "wuxi": "无锡",
    "foshan": "佛山", "dongguan": "东莞", "shenyang": "沈阳", "harbin": "哈尔滨",
    "changchun": "长春", "nanning": "南宁", "guiyang": "贵阳", "nanchang": "南昌",
    "taiyuan": "太原", "shijiazhuang": "石家庄", "haikou": "海口", "sanya": "三亚",
    "zhuhai": "珠海", "wenzhou": "温州", "lanzhou": "兰州", "urumqi": "乌鲁木齐",
    "guilin": "桂林", "yantai": "烟台", "changzhou": "常州", "quanzhou": "泉州",
    "jiaxing": "嘉兴", "shaoxing": "绍兴", "nantong": "南通", "hong kong": "香港",
    "macao": "澳门", "macau": "澳门", "taipei": "台北",
}  # fmt: skip
REGIONS = (
    "anhui|fujian|gansu|guangdong|guangxi|guizhou|hainan|hebei|heilongjiang|henan|hubei|hunan|"
    "inner mongolia|jiangsu|jiangxi|jilin|liaoning|ningxia|qinghai|shaanxi|shandong|shanxi|sichuan|"
    "tibet|xinjiang|yunnan|zhejiang"
).split("|")
EDGES = " ,，。.;；!！'\"“”"
COUNTRY = re.compile(r"(p\.?r\.?\s?)?china|cn|中国|中国大陆", re.IGNORECASE)

PHONE = re.compile(r"(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)")
POSTCODE = re.compile(
    r"(?:postcode|zip(?: code)?|[邮郵][编編])?[\s:：]*(?<!\d)(\d{6})(?!\d)", re.IGNORECASE
)
NAME = re.compile(
    r"(?:收件人|收[货貨]人|姓名|[联聯][系絡]人|(?i:\b(?:recipient|name|attn))\b)\s*(?:改成|"
    r"改[为為]|是|(?i:is|to))?\s*[:：]?\s*"
    r"([\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])|[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})"
)
# What introduces the new address: "change it to ...", 改成...
LEAD = re.compile(
    r"\b(?:to|is|be|at|on|it'?s)\b\s*:?|[:：]|改成|改[为為]|改到|改去|[换換]成|[换換]到|寄到|"
    r"寄往|送到|送去|[发發]到|地址是|[应應][该該]是",
    re.IGNORECASE,
)
BEGINS = re.compile(r"\d|flat|apt|unit|room|suite|building|no\.", re.IGNORECASE)
NO = re.compile(
    r"^\W*((no|nope|sorry|wait|oops|hang on|actually|i mean|不是|不[对對]|不|"
    r"[错錯]了)[\s,，.。!！]+)+",
    re.IGNORECASE,
)
OF_PHONE = re.compile(
    r"(收[货貨]|联系|聯絡)?(手[机機][号號]?[码碼]?|[电電][话話][号號]?[码碼]?)[:：]?|\b(phone|"
    r"mobile|tel)( number)?:?",
    re.IGNORECASE,
)
# A house number beside words of a street, in either language.
STREET = re.compile(
    r"\d.*\b(street|st|road|rd|avenue|ave|lane|ln|drive|dr|flat|apt|apartment|floor|close|court|"
    r"square|way|building|room|unit|suite|block|alley|garden|boulevard|blvd)\b|"
    r"\b(flat|apt|unit|room|suite|lane|road|street)\b.*\d|"
    r"[省市区區县縣镇鎮路街道巷弄村号號栋棟楼樓室]|(小区|花园|大厦|广场|大廈).*(\d|"
    r"[一二三四五六七八九十])",
    re.IGNORECASE,
)
# A part of a house, by itself: "flat 6", 302室.
UNIT = re.compile(
    r"(?P<kind>flat|apt|apartment|unit|room|suite|floor|block)\s*\w+|"
    r"[\w-]{1,6}(?P<zh>号楼|[号號栋棟楼樓室])",
    re.IGNORECASE,
)
ZH_REGION = re.compile(r"^([\u4e00-\u9fff]{2,7}?(?:省|自治[区區]))")
ZH_CITY = re.compile(r"^([\u4e00-\u9fff]{2,6}?(?:市|自治州))")
ZH_PLAIN = re.compile(rf"^({'|'.join(sorted(set(CITIES.values())))})(?=\S)")


def looks_like_address(text: str) -> bool:
    """Whether a message has a street with a number, or a city, a postcode or a phone."""
    return bool(STREET.search(text) or PHONE.search(text) or POSTCODE.search(text) or _city(text))


def read(text: str, *, whole: bool) -> Fields:
    """The parts of an address in a message: `line`, `city`, `region`, `postcode`, `phone`, `name`.

    `whole`: whether the message answers "what is the address?", so that all of it is one;
    otherwise only what follows "to" and looks like an address is.
    """
    found: Fields = {}
    rest = text.translate(PLAIN).strip()  # as typed: traditional characters stay
    for name, pattern in (("name", NAME), ("phone", PHONE), ("postcode", POSTCODE)):
        if match := pattern.search(rest):
            found[name] = match[match.lastindex or 0].strip()
            rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    rest = _after_lead(OF_PHONE.sub(" ", rest), whole)
    if looks_like_address(rest) or (rest and whole and not found and re.search(r"\w{2}", rest)):
        found |= _chinese(rest) if IS_HAN.search(rest) else _english(rest)
    return found


def corrected(old: Mapping[str, str], new: Fields) -> Fields:
    """New parts of an address, where one that is but a flat or a room keeps the old street."""
    line, unit = old.get("line", ""), UNIT.fullmatch(new.get("line", ""))
    if not unit or not line or new.keys() - {"line"}:
        return new
    word = unit["kind"] or unit["zh"]
    same = rf"(?<![A-Za-z]){word}\s*\w+" if unit["kind"] else rf"[A-Za-z\d-]+{word}"
    if re.search(same, line, re.IGNORECASE):
        return {"line": re.sub(same, new["line"], line, count=1, flags=re.IGNORECASE)}
    return {"line": f"{line}{new['line']}" if unit["zh"] else f"{new['line']}, {line}"}


def merged(old: Mapping[str, str], new: Fields) -> Fields:
    """The old address with new parts; what belonged to the old place goes with it."""
    new = corrected(old, new)
    gone: set[str] = set()
    if "city" in new:
        gone |= {"region", "postcode"}
    elif "line" in new:
        gone.add("postcode")
    return {**{k: v for k, v in old.items() if k not in gone}, **new}


def printed(address: Mapping[str, str], *, zh: bool) -> str:
    """One line as it will stand on the parcel: the place, then who receives it."""
    of = {name: address.get(name, "") for name in
          ("region", "city", "line", "postcode", "name", "phone", "country")}  # fmt: skip
    if zh and IS_HAN.search(of["line"]):
        place = "".join((of["region"], of["city"], of["line"]))
        return "，".join(filter(None, (place, of["postcode"], of["name"], of["phone"])))
    city = " ".join(filter(None, (of["city"], of["postcode"])))
    parts = (of["line"], city, of["region"], of["country"], of["name"], of["phone"])
    return ", ".join(filter(None, parts))


def _after_lead(text: str, whole: bool) -> str:
    """What follows the last lead-in before any number: there the address begins.

    Without a lead-in all of the text is one, if it was asked for or begins as addresses do.
    """
    text = NO.sub("", text).strip()
    for match in reversed(list(LEAD.finditer(text))):
        before, rest = text[: match.start()], text[match.end() :]
        if not re.search(r"\d", before) and looks_like_address(rest):
            return rest.strip(EDGES)
    begins = BEGINS.match(text) or ZH_REGION.match(text) or ZH_CITY.match(text)
    return text.strip(EDGES) if whole or begins else ""


def _english(text: str) -> Fields:
    parts = [part.strip(" .") for part in re.split(r"[,，;\n]", text) if part.strip(" .")]
    found: Fields = {}
    while len(parts) > 1 and COUNTRY.fullmatch(parts[-1]):
        parts.pop()
        found["country"] = "CN"
    if len(parts) > 1 and parts[-1].lower() in REGIONS:
        found["region"] = parts.pop()
    if len(parts) > 1 and not re.search(r"\d", parts[-1]):
        found["city"] = parts.pop()
    elif city := _city(parts[-1]):
        found["city"] = city
        left = re.sub(rf"[\s,]*\b{re.escape(city)}\b[\s,]*$", "", parts.pop(), flags=re.IGNORECASE)
        parts += [left] if left else []
    line = ", ".join(parts)
    return found | ({"line": line} if line else {})


def _city(text: str) -> str:
    """A known city at the end of an English text, or in a Chinese one."""
    low = text.strip(" .,").lower()
    for name in CITIES:
        if low == name or low.endswith((f" {name}", f",{name}")):
            return text.strip(" .,")[-len(name) :]
    return next((name for name in CITIES.values() if name in text), "")


def _chinese(text: str) -> Fields:
    found: Fields = {}
    rest = re.sub(r"[\s,，]+", "", text)
    rest = re.sub(r"^是?(中国大陆|中国|中國)?", "", rest)
    for name, patterns in (("region", (ZH_REGION,)), ("city", (ZH_CITY, ZH_PLAIN))):
        for pattern in patterns:
            if name not in found and (match := pattern.match(rest)):
                found[name] = match[1]
                rest = rest[match.end() :]
    if not found and rest in CITIES.values():
        return {"city": rest}
    return found | ({"line": rest} if rest else {})
