"""The words by which a clause beside a question is known: courtesies, who asks and why, and what restricts."""

import re

from explorer.data.finding.questions.rule import named


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


# A clause of these words alone is a courtesy.
COURTESIES = words(
    "a about advance advice afternoon again ahead all also am an and answer any anybody anyone appreciate "
    "appreciated are as assistance at back be best bother bothering can cheers colleagues correct could "
    "curious day days dear disturb easily else evening everybody everyone excuse faithfully fellow folks "
    "for forward from good grateful great greetings guys have hear hello help helpful hey hi hope "
    "hopefully how i i'd i'm in is it it's just kind kindest kindly know last let looking lot lots luck "
    "madam many me more morning much my nice of ok okay on one please problem question quick quickly "
    "really regards reply right sincerely sir sirs so soon sorry support swift team thank thankful thanks "
    "that the there thing this time to trouble truly us very warm we weekend welcome well wishes with "
    "wonder wondering would yes you your yours yourself"
)
CHINESE_COURTESIES = re.compile(
    r"(?:您好|你好|大家好|各位好|老师好|非常|十分|万分|谢谢|多谢|感谢|谢了|谢过|先|您|你|啦|了|的|回答|解答|帮助|帮忙|"
    r"麻烦|辛苦|拜托|打扰|不好意思|早上好|上午好|中午好|下午好|晚上好|请问|请教|请|一下|急|在线等|很|祝好|此致|敬礼|"
    r"各位|老师|朋友|大神|指教|赐教|期待|回复|大家|呀|啊|哈|吧|好|嗨|哈喽|我|想|问|个|问题|有|求助|求教)+"
)
GREETINGS = ("hi", "hello", "hey", "dear")
# Words for the one who asks.
ASKERS = words("i i'd i'm i've me mine my myself our ours ourselves us we we'd we're we've")
CHINESE_ASKERS = re.compile("我|本人|俺|咱|本公司|本店|本厂|敝司|笔者|本报|本刊")
OPENINGS = re.compile(
    r"^(?:as an? |here at |on behalf of |as part of |in connection with |in the context of |speaking as |"
    r"asking (?:as|for|on behalf of) |(?:preparing|trying|writing|working|planning|studying|researching|checking|"
    r"drafting|reading|covering|following|thinking|hoping|looking)\b)",
    re.IGNORECASE,
)
# Words for a purpose, a profession or for asking.
TASKS = words(
    "analyst apprentice article asap ask asked asking asks assignment assistant audit auditor background "
    "beginner blog blogger board boss briefing broadcast broker bulletin chapter check class colleague "
    "compliance conference consultant course curiosity deadline debate department desk dissertation "
    "documentary editor editorial enquiry essay exam factbox feature handout help hobby homework inquiry "
    "intern internship interview interviewing journal journalist know lawyer lecture lecturer lesson "
    "listener magazine manager meeting memo newbie newcomer newsletter newspaper newsroom notes office "
    "panel paper piece podcast policy presentation professor project pupil purchasing query question "
    "questions quiz radio reader readers report reporter request research researcher researching revision "
    "sanity school schoolwork secretary seminar slide slides spreadsheet story student students study "
    "studying teacher team television thesis trainee training tutor tutorial tv university urgent "
    "urgently viewer webinar website wondering wonders workshop write writing written wrote"
)
CHINESE_TASKS = re.compile(
    "PPT|展示|演示|核实|查证|作业|论文|报道|文章|稿|新闻|报告|上课|备课|课程|课堂|课题|课件|学生|大学|记者|编辑|老师|教师|研究|领导|老板|会议|开会|考试|毕业|"
    "采访|好奇|合同|签约|汇报|简报|演讲|实习|小组|写作|专栏|公众号|视频|科普|新手|咨询|请教|询问|提问|求助|想问|想知道|想了解|采购|法务|合规|部门|急"
)
# Those that a place before them is only the home of, and no place of goods: `a German newspaper`.
PRESS = words(
    "broadcaster editor journal journalist magazine newsletter newspaper podcast professor radio reporter "
    "researcher school student teacher television tv university"
)
# Words that say when goods leave, so that a date beside them is that of the question.
SHIPPING = words(
    "cargo collection consignment container deliver delivered deliveries delivery depart departs "
    "departure dispatch etd export exports goods leaves load loaded loading order pickup sailing ship "
    "shipment shipments shipping ships vessel"
)
CHINESE_SHIPPING = re.compile("发货|装船|装运|交货|出货|启运|船期|开船|报关|出口|运输|交付|发运|订单")
# Meanings that a clause beside a question may have.
HARMLESS = named(
    "FUNCTION AUXILIARY FOR OF AND TO IN FROM ON BY COMPANY RECEIVER SUPPLIER WISH NEW CODE IMPORT PRODUCE "
    "THINGS METALS PAST FUTURE USE INDUSTRY SAY DOCUMENT ISSUE MAIN COUNTRY WORLD BEGIN END MOVE FIRST NEED "
    "MAY CHANGE "
    "EXPORT EXPORTS LISTED PRICE SHARE SUPPLY DEPEND CRITICAL OR LIST APPLICATION"
)
# And one on something else, which is not about who asks.
HARMLESS_REMARK = named(
    "FUNCTION AUXILIARY FOR OF AND TO IN FROM ON BY WISH NEW FIRST PAST FUTURE SAY COMPANY"
)
# And one that says which metal the question is about, with words for an order and where it is.
OF_GOODS = named(
    "FUNCTION AUXILIARY FOR OF AND TO IN FROM ON BY COMPANY RECEIVER SUPPLIER WISH NEW IMPORT PRODUCE THINGS "
    "METALS PAST EXPORT EXPORTS FORM INDUSTRY"
)
ON_THE_WAY = words(
    "airport arrived arriving batch booked busy cargo container containers customs deal deals depot dock harbor "
    "harbour held job leaving lorry loaded loading lot packed packing parcel pallet pallets pending port "
    "quay ready "
    "scheduled sitting sits stored stuck terminal truck waiting waits warehouse work works working yard"
)
CHINESE_ON_THE_WAY = re.compile(
    r"(?:一|这|批|票|柜|单|港口|码头|机场|仓库|堆场|海关|等着|等待|等|待|滞留|装箱|装柜|停在|放在|存放|压在|"
    r"卡在|卡|压|停|滞|做|生意|工作)+"
)
ENDS_OF_SENTENCES = frozenset(".:;!—–\n。：；！")
# In other questions these restrict; in a statement on who asks they do not.
UNRESTRICTING = words(
    "always another because before believe best better compare comparing comparison expect expected feel "
    "forecast invest investment often opinion other outlook reason stock stocks tax taxes think 建议 意见 投资 "
    "看法 税 股票 觉得 认为"
)
# Those that are about the goods, or about someone else, where beside them stands a word that is not known.
ABOUT_GOODS = named("THINGS METALS SUPPLIER RECEIVER")
# With one of these such a clause is about a text or a question all the same.
TEXTS = words(
    "article ask asked asking asks assignment blog book briefing bulletin chapter class course debate "
    "department desk dissertation documentary enquiry essay exam homework inquiry know lecture lesson "
    "listener magazine memo newsletter newspaper paper piece podcast presentation query question "
    "questions quiz reader readers report request seminar slide slides story team thesis viewer webinar "
    "wondering wonders workshop write writing written wrote"
)
OWN_PLACES = words("factories factory plant plants warehouse 厂 工厂")
# Words that restrict, negate or change what may be exported; a clause with one of them is never set aside.
RESTRICTING = words(
    "above after aircraft although ammo ammunition apart approved armament armaments armed armor armour "
    "armoured assume assumed atomic authorised authorized bar battle below beneath besides blacklist "
    "blacklisted bomb bombs bonded but care cares classified cleared coated combat combined compliant "
    "concentrate concentration contain containing contains content contractor currency daily denied "
    "diameter diplomatic discount disregard disregarding dollars doped drone drones dual-use either "
    "embargoed enriched entity especially euro euros excepted exception exclude excluded exclusively "
    "exempt exemption explosive explosives fighter fighters focus focused focuses form former forms gift "
    "grade gross gun guns however humanitarian ignore ignored ignoring imagine impure including "
    "intelligence interested jet jets kind laundering lease leaving licensed list listed lists loan "
    "matter matters mean meaning means merely mixed mixture monthly mostly munition munitions named "
    "namely nato naval navy neither net nor nuclear occupied omit omitting ounce ounces outside "
    "particularly partly pentagon permitted personal police pounds prefer preferably pretend private "
    "processed prohibited pure purity quality quarterly re-export re-exported re-exporting reactor "
    "reexport refined refurbished refused regardless relabel relabelled repackage repair restricted "
    "return returned rmb rocket rockets sample samples satellite satellites second-hand secret secretly "
    "security shell size skip smuggle smuggling solely space spacecraft spy state-owned submarine "
    "submarines surveillance temporary thickness third third-country though tonnage torpedo torpedoes "
    "transhipment transship transshipment troops unit units unlike unprocessed unrefined until untreated "
    "used value veto volume war warfare warhead warheads warranty warship warships weaponry weekly weight "
    "within yen yet yuan zone"
)
CHINESE_RESTRICTING = re.compile(
    "军|国防|武器|导弹|核武|核能|核电|核反应|核材料|核燃料|无人机|雷达|舰|战机|弹|炮|再出口|转口|转运|第三国|纯|含|规格|型号|但|不过|不|没|未|无|非|除|只|仅|排除|"
    "关心|关注|侧重|以外|之外|若|如果|假设|假如|万一|样品|二手|保税|走私|实体|黑名单|制裁|吨|公斤|千克|卫星|航天|间谍|情报|警|豁免|例外|已获|获批|批准"
)
# Before these a word that is not known can be a place from which or to which goods go.
OF_DIRECTION = named("FROM TO")
WITHIN = ("at", "near", "在", "位于")
TRADING = named("EXPORT EXPORTS IMPORT SUPPLY SUPPLIER THINGS METALS PRODUCE")
BEFORE_VERBS = named("WISH NEED")
WEEKDAYS = words("chinese english friday monday saturday sunday thursday tuesday wednesday")
# Before a year these say that the question is about it.
ABOUT = words("about concern concerning concerns cover covering covers for is regarding")
CHINESE_ABOUT = re.compile("关于|问的是|针对|说的是")
# Words of a question that refer to what was said before.
REFERRING_TO_PLACE = words("here it its there 它 那边 那里")
REFERRING = words("he same she such their theirs them these they those 他们 它们 此类 该 这些 那些")
