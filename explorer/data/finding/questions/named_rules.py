"""Kinds of rules that a question names, such as a reporting duty, by the kind that measures have."""

_KINDS = {
    "reporting": (
        "reporting duty, reporting duties, reporting requirement, reporting requirements, reporting obligation, "
        "reporting obligations, duty to report, obligation to report, reporting rule, reporting rules",
        "报告义务 报告制度 报告要求 信息报告",
    ),
    "state_trading": (
        "state trading, state trading rule, state trading rules, state trading requirement, state traded, state "
        "trader, state traders",
        "国营贸易 国营贸易管理",
    ),
    "trade_licence": (
        "ordinary export licence, ordinary export license, ordinary export licences, ordinary export licenses, "
        "ordinary licence, ordinary license, ordinary export licence requirement, ordinary export license "
        "requirement, trade licence, trade license",
        "普通出口许可证 普通出口许可 普通许可证",
    ),
    "end_use": (
        "end use rule, end use rules, end use check, end use checks, end use control, end use controls, end use "
        "requirement, end use requirements, end use restriction, end use restrictions, re export rule, re export "
        "rules, re export control, re export controls",
        "最终用途规则 最终用途要求 最终用途审查 再出口规则",
    ),
    "technology": (
        "technology control, technology controls, technology ban, technology export ban",
        "技术管制 技术出口限制",
    ),
}  # fmt: skip
ENGLISH = {text: kind for kind, (texts, _) in _KINDS.items() for text in texts.split(", ")}
CHINESE = {word: kind for kind, (_, words) in _KINDS.items() for word in words.split()}


def kind_of(text: str) -> str:
    """Return the kind of measures that a part of a question names, empty for other parts."""
    plain = " ".join(text.casefold().replace("-", " ").split())
    return ENGLISH.get(plain) or CHINESE.get(plain, "")
