"""What the window shows for a hit of the search."""

from explorer.data.finding.search_targets import measure_of, metal_of, sentence_of
from explorer.data.places import destinations
from explorer.data.records import Hit
from explorer.ui.view_context import ViewContext

_TAB_OF_HIT = {
    "use": "uses",
    "instrument": "controls",
    "producer": "supply",
    "project": "supply",
    "event": "prices",
}


def choose_destination(shared: ViewContext, hit: Hit) -> bool:
    """Make the country of a hit the destination; return whether exports can go there."""
    if hit.key not in {place.place_id for place in destinations(shared.store)}:
        return False
    shared.state.set_context(destination=hit.key)
    return True


def open_hit(shared: ViewContext, hit: Hit) -> str:
    """Show the metal of a hit and what it is about; return the sentence that answers what no view shows."""
    store, state = shared.store, shared.state
    metal_id = metal_of(store, hit, state.metal_id)
    if metal_id in store.metals:
        state.set_metal(metal_id)
        measure = measure_of(store, hit, metal_id)
        if measure is not None:
            state.set_context(origin=measure.jurisdiction)
            state.select_measure(measure.measure_id)
        elif hit.kind == "source":
            state.select_source(hit.key)
            return ""
        else:
            state.set_tab(_TAB_OF_HIT.get(hit.kind, state.tab))
    return sentence_of(store, hit, state.context.as_of)
