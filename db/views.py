"""Views of the data file: rows joined with the names and details that a reader needs with them."""

from collections.abc import Mapping
from dataclasses import dataclass

from .words import MEASURE_KINDS


@dataclass(frozen=True, slots=True)
class View:
    """A named query with its title and description.

    A column in `own` is described there, with its unit; any other has the description of the first of the `tables`
    with a column of the same name.
    """

    name: str
    title: str
    description: str
    tables: tuple[str, ...]
    own: Mapping[str, tuple[str, str]]
    sql: str


def _names(**described: str) -> dict[str, tuple[str, str]]:
    return {column: (description, "") for column, description in described.items()}


_RANK = " ".join(f"WHEN '{kind}' THEN {8 - place}" for place, kind in enumerate(MEASURE_KINDS))
_TARGETS = """(
        SELECT group_concat(metal_id, ';')
        FROM (SELECT metal_id FROM measure_metals WHERE measure_id = m.measure_id ORDER BY metal_id)
    ) AS metal_ids"""

VIEWS = (
    View(
        "v_measures",
        "Measures with names",
        "Each measure with its document, its destination in words and the metals that it targets.",
        ("measures", "instruments"),
        _names(
            jurisdiction_en="English name of the jurisdiction.",
            destination_en="English name of the destination.",
            rank="Rank of the kind: 8 is the strictest, 1 the least strict.",
            metal_ids="The metals that the measure targets, joined by semicolons.",
        ),
        f"""SELECT
    m.measure_id, i.instrument_id, i.jurisdiction, j.name_en AS jurisdiction_en,
    i.issuer, i.number, i.title_en, i.title_zh,
    m.clause, m.kind, CASE m.kind {_RANK} END AS rank, m.strictness, m.reach,
    m.destination, d.name_en AS destination_en,
    m.announced, m.effective, m.expires,
    {_TARGETS},
    m.summary, m.confidence, m.source_ids
FROM measures AS m
JOIN instruments AS i ON i.instrument_id = m.instrument_id
JOIN countries AS j ON j.country_id = i.jurisdiction
JOIN destinations AS d ON d.destination_id = m.destination""",
    ),
    View(
        "v_codes",
        "Customs codes with names",
        "Each customs code with its item, the measure that lists the item, and the item's metal.",
        ("item_codes", "items", "measures", "instruments"),
        _names(
            metal_en="English name of the item's metal.",
            metal_zh="Chinese name of the item's metal.",
            metal_ids="The metals that the measure targets, joined by semicolons.",
        ),
        f"""SELECT
    c.hs_code, c.valid_from, c.valid_to,
    t.item_id, t.item_no, t.control_code, t.description, t.relation,
    t.metal_id, e.name_en AS metal_en, e.name_zh AS metal_zh,
    m.measure_id, m.kind, i.jurisdiction, m.destination, m.announced, m.effective, m.expires,
    {_TARGETS},
    c.source_ids
FROM item_codes AS c
JOIN items AS t ON t.item_id = c.item_id
JOIN metals AS e ON e.metal_id = t.metal_id
JOIN measures AS m ON m.measure_id = t.measure_id
JOIN instruments AS i ON i.instrument_id = m.instrument_id""",
    ),
    View(
        "v_latest_production",
        "Latest production",
        "The newest year of each metal, stage, form and publisher, with shares of the published world total.",
        ("production",),
        {
            "country_en": ("English name of the country.", ""),
            "share_pct": ("Share of the publisher's world total; empty without one in the same unit.", "%"),
        },
        """SELECT
    p.metal_id, p.stage, p.form, p.publisher, p.year, p.country_id, c.name_en AS country_en,
    p.value, p.low, p.high, p.word, p.unit, p.flag,
    CASE
        WHEN p.country_id <> 'WLD' AND w.unit = p.unit AND w.value > 0
        THEN round(100.0 * p.value / w.value, 2)
    END AS share_pct,
    p.edition, p.source_ids
FROM (
    SELECT metal_id, stage, form, publisher, max(year) AS year
    FROM production
    WHERE coalesce(value, low, high, word) IS NOT NULL
    GROUP BY metal_id, stage, form, publisher
) AS newest
JOIN production AS p
    ON p.metal_id = newest.metal_id
    AND p.stage = newest.stage
    AND p.form = newest.form
    AND p.publisher = newest.publisher
    AND p.year = newest.year
JOIN countries AS c ON c.country_id = p.country_id
LEFT JOIN production AS w
    ON w.metal_id = p.metal_id
    AND w.stage = p.stage
    AND w.form = p.form
    AND w.country_id = 'WLD'
    AND w.year = p.year
    AND w.publisher = p.publisher""",
    ),
    View(
        "v_prices",
        "Prices and unit values with names",
        "Each price or unit value with its series and its metal.",
        ("prices", "price_series"),
        _names(metal_en="English name of the metal.", metal_zh="Chinese name of the metal."),
        """SELECT
    s.metal_id, e.name_en AS metal_en, e.name_zh AS metal_zh,
    s.series_id, s.name, s.market,
    p.date, p.value, p.low, p.high, s.currency, s.unit, s.frequency, s.basis,
    p.flag, p.confidence, p.source_ids, p.note
FROM prices AS p
JOIN price_series AS s ON s.series_id = p.series_id
JOIN metals AS e ON e.metal_id = s.metal_id""",
    ),
    View(
        "v_suppliers",
        "Suppliers with names",
        "Each supplier of each buyer with names, what else the code covers, and the buyer's total. "
        "Do not add up codes. "
        "Name the source as: CEPII, BACI (HS92), Etalab Open Licence 2.0; tonnes of product, reconciled "
        "customs data; own calculation.",
        ("buyer_imports", "buyer_codes", "buyer_dependence"),
        _names(
            buyer_en="English name of the buyer.",
            partner_en="English name of the supplier.",
            total_flag="Flag of the total.",
            note="Remark on the total.",
        ),
        """SELECT
    i.buyer, b.name_en AS buyer_en, i.metal_id, i.form, i.hs_code, h.heading, h.what_else, i.year,
    i.partner, CASE i.partner WHEN 'OTH' THEN 'Other suppliers' ELSE p.name_en END AS partner_en,
    i.quantity_t, i.value_kusd, i.share_pct, i.flag,
    d.total_t, d.total_kusd, d.flag AS total_flag, d.note
FROM buyer_imports AS i
JOIN buyer_dependence AS d USING (buyer, metal_id, form, hs_code, year)
JOIN buyer_codes AS h ON h.hs_code = i.hs_code
JOIN countries AS b ON b.country_id = i.buyer
JOIN countries AS p ON p.country_id = i.partner""",
    ),
)
