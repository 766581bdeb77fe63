"""The Chinese words of questions by what they say."""

from functools import cache

from explorer.data.finding.questions import applications, buyers_by_industry, currencies, named_rules
from explorer.data.finding.questions.forms import patterns
from explorer.data.finding.questions.harmless_words import HARMLESS
from explorer.data.finding.questions.meanings import Meaning

_WORDS: dict[Meaning, str] = {
    Meaning.WISH: "想 打算 计划 准备 希望 拟 要",
    Meaning.QUESTION: (
        "了没 了没有 没 算不算 属不属于 是否属于 是真的吗 真的吗 是真的么 对吗 对不对 对吧 是这样吗 吗 么 嘛 "
        "在不在 在没在 是不是 有没有 是否"
    ),
    Meaning.NOT: "不 没 没有 未 不能 不可 不可以 不得 不准 不允许 无法 不再 不用 不需要 无需 非",
    Meaning.WHAT: "什么 哪种 啥 什么样 是什么 是啥 何 有何",
    Meaning.WHICH: "哪些 哪个 哪几种 哪几个 哪",
    Meaning.WHO: "谁 谁家 哪国 哪家 哪些人",
    Meaning.WHERE: (
        "从哪儿来 从哪儿 哪儿来 从哪里来 从哪来 来自哪里 来自哪国 来自哪些国家 从哪里 从哪 自哪里 哪里 哪儿 何处 "
        "何地 什么地方 从何处"
    ),
    Meaning.WHEN: (
        "到什么时候 至何时 到何时 直到什么时候 直到何时 到哪天 至什么时候 到几时 到什么时候为止 到哪一天 到哪一年 "
        "到哪年 到几号 到几月 到几月几号 到几月几日 到何日 至何日 至哪天 到啥时候 截至何时 截止到什么时候 "
        "截至什么时候 是何时 是哪年 是哪一年 是哪天 是哪一天 什么时候 何时 什么时间 哪天 哪一天 几时 几月几日 "
        "几月几号 几号 是什么时候 啥时候 哪一年 哪年 什么日期 哪个日期 何日"
    ),
    Meaning.WHY: "为什么 为何 为啥 原因",
    Meaning.OTHER: (
        "应该 该不该 更 更多 更严 比 相比 比较 对比 认为 你认为 您认为 觉得 觉 看法 意见 预测 预计 预期 可能 也许 "
        "大概 投资 股票 股价 建议 推荐 军民 制裁 关税 税率 税 回收 储量 储备 从未 曾经 总是 往往 以前 之前 "
        "之后再 经由 转口 转运 过境 间接 只有 仅 还是 如果 假如 假设 若 万一 倘若 下一个 下一步 上一个 上一次 "
        "下一次 停止 不再禁止 最便宜 便宜 值得 会不会 好不好 军用 民用 军方 军队 消费 消耗"
    ),
    Meaning.HOW: "多大程度 多大程度上 在多大程度上 程度 多大 有多大 多高 有多高 多强 有多强 多么 多严重 多",
    Meaning.HOW_MUCH: "多少吨 几吨 多少 几 有多少",
    Meaning.HOW_LONG: "多久 多长时间 多少天 几天 多长 还有多久 还有几天 还有多少天",
    Meaning.SINCE: (
        "从哪个月 从哪个月开始 从哪个月起 从哪月 从什么时候 自什么时候 从何时 自何时 从什么时候起 从什么时候开始 "
        "何时起 何时开始 什么时候开始 什么时候起 以来 多久了 多长时间了 从哪天起 从哪一天开始 从几时 自哪天 "
        "从哪天 从哪天开始 从哪一天 从哪年 从哪一年 从哪年开始 从哪一年开始 从哪一天起 自何日起 从何时起 "
        "从何时开始 自何时起 自哪一天起 从啥时候 从啥时候开始 起始日期 开始日期 实施日期 生效日期 起始日 始于何时 "
        "始于什么时候 始于哪年 始于"
    ),
    Meaning.UNTIL: (
        "到什么时候 至何时 到何时 直到什么时候 直到何时 到哪天 至什么时候 到几时 到什么时候为止 为止 到哪一天 "
        "到哪一年 到哪年 到几号 到几月 到几月几号 到几月几日 到何日 至何日 至哪天 到啥时候 截至何时 "
        "截止到什么时候 截至什么时候"
    ),
    Meaning.MAY: (
        "有问题 有没有问题 没问题 没有问题 有障碍 行 行吗 行不行 还行 行得通 可行 成吗 让 让不让 准 准不准 许不许 "
        "允不允许 可以 能 能否 可否 能不能 可不可以 是否可以 是否能 是否允许 允许 准许 可 不能 不可 不可以 不得 "
        "不准 不允许 无法 合法 是否可 能够 自由 获准 是否合法"
    ),
    Meaning.NEED: (
        "需要 需 必须 须 要求 需不需要 是否需要 不需要 无需 要不要 是否要 是否需 是否须 得要 要 用不用"
    ),
    Meaning.EXPORT: (
        "出口 运 运往 运到 发往 卖 卖给 销往 销售 输出 寄 发货 外运 出境 运输 运送 输往 出售 寄往 邮寄 寄送 快递 "
        "交货 交付给 交给 转让 转让给 移交 转移 发 寄 出货 寄到 发到 卖到 卖往 出口到 出口至 出口给 出口往 带 "
        "交付 发运 送到 运去 运至 销售给 出售给 外销 进入 流向"
    ),
    Meaning.IMPORT: "订 订了 下单 下了单 进口 购买 买 采购 买到 买入 输入 获得 订购 购进 购入 引进",
    Meaning.BAN: (
        "不让 不许 禁止 禁 禁运 禁令 禁售 不得 不准 不允许 拒绝 封锁 出口禁令 被禁 被禁止 犯法 违法 违规 非法 "
        "停止出口 限售 不予许可"
    ),
    Meaning.LICENCE: (
        "申领 批文 批件 出口证 许可文件 许可手续 报批 许可 许可证 出口许可 出口许可证 审批 批准 申请 办理 办 证 "
        "许可制度 许可证制度 许可要求 许可管理 许可证管理"
    ),
    Meaning.CONTROL: (
        "两用物项 两用物品 管制物项 管制物品 管 开始管 被管 管不管 管没管 管得严 受不受限 受不受管制 受不受控 "
        "限不限制 适用 适用于 管制 受管制 出口管制 受限 受限制 管控 限制 控制 规定 规则 政策 措施 管理 列入管制 "
        "纳入管制 实施管制 有效 管制措施 限制措施 管制规定 受控 制度 设限 条件 约束 手续 要求 被管制 列管"
    ),
    Meaning.QUOTA: "配额 出口配额 限额 配额制",
    Meaning.STATUS: "出口情况 管制情况 出口状况 出口现状 状态 现状",
    Meaning.PAUSE: "暂停状态 处于暂停状态 暂停 暂缓 中止 停止执行 暂停实施 暂停执行 暂停期 暂停期限 暂停有效期",
    Meaning.BEGIN: (
        "实行 开始 生效 实施 起 施行 执行 启动 出台 推出 引入 起始 开始实施 开始执行 正式实施 列入 纳入 列入管制 "
        "纳入管制 实施管制"
    ),
    Meaning.BASIS: "法律依据 依据 根据 法规依据",
    Meaning.HISTORY: "历史沿革 历程 时间线 大事记 来龙去脉",
    Meaning.FIGURES: "图表 数据 统计 统计数据 数字",
    Meaning.END: (
        "满 到头 期满 结束 到期 恢复 解除 失效 截止 终止 期满 完 重新 届满 持续 再 还剩 剩 剩下 恢复实施 有效 "
        "延续 过期 取消 满期"
    ),
    Meaning.OUTSIDE: "除了 除 以外 之外",
    Meaning.SUBSTITUTE: "替代 替代品 替代物 替代材料 代替 取代",
    Meaning.AFTER: "之后 以后 后",
    Meaning.OUTRIGHT: "完全 全面 彻底",
    Meaning.DEADLINE: (
        "截止日期 截止日 截止时间 到期日 到期日期 到期时间 终止日期 失效日期 有效期 有效期限 期限 时限 最后一天"
    ),
    Meaning.YEARLY: "一年 每年 年",
    Meaning.OVER_A_YEAR: "一年内 一年来 一年里 一年间 同比",
    Meaning.NET: (
        "自给自足 能自给自足 能否自给自足 净进口国 净出口国 净 净进口依赖 净进口依赖度 净进口依存度 净进口依赖程度"
    ),
    Meaning.FIRST: "首次 最初 最早 第一次 首度",
    Meaning.CHANGE: "变化 变动 变更 变 改变 更新 发生 调整 动态 新闻 事件 消息 不同 进展 变了",
    Meaning.NEW: "新规 新政 新 新的 新增 新出台",
    Meaning.PAST: "是什么时候 是何时 是哪年 是哪一年 是哪天 是哪一天 曾 涨了 跌了 上涨了 下跌了",
    Meaning.PRICE: (
        "均价 年均价 月均价 平均价 平均价格 价格 价 价钱 多少钱 行情 售价 报价 单价 价值 成本 贵 市价 价位 卖多少钱 "
        "值多少钱 怎么卖"
    ),
    Meaning.AVERAGE: "平均 均价 年均价 月均价 平均价 平均价格 平均价是 均",
    Meaning.MOVE: "上涨了 下跌了 涨 跌 上涨 下跌 涨了 跌了 走势 变化 变动 涨幅 跌幅 趋势 历史 走向",
    Meaning.UNIT: "一公斤 每公斤 公斤 千克 每千克 一千克 吨 每吨 一吨 市场",
    Meaning.PRODUCE: (
        "在产 产多少 生产 产 产量 出产 制造 开采 冶炼 提炼 精炼 生产国 产国 生产商 产地 生产者 供应量 制造商 "
        "矿产量 产自 生产大国 主产国 采矿 矿山产量"
    ),
    Meaning.COMPANY: "公司 企业 厂家 厂商 工厂",
    Meaning.COUNTRY: "国家 国 各国 各个国家",
    Meaning.WORLD: "世界 全球 全世界 世界上 全球范围",
    Meaning.MAIN: "主要 最大 最多 最主要 第一 最重要 重要 常见 最高 排名 排行 榜首 居首 头号 主要的 大部分",
    Meaning.SHARE: "份额 占比 占 比例 百分比 比重 百分之几 占多少",
    Meaning.USE: (
        "作用 用来做 用来制造 用来生产 用于做 用于制造 用途 用于 用来 用在 应用 用处 使用 用 做什么 干什么 干嘛 "
        "干啥 干嘛用 做啥 用于什么 有什么用 有什么用途 有哪些用途 制作 用到 应用领域 做成 派什么用场 行业 领域 "
        "拿来"
    ),
    Meaning.DEPEND: (
        "依赖 依存 依存度 依赖度 依赖性 依赖程度 依靠 对外依存度 进口依赖 进口依赖度 进口依存度 依赖于 有多依赖 "
        "进口依赖程度 净进口依赖 净进口依赖度 净进口依存度 净进口依赖程度 多依赖"
    ),
    Meaning.SUPPLY: (
        "从哪儿来 哪儿来 从哪里来 从哪来 来自哪里 来自哪国 来自哪些国家 供应 供给 供货给 提供给 供货 来源 来自 "
        "提供 来源于 供应给 进口自 购自 买自"
    ),
    Meaning.SUPPLIER: "供应商 供应国 供货商 来源地 来源国 进口来源 进口来源国 供货国",
    Meaning.RECEIVER: "成员国 客户 买家 买方 工厂 厂 进口商 收货人 子公司",
    Meaning.INDUSTRY: "工业 产业 制造业 经济",
    Meaning.LIST: "清单 名单 列出 一览 列表 目录 管制清单 列举 列入清单",
    Meaning.CRITICAL: (
        "关键矿产 关键矿物 关键金属 关键材料 关键原材料 关键原料 战略金属 战略矿产 战略原材料 战略性矿产 战略材料 "
        "关键 战略"
    ),
    Meaning.LISTED: "认为 看作 当作 当成 看成 列入 列为 纳入 属于 算 认定 认定为 视为 包括 包含 收录 点名 点名了",
    Meaning.ADDED: "新增 新增了 新列入 新纳入 增加 增加了 加入 加入了 新加",
    Meaning.METALS: (
        "金属 材料 矿物 矿产 元素 稀有金属 关键矿产 战略金属 小金属 原材料 关键矿物 战略原材料 关键原材料"
    ),
    Meaning.THINGS: "订单 货 货品 物项 产品 东西 商品 货物 物品",
    Meaning.DOCUMENT: "公告 文件 通知 法规 法律 决定",
    Meaning.SAY: (
        "说 说了 说什么 内容 讲 讲了 讲什么 写 规定 规定了 包括 涉及 意思 写了 讲的 关于什么 介绍 含 含有 "
        "介绍一下 解释 解释一下 说明 概括 总结 讲一下 说一下 管什么 管 主要内容 说的"
    ),
    Meaning.CODE: "编码 海关编码 商品编号 税号 编号 管制编码 商品编码 管制编号 税则号 代码",
    Meaning.ISSUE: "发布 公布 颁布 发出 宣布",
    Meaning.TO: "到 至 往 向 对 赴 给 朝",
    Meaning.FROM: "从 自 由",
    Meaning.AND: "和 与 及 以及 跟 同",
    Meaning.OR: "或 或者",
    Meaning.FUTURE: "会 将 将会 是否会",
}
_COUNTERS = "个种份项部条家类款批国张号份"
# In these the particle of a destination is joined to a short name that is used nowhere else.
_SHORT_NAMES = {
    "美": "USA", "日": "JPN", "欧": "EUU", "台": "TWN", "韩": "KOR", "华": "CHN", "俄": "RUS", "印": "IND", "英": "GBR",
    "德": "DEU", "法": "FRA", "澳": "AUS",
}  # fmt: skip
SHORT_PLACES = {f"{particle}{name}": place for particle in "对赴输销" for name, place in _SHORT_NAMES.items()}


def _which() -> list[str]:
    """Return the words for `which` with the words that count things: `哪几种`, `哪一份`."""
    return [f"哪{number}{counter}" for number in ("", "一", "几", "些") for counter in _COUNTERS]


@cache
def words() -> dict[str, frozenset[Meaning]]:
    """Return the words with what they say."""
    table: dict[str, set[Meaning]] = {}
    listed = [*_WORDS.items(), *((Meaning.FUNCTION, group.chinese) for group in HARMLESS)]
    for meaning, texts in listed:
        for word in texts.split():
            table.setdefault(word, set()).add(meaning)
    for meaning, names in (
        (Meaning.RECEIVER, buyers_by_industry.CHINESE),
        (Meaning.NAMED_RULE, named_rules.CHINESE),
        (Meaning.APPLICATION, applications.BY_WORD),
        (Meaning.CURRENCY, currencies.BY_WORD),
        (Meaning.WHICH, _which()),
    ):
        for word in names:
            if not word.isascii():
                table.setdefault(word, set()).add(meaning)
    for word in patterns():
        if not word.isascii():
            table.setdefault(word, set()).add(Meaning.FORM)
    return {word: frozenset(meanings) for word, meanings in table.items()}
