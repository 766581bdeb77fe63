"""Legal forms of companies, such as `Co., Ltd.`, `GmbH` or `株式会社`, which are not part of the name proper."""

from collections.abc import Sequence

COMPANY = "company"
# The spellings of each form without spaces and full stops. What English calls a company, corporation or limited company
# is one form here: the English names of Asian companies use them for the same thing.
_FORMS: dict[str, str] = {
    COMPANY: (
        "co company corp corporation inc incorporated ltd limited coltd companylimited companyltd corpltd incltd "
        "kk kabushikikaisha kabushikigaisha godokaisha godogaisha yugengaisha youxiangongsi gufenyouxiangongsi "
        "株式会社 株 有限会社 有 合同会社 合资会社 合名会社 公司 有限公司 股份有限公司 股份公司 有限责任公司 总公司 "
        "有限合伙 주식회사 주 유한회사"
    ),
    "private": "private pvt pte pty prv sdn",
    "public": "plc publiclimitedcompany pcl publiccompanylimited",
    "partnership": "lp llp lllp limitedpartnership limitedliabilitypartnership",
    "llc": "llc limitedliabilitycompany",
    "gmbh": "gmbh mbh ggmbh gesellschaftmitbeschrankterhaftung gesmbh ug ughaftungsbeschrankt",
    "kg": "kg kommanditgesellschaft kgaa ohg",
    "ag": "ag aktiengesellschaft",
    "se": "se societaseuropaea",
    "sa": "sa sas sasu sau societeanonyme sociedadanonima spa sapa societaperazioni sadecv sabdecv ltda sgps",
    "sarl": "sarl srl srls sl slu eurl societaaresponsabilitalimitata sociedadlimitada bvba sprl sagl",
    "nv": "nv bv naamlozevennootschap beslotenvennootschap cv vof",
    "as": "as asa aktieselskab aktieselskap aps ab aktiebolag oy oyj osakeyhtio hf ehf",
    "sro": "sro spolsro ks",
    "zoo": "spzoo spzo spolkazoo spolkaakcyjna spkk spj",
    "kft": "kft zrt nyrt",
    "baltic": "uab sia ou",
    "balkan": "ad ead eood ood doo dd jdoo",
    "russian": "ooo oao pao zao ao ооо оао пао зао ао jsc pjsc ojsc cjsc llcooo тоо too",
    "turkish": "anonimsirketi limitedsirketi ltdsti",
    "malaysian": "bhd berhad",
    "indonesian": "pt tbk perseroanterbatas",
}
_FORM_OF = {spelling: form for form, spellings in _FORMS.items() for spelling in spellings.split()}
# These may also stand at the beginning of a name, or in its middle before the name of a branch.
_FIRST_WORDS = """
    株式会社 株 有限会社 有 合同会社 주식회사 주 uab sia pt ooo oao pao zao ao ооо оао пао зао ао sarl too тоо
"""
_FIRST = frozenset(_FIRST_WORDS.split())
_INSIDE_WORDS = """
    inc incorporated corp corporation ltd llc gmbh mbh plc sarl coltd 株式会社 有限公司 주식회사
"""
_INSIDE = frozenset(_INSIDE_WORDS.split())
_MOST_WORDS = 6


def without_legal_forms(words: Sequence[str]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the words of a name without its legal forms, and the forms; a name of nothing else stays as it is."""
    left, forms = list(words), set[str]()
    while count := _at_end(left):
        forms.add(_FORM_OF["".join(left[-count:])])
        del left[-count:]
    while len(left) > 1 and left[0] in _FIRST:
        forms.add(_FORM_OF[left.pop(0)])
    inside = [word for word in left if word in _INSIDE]
    if len(inside) < len(left):
        forms |= {_FORM_OF[word] for word in inside}
        left = [word for word in left if word not in _INSIDE and not (inside and word == "co")]
    return (tuple(left), frozenset(forms)) if left else (tuple(words), frozenset())


def are_compatible(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two names can be of one company by their legal forms: one has none, or they share one."""
    return not one or not other or bool(one & other)


def _at_end(words: Sequence[str]) -> int:
    """Return how many words at the end are a legal form, at most all but one; 0 without any."""
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        if "".join(words[-count:]) in _FORM_OF:
            return count
    return 0
