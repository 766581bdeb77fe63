"""A negated question is answered in its sense or refused, never as though the negation were missing."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.finding.questions.ask import Reply, ask
from explorer.data.store import Store

DAY = date(2026, 11, 28)


def reply(store: Store, text: str) -> Reply:
    return ask(store, text, Context(DAY, "CHN", "ALL"), DAY)


@pytest.mark.parametrize(
    "text",
    [
        "which rare earths are NOT controlled by china",
        "which rare earths aren't controlled",
        "WHICH RARE EARTHS AREN'T BANNED",
        "which rare earths need no licence",
        "which rare earths may be exported without a licence",
        "which rare earths are free of controls",
        "which rare earths are still free",
        "which rare earths may go freely to Japan",
        "which rare earths are no longer controlled",
        "which rare earths are unbanned",
        "which rare earths are non-controlled",
        "which tungsten products are licence-free",
        "which metals are not banned",
        "which metals are banned except gallium",
        "which metals other than gallium are banned",
        "NOT controlled rare earths",
        "rare earths not controlled",
        "rare earths that need no export licence to Germany",
        "since when is gallium no longer controlled",
        "until when is no licence needed for holmium",
        "until when can gallium be exported without a licence",
        "what is gallium not used for",
        "what is gallium used for besides chips",
        "who does not produce gallium",
        "who supplies Germany with bismuth except China",
        "what share of Germany's bismuth does not come from China",
        "which metals does Germany not import from China",
        "price of gallium excluding China",
        "what changed in July 2026 except helium",
        "which metals are not on the EU critical list",
        "which critical lists do not include copper",
        "what does announcement 46 of 2024 not cover",
        "what does 8112921090 not cover",
        "哪些稀土不受管制",
        "哪些稀土没有被中国管制",
        "哪些稀土未列入管制",
        "哪些稀土无需许可证",
        "哪些稀土可以自由出口",
        "非管制稀土有哪些",
        "哪些金属无需许可",
        "除了镓还有哪些金属被禁止",
        "镓从什么时候起不受管制",
        "钬到什么时候不需要许可证",
        "镓不用于什么",
        "谁不生产镓",
        "德国除中国以外从哪里进口铋",
        "哪些金属不在欧盟关键原材料清单上",
    ],
)
def test_what_is_not_the_case_is_not_answered_as_what_is(store: Store, text: str) -> None:
    found = reply(store, text)
    assert found.reading is None and found.text


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("is gallium not controlled", "status"),
        ("镓不受管制吗", "status"),
        ("三氧化二锑卖到比利时有什么限制没有", "status"),
        ("can gallium be exported without a licence", "status"),
        ("is 8112921090 not listed", "code"),
        ("which metals may not be exported to Japan", "list"),
        ("since when may gallium not be exported to the US", "since"),
        ("镓从什么时候起不能出口到美国", "since"),
        ("who produces gallium except China", "producers"),
        ("除了中国谁生产镓", "producers"),
    ],
)
def test_what_applies_answers_a_negated_question_of_yes_or_no(store: Store, text: str, intent: str) -> None:
    found = reply(store, text)
    assert found.reading is not None and found.reading.intent == intent


def test_the_reason_says_what_can_be_asked(store: Store) -> None:
    assert "Ask what is banned" in reply(store, "which rare earths are not controlled").text
