"""How questions write days, months, quarters, halves and years."""

import re

MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
YEAR = r"(?:19|20|21)\d{2}"
NUMBER_OF_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_SEEN = r"(?:last|this|next)\s+year"
RELATIVE_YEAR = rf"(?:(?:of\s+)?{_SEEN}|[去今明]年)"
_RELATIVE_DAY_OF_YEAR = (
    rf"(?:{NUMBER_OF_DAY}(?:\s+of)?\s+{MONTHS}\.?,?\s+(?:of\s+)?{_SEEN}|"
    rf"{MONTHS}\.?\s+{NUMBER_OF_DAY},?\s+(?:of\s+)?{_SEEN}|[去今明]年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*[日号])"
)
_RELATIVE_MONTH = rf"(?:{MONTHS}\.?,?\s+(?:of\s+)?{_SEEN}|[去今明]年\s*\d{{1,2}}\s*月份?)"
A_DATE_IN_RELATIVE_YEAR = rf"(?:{_RELATIVE_DAY_OF_YEAR}|{_RELATIVE_MONTH})"
A_DAY = (
    rf"(?:{YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]{YEAR}|"
    rf"{NUMBER_OF_DAY}(?:\s+of)?\s+{MONTHS}\.?,?\s+{YEAR}|{MONTHS}\.?\s+{NUMBER_OF_DAY},?\s+{YEAR}|"
    rf"{YEAR}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*[日号]|{_RELATIVE_DAY_OF_YEAR})"
)
A_MONTH = (
    rf"(?:{MONTHS}\.?,?\s+(?:of\s+)?{YEAR}|{YEAR}[-/]\d{{1,2}}(?!\d)|\d{{1,2}}/{YEAR}|"
    rf"{YEAR}\s*年\s*\d{{1,2}}\s*月份?|{_RELATIVE_MONTH})"
)
A_YEAR = rf"(?:(?:the\s+year\s+)?{YEAR}(?!\d)\s*年?)"
# A year by its number or as seen from today; in Chinese its word follows.
_OF_A_YEAR = rf"(?:of\s+|in\s+)?(?:the\s+year\s+)?(?:{YEAR}(?!\d)|(?:last|this|next)\s+year)"
_A_CHINESE_YEAR = rf"(?:{YEAR}\s*年?|去年|今年|明年)"
_ORDER = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"
A_QUARTER = (
    rf"(?:\bQ[1-4][\s/,'-]*(?:of\s+)?{YEAR}|\b{YEAR}[\s/-]*Q[1-4]\b|\b[1-4]Q\s*{YEAR}|"
    rf"\b{_ORDER}\s+quarter\s+{_OF_A_YEAR}|{_A_CHINESE_YEAR}\s*第?\s*[一二三四1-4]\s*季度?)"
)
A_HALF = (
    rf"(?:\bH[12][\s/-]*(?:of\s+)?{YEAR}|\b{YEAR}[\s/-]*H[12]\b|\b(?:first|second|1st|2nd)\s+half\s+{_OF_A_YEAR}|"
    rf"{_A_CHINESE_YEAR}\s*[上下]半年)"
)
A_RELATIVE_DAY = r"(?:today|yesterday|tomorrow|今天|昨天|明天|今日|昨日|明日|前天|后天)"
_LONG = rf"(?:{A_DAY}|{A_QUARTER}|{A_HALF}|{A_MONTH}|{A_YEAR})"
_NAMED = rf"(?:{_LONG}|(?:last|this|next)\s+(?:year|month|quarter))"
AN_END = (
    rf"(?:\b(?:the\s+)?(?:very\s+)?end\s+of\s+{_NAMED}|{_A_CHINESE_YEAR}\s*年?(?:底|末)|"
    rf"{YEAR}\s*年\s*\d{{1,2}}\s*月[底末]|(?:上个?|本)月[底末])"
)
A_BEGINNING = (
    rf"(?:\b(?:the\s+)?(?:very\s+)?(?:beginning|start)\s+of\s+{_NAMED}|{_A_CHINESE_YEAR}\s*年?初|"
    rf"{YEAR}\s*年\s*\d{{1,2}}\s*月初)"
)
AN_UNCERTAIN_TIME = rf"(?:\b(?:early|mid|late)(?:\s+in)?[\s-]+{_NAMED}|{_A_CHINESE_YEAR}\s*年?中(?!国))"
ANY = rf"(?:{AN_END}|{_LONG}|{A_RELATIVE_DAY}|now|现在)"
UNITS = r"(?P<unit>days?|weeks?|months?|years?|天|日|周|个?星期|个月|年)"
PERIODS = r"(?P<period>week|month|quarter|year|周|星期|个月|月|年)"
WITHOUT_YEAR = re.compile(
    rf"(?P<before>\b(?:in|during|since|next|last|this)\s+(?=may\b(?!,?\s*\d)))?"
    rf"(?P<date>\b{NUMBER_OF_DAY}(?:\s+of)?\s+{MONTHS}\b\.?(?!,?\s*{YEAR})|"
    rf"\b(?!may\b){MONTHS}\b\.?(?:\s+{NUMBER_OF_DAY}\b)?(?!,?\s*(?:of\s+)?(?:{YEAR}|\d))|"
    rf"(?:(?<=in )|(?<=during )|(?<=since )|(?<=next )|(?<=last )|(?<=this ))may\b(?!,?\s*\d)|"
    rf"\bmay\s+{NUMBER_OF_DAY}\b(?!,?\s*{YEAR})|"
    rf"(?<![年\d])\d{{1,2}}\s*月(?:\s*\d{{1,2}}\s*[日号])?|\bQ[1-4]\b|第[一二三四]季度)",
    re.IGNORECASE,
)
NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "eighteen": 18, "thirty": 30, "十二": 12, "十五": 15, "十八": 18, "二十": 20, "三十": 30,
    "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "半": 0,
}  # fmt: skip
COUNT = rf"(?P<count>\d{{1,4}}|{'|'.join(NUMBERS)})"
# Without one of these a text names no time.
ANY_TIME = re.compile(
    rf"\d|\b{MONTHS}\b|day|now|recent|最近|近期|近来|tomorrow|week|month|quarter|year|天|日(?!本)|周|星期|月|年|季|现在",
    re.IGNORECASE,
)
