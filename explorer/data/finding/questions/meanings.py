"""What the words of a question say: each meaning stands for words of both languages."""

from enum import Enum, auto


class Meaning(Enum):
    """A meaning that a rule of the grammar needs or permits."""

    FUNCTION = auto()  # articles, pronouns and the like, which every rule permits
    AUXILIARY = auto()
    PAST = auto()
    FUTURE = auto()
    NOT = auto()
    WHAT = auto()
    WHICH = auto()
    WHO = auto()
    WHERE = auto()
    WHEN = auto()
    WITHOUT = auto()
    WISH = auto()  # `want`, of a person but not of a country
    WHY = auto()  # no rule permits this and the next one
    OTHER = auto()
    HOW = auto()
    HOW_MUCH = auto()
    HOW_LONG = auto()
    SINCE = auto()
    UNTIL = auto()
    MAY = auto()
    NEED = auto()
    EXPORT = auto()
    EXPORTS = auto()  # the noun, which can also be about amounts
    IMPORT = auto()
    BAN = auto()
    LICENCE = auto()
    CONTROL = auto()
    STATUS = auto()
    QUOTA = auto()
    NAMED_RULE = auto()  # a kind of rule by its name, such as a reporting duty
    PAUSE = auto()
    BEGIN = auto()
    END = auto()
    DEADLINE = auto()  # a noun for the last day
    FIRST = auto()
    CHANGE = auto()
    HISTORY = auto()  # of all changes
    AHEAD = auto()  # of the changes to come
    NEW = auto()
    PRICE = auto()
    AVERAGE = auto()  # of the prices of a year or a month
    MOVE = auto()
    UNIT = auto()
    CURRENCY = auto()  # of a price, in which its series must be
    COMPARED = auto()  # `cheaper`, which needs a time to compare with
    FIGURES = auto()  # `statistics`, where figures are asked for
    YEARLY = auto()  # `per year`, as figures on output are
    PRODUCE = auto()
    COMPANY = auto()
    COUNTRY = auto()
    WORLD = auto()
    MAIN = auto()
    SHARE = auto()
    USE = auto()
    DEPEND = auto()
    SUBSTITUTE = auto()
    OUTRIGHT = auto()  # of a ban on the whole metal
    AFTER = auto()  # before a rule: `after the export controls`
    OVER_A_YEAR = auto()  # a length of time, not a rate: `within 12 months`
    NET = auto()  # `net import reliance`, a figure that is not about one origin
    OF_ITS_OWN = auto()  # of what a country needs: `all of its gallium`
    INDUSTRY = auto()  # of a country that buys
    SUPPLY = auto()
    SUPPLIER = auto()
    RECEIVER = auto()  # customers and the like, who are where goods go
    FORM = auto()  # finer than the metals of the data: ore, oxide
    APPLICATION = auto()  # what a metal is used in: `infrared optics`
    LIST = auto()
    CRITICAL = auto()  # as official lists call materials
    LISTED = auto()  # `include`, `classify`
    ADDED = auto()  # to a list
    METALS = auto()
    THINGS = auto()
    DOCUMENT = auto()
    BASIS = auto()  # `legal basis`, which asks for a document
    SAY = auto()
    CODE = auto()
    ISSUE = auto()
    QUESTION = auto()
    # Prepositions and particles that give a place its role.
    TO = auto()
    FROM = auto()
    IN = auto()
    OF = auto()
    ON = auto()
    BY = auto()
    OUTSIDE = auto()  # before or after a place that is left out: `outside China`
    FOR = auto()
    AND = auto()
    OR = auto()
