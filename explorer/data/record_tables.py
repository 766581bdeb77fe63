"""The tables behind the record of a metal, with the conditions that select its rows."""

_OF_METAL = "metal_id = ?"
_OF_MEASURE = "measure_id IN (SELECT measure_id FROM measure_metals WHERE metal_id = ?)"
_OF_ITEM = "item_id IN (SELECT item_id FROM items WHERE metal_id = ?)"
_OF_TEXT = (
    "subject_kind = 'item' AND subject_id IN (SELECT item_id FROM items WHERE metal_id = ?1) OR "
    "subject_kind = 'measure' AND subject_id IN (SELECT measure_id FROM measure_metals WHERE metal_id = ?1)"
)
# The conditions for the rows behind a metal's record: through its measures and items, or by the metal itself.
RECORD_TABLES = {
    "metals": _OF_METAL,
    "instruments": f"instrument_id IN (SELECT instrument_id FROM measures WHERE {_OF_MEASURE})",
    "measures": _OF_MEASURE,
    "measure_events": _OF_MEASURE,
    "measure_metals": _OF_METAL,
    "items": _OF_METAL,
    "item_codes": _OF_ITEM,
    "thresholds": _OF_ITEM,
    "legal_texts": _OF_TEXT,
    "uses": _OF_METAL,
    "substitutes": _OF_METAL,
    "recycling": _OF_METAL,
    "production": _OF_METAL,
    "disagreements": _OF_METAL,
    "reserves": _OF_METAL,
    "price_series": _OF_METAL,
    "prices": "series_id IN (SELECT series_id FROM price_series WHERE metal_id = ?)",
    "dependence": _OF_METAL,
    "import_sources": _OF_METAL,
    "trade": _OF_METAL,
    "producers": _OF_METAL,
    "projects": _OF_METAL,
    "list_members": _OF_METAL,
    "risk_scores": _OF_METAL,
    "market_events": _OF_METAL,
    "buyer_codes": "use IN ('yes', 'labelled') AND hs_code IN "
    "(SELECT hs_code FROM buyer_codes_metals WHERE metal_id = ?)",
    "buyer_code_measures": _OF_METAL,
}
