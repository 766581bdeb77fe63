"""Tables of prices and unit values."""

from ..columns import (
    date,
    evidence,
    flag,
    ident,
    integer,
    label,
    metal,
    must,
    note,
    real,
    ref,
    table,
    text,
    words,
)

TABLES = (
    table(
        "price_series",
        "series_id",
        "Price series",
        "What each series is a price or unit value of, where, and in what unit. A unit value is a value divided by a "
        "quantity, mostly from customs: it mixes grades, lags by one to three months and is not a market price.",
        ident("series_id"),
        metal(),
        label("name", "Name of the series."),
        label("specification", "Grade and terms."),
        label("market", "Where the price applies."),
        must(words("currency", "Currency.", "USD", "CNY")),
        label(
            "unit",
            "Unit of the values, such as USD/kg; mtu: metric ton unit, 10 kg of the contained substance.",
        ),
        must(
            words(
                "frequency",
                "Publication frequency.",
                "annual",
                "monthly",
                "half-monthly",
                "weekly",
                "daily",
                "irregular",
            )
        ),
        label("basis", "nominal, or the year of constant prices."),
        text("provider", "Who reports the values."),
        must(date("first_date", "Date of the first point.")),
        must(date("last_date", "Date of the last point.")),
        must(integer("points", "Number of points.", 1)),
        evidence(),
        note(),
        indexes=(("metal_id",),),
    ),
    table(
        "prices",
        "series_id,date",
        "Prices",
        "The values of the series: prices and unit values.",
        ref("series_id", "price_series", "The series."),
        must(date("date", "Day, month or year.")),
        must(real("value", "The price or unit value, in the unit of the series.")),
        real("low", "Lower end of the published range."),
        real("high", "Upper end of the published range."),
        flag("e", "p", "o"),
        evidence(),
        note(),
    ),
)
