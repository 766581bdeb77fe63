"""The chart that shows the figure of a claim of the press article, where one does."""

from datetime import date

from explorer.charts.builders.registry import KINDS, make
from explorer.charts.spec import Chart, Missing
from explorer.data.context import Context
from explorer.data.store import Store
from explorer.data.supply.records import Claim
from explorer.errors import KnownError

# The article is about exports from China and what they mean for the United States.
ORIGIN, DESTINATION = "CHN", "USA"


def claim_chart(store: Store, claim: Claim, as_of: date) -> Chart | None:
    """Return the chart of a claim, the reason why it can't be drawn, or None where the claim has none."""
    if not claim.chart:
        return None
    kind, metal_id, *series = claim.chart.split(" ", 2)
    context = Context(as_of, ORIGIN, DESTINATION)
    options = {"series": series[0]} if series else {}
    try:
        return make(KINDS[kind], store, (metal_id,), context, **options)
    except KnownError as error:
        return Missing(kind, str(error), metal_id, KINDS[kind].label)
