"""Words that every rule permits, by the reason why none of them can change an answer."""

from msgspec import Struct


class Harmless(Struct, frozen=True):
    """Words and expressions of both languages that cannot change an answer, for one `reason`.

    English expressions are separated by commas, all words by blanks.
    """

    reason: str
    english: str = ""
    expressions: str = ""
    chinese: str = ""


_TELLING = ("i'm", "i am", "i was", "i've been", "we're", "we are", "we were", "we've been")
_HEARING = (
    "hear",
    "heard",
    "read",
    "understand",
    "gather",
    "assume",
    "think",
    "believe",
    "keep hearing",
    "keep reading",
)
_SOURCES = ("supplier", "boss", "client", "customer", "lawyer", "colleague", "forwarder", "broker", "team")


def _hearsay() -> list[str]:
    """Return the expressions by which a question says from whom something is known, each also with `that`."""
    found = [f"{who} told" for who in _TELLING]
    found += [f"{who} {verb}" for who in ("i", "we", "i've", "we've") for verb in _HEARING]
    found += [
        f"{whose} {source} {verb}"
        for whose in ("my", "our", "a")
        for source in _SOURCES
        for verb in ("says", "said", "claims", "claimed", "thinks", "told me", "told us")
    ]
    found += [
        "they say",
        "people say",
        "someone told me",
        "the news says",
        "the press says",
        "it seems",
        "i saw",
    ]
    found += ["as i understand it", "according to", "as far as you know", "as far as i know"]
    found += ["the data", "in your view of the data"]
    return [f"{text}{more}" for text in found for more in ("", " that")]


HARMLESS = (
    Harmless(
        "Articles, pronouns and forms of verbs: the names beside them say what a question is about.",
        english=(
            "a an the it its it's this that these those there there's here i i'm i've i'd we we're we've we'd you "
            "they he she him his her me my mine our ours your their them one someone somebody anyone anybody "
            "people some any all both own be been being have has had having with as whether like would out itself "
            "themselves ourselves myself exist exists at let get got gotten"
        ),
        expressions="i am, would like, put on, placed on, take place, takes place, in total, for us",
        chinese=(
            "的 是 有 在 被 受 受到 我 我们 你 你们 您 其 它 这 那 该 所 地 得 把 将把 让 之 者 以 此 这个 这种 "
            "这些 一个 一种 一些 个 种 些 份 项 条 款 批 里 中 上 去 来 过 一批 这批 一票 一单 一份 这份 一项 "
            "这项 本 属于 处于"
        ),
    ),
    Harmless(
        "Courtesy, greetings and names of colleagues.",
        english=(
            "please kindly pls plz hi hello hey dear thank thanks thx cheers sorry sir madam colleague colleagues "
            "boss folks team guys mate appreciate appreciated grateful apologies regards ta"
        ),
        expressions=(
            "good morning, good afternoon, good evening, hi there, hello there, hi all, hi everyone, hello "
            "everyone, thank you, thank you very much, thanks a lot, many thanks, many thanks in advance, thanks "
            "in advance, in advance, to whom it may concern, no rush, no hurry, no worries, no problem, kind "
            "regards, best regards, help me, help us, by the way, if you please, if you could, if possible"
        ),
        chinese=(
            "请 请问 您好 你好 大家好 谢谢 多谢 麻烦 帮忙 帮我 帮看 请帮忙 请告知 老师 各位 同事 老板 采购部 "
            "销售部 合规部 法务部 物流部 市场部 部门 吧 呢 啊 呀 哦"
        ),
    ),
    Harmless(
        "Words for asking, wanting to know and looking up: that a question is asked does not say what.",
        english=(
            "explain describe question questions query tell show give find know wonder wondering ask asks asking "
            "confirm check checking verify advise clarify clarification remind answer guidance understand wanna"
        ),
        expressions=(
            "let me know, let us know, tell us, would like to know, like to know, need to know, want to know, "
            "wants to know, wanted to know, quick question, follow up, have a question, would like to know if, "
            "like to know if, need to know if, want to know if, wants to know if, let me know if, let us know if, "
            "tell us if, tell me if, know if, wonder if, wonders if, wondering if, ask if, asks if, check if, "
            "checking if, see if, confirm if, clarify if, advise if, verify if, understand if, figure out if, "
            "figure out, find out if, more about, more on, any idea, any idea if, any idea whether, any clue, any "
            "clue if, look up, looking up, find out, find me, find us, pull up, bring up, look at, how do i find, "
            "find the text of, read up on, give me, get me, show me, show us, remind me, not sure, not sure if, "
            "where can i read, where can i find, where do i find, out of interest, out of curiosity, just "
            "curious, i was hoping you could tell me, i would need, we would need, i'd need, we'd need, i need "
            "the, we need the, name some, name a few, name the, name all, please open, what about, how about, if "
            "i want to, if we want to, if i wanted to, if we wanted to, if i wish to, if i need to, if we need "
            "to, if one wants to, in order to, i should be aware of, we should be aware of, to be aware of, "
            "should i be aware of, i should know about, we should know about, to watch out for, double check, "
            "double check if, can someone check"
        ),
        chinese=(
            "想知道 想了解 想请教 请教 咨询 知道 告诉 一下 问一下 问 问题 查 查一下 查询 查查 找 找一下 找找 "
            "帮我找 帮我找一下 帮我查 帮我查一下 帮我查查 看看 看一下 我想看 想看 想看看 给我看 调出 打开 "
            "了解一下 了解 求助 求问 想问 想问一下 请教一下 想请问 能否告知 能不能告诉我 你知道 您知道 随便问问 "
            "整理 整理一下 梳理 梳理一下 汇总 汇总一下 列一下 确认 确认一下 核实 核实一下 吗请 公司想"
        ),
    ),
    Harmless(
        "Hearsay: who says something does not change what the data say about it.",
        english="reportedly apparently supposedly allegedly seemingly seems",
        expressions=", ".join(_hearsay()),
        chinese="听说 据说 据称 据悉 据了解 有人说 听闻 网上说",
    ),
    Harmless(
        "Verbs of going on and of obeying a rule, which do not say what the rule is.",
        english=(
            "continue continues proceed proceeds manage handle become becomes became respect observe comply obey "
            "fulfil fulfill meet mind face faces encounter advice open case matter topic position together "
            "overall anyway normally usually generally commonly directly therefore thus"
        ),
        expressions="go ahead, keep in mind, take into account, comply with, deal with",
        chinese="继续 遵守 注意 符合 建议一下",
    ),
    Harmless(
        "Emphasis and certainty: the answer gives what is on file with its own certainty.",
        english=(
            "so then just really exactly actually still also yet already such very quick simple simply short "
            "precise precisely specific specifically again even indeed definitely certainly surely truly "
            "genuinely honestly basically essentially literally formally legally officially official kind sort "
            "type properly explicitly well too right"
        ),
        expressions=(
            "if at all, at all, as well, in general, generally speaking, in fact, for sure, in short, in brief, "
            "in a nutshell, in simple terms, in plain english, in plain words, in detail, once and for all, after "
            "all, or so, and so on, e g, i e, for example, for instance, such as, in particular, in practice, of "
            "course"
        ),
        chinese=(
            "了 还 仍 仍然 也 都 就 又 已 已经 已被 具体 到底 究竟 直接 一般 通常 真的 真 确实 其实 正式 大概是 "
            "所有 全部"
        ),
    ),
    Harmless(
        "The present, which is the day in view.",
        english="currently current presently present latest newest nowadays now",
        expressions=(
            "at the moment, right now, at present, these days, at this time, for now, as of now, as it stands, as "
            "things stand, at this point, at this stage, so far, to date, as we speak, on that day, on that date, "
            "on this day, on this date, by then, at that time, at that date, on the day, latest year, most recent "
            "year, for the time being, at the minute, under the current rules, as yet"
        ),
        chinese=(
            "现在 目前 当前 现阶段 如今 眼下 现时 现今 时下 最近 最新 近期 那天 当天 当日 这天 那时 当时 目前来看 "
            "截至目前 时 时间 时候"
        ),
    ),
    Harmless(
        "Those who export or ask, for whom the rules are the same, and those who apply the rules.",
        english=(
            "exporter exporters trader traders mofcom ministry customs"
        ),
        expressions=(
            "my company, our company, our firm, my firm, my client, our client, a client, my boss, our boss, "
            "ministry of commerce, customs authorities, for our company, for my company, the authorities"
        ),
        chinese=(
            "商务部 海关总署 海关 我们公司 我公司 我司 本公司 我方 我们客户 我们的客户 我国 咱们 出口商 贸易商 "
            "外贸公司 货代 企业要 公司要"
        ),
    ),
    Harmless(
        "The subject of a question and the form of its answer: the answer has one form.",
        english=(
            "about regarding concerning under info information facts detail details explained explanation "
            "overview briefly"
        ),
        chinese=(
            "关于 对于 对应 对应的 而言 来说 的话 方面 情况 如何 怎样 怎么样 怎么 是什么 是多少 相关 有关 地区 "
            "信息 资料 详情"
        ),
    ),
)  # fmt: skip
# Polite openings, which add nothing where `if` or `that` follows.
POLITE_OPENINGS = (
    "we'd love to know, i'd love to know, i'm curious, we're curious, i am curious, do you happen to know, would "
    "you happen to know, do any of you know, have you any idea, do you have any idea, could you let me know, can "
    "you let me know, could you let us know, can you let us know, could you explain, can you explain, i'd be "
    "grateful to know, i want to find out, we want to find out, i'm trying to find out, we're trying to find out, "
    "i'd like to find out, i'd like to ask, we'd like to ask, am i correct, may i ask, may we ask, can i ask, "
    "could i ask, might i ask, can you tell me, could you tell me, can you tell us, could you tell us, could you "
    "please tell me, can you please tell me, would you know, do you know, can you confirm, can anyone say, can "
    "anyone tell me, can anybody tell me, does anyone know, does anybody know, could someone tell me, can someone "
    "tell me, can you say, could you say, who can tell me, could you confirm, could you please confirm, can you "
    "check, could you check, could you please check, could you advise, can you advise, please advise, please "
    "confirm, please check, i would like to know, i'd like to know, we would like to know, we'd like to know, i "
    "need to know, we need to know, i was wondering, we were wondering, is it true, is it correct, is it the "
    "case, am i right, are we right"
)
