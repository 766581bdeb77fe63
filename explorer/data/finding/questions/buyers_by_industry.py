"""Buyers that a question names by their industry, such as `chip maker`: customers, of whom no rule is on file."""

_INDUSTRIES = (
    "aluminium aluminum automotive battery cable car ceramics chemical chip drone electronics glass "
    "jewellery jewelry "
    "laser lens machine magnet medical motor optics paint semiconductor solar steel tool turbine wafer"
)
_MAKERS = (
    "maker makers manufacturer manufacturers producer producers company companies firm firms factory "
    "factories plant "
    "plants fab fabs foundry foundries supplier suppliers buyer buyers customer customers"
)
_IN_ONE_WORD = "chipmaker chipmakers steelmaker steelmakers carmaker carmakers automaker automakers"
_CHINESE_INDUSTRIES = "芯片 半导体 电池 磁材 磁铁 钢铁 汽车 光伏 光学 电子 玻璃 陶瓷 刀具 化工 电机 激光"
_CHINESE_MAKERS = "厂 厂家 厂商 工厂 企业 公司 制造商 生产商 客户"
ENGLISH = frozenset(
    (
        *(f"{industry} {maker}" for industry in _INDUSTRIES.split() for maker in _MAKERS.split()),
        *_IN_ONE_WORD.split(),
    )
)
CHINESE = frozenset(f"{i}{m}" for i in _CHINESE_INDUSTRIES.split() for m in _CHINESE_MAKERS.split())


def is_buyer_of_industry(text: str) -> bool:
    """Return whether a part of a question names a buyer by its industry."""
    return " ".join(text.casefold().split()) in ENGLISH or text in CHINESE
