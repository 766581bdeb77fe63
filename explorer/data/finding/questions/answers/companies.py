"""The companies with main mines and plants that a question asks for."""

from explorer.data.finding.questions.reading import Reading
from explorer.data.hints import hint
from explorer.data.store import Store
from explorer.data.supply.records import Producer
from explorer.data.terms import site_state
from explorer.language import gettext, list_of, ngettext

MOST_COMPANIES = 6
_PLANNED = "planned"


def companies_text(store: Store, metal_id: str, reading: Reading) -> str:
    """Return the companies with a main mine or plant in the places of a question, those with planned sites apart."""
    found = [p for p in store.producers(metal_id) if _is_asked(p, reading)]
    if not found:
        return gettext("No mine or plant is on file.")
    built = _names(store, [p for p in found if p.status != _PLANNED])
    planned = [
        name for name in _names(store, [p for p in found if p.status == _PLANNED]) if name not in built
    ]
    sentences = [_built(built, metal_id) if built else gettext("No mine or plant that exists is on file.")]
    if planned:
        sentences.append(gettext("Planned: {companies}.").format(companies=list_of(planned)))
    return " ".join(sentences)


def _is_asked(producer: Producer, reading: Reading) -> bool:
    if producer.country_id in reading.excluded:
        return False
    return not reading.has_origin or producer.country_id == reading.origin


def _names(store: Store, producers: list[Producer]) -> list[str]:
    """Return companies with their countries, each once; one that does not operate says so."""
    entry, idle = gettext("{company} ({country})"), gettext("{company} ({country}, {status})")
    names = [
        (entry if p.status in ("operating", _PLANNED) else idle).format(
            company=p.company, country=store.country_name(p.country_id), status=site_state(p.status)
        )
        for p in producers
    ]
    return list(dict.fromkeys(names))


def _built(names: list[str], metal_id: str) -> str:
    """Return how many companies there are and the first ones, with where all of them are."""
    if len(names) <= MOST_COMPANIES:
        text = ngettext(
            "{count} company with a main mine or plant is on file: {companies}.",
            "{count} companies with main mines or plants are on file: {companies}.",
            len(names),
        )
    else:
        text = hint(
            window=gettext(
                "{count} companies with main mines or plants are on file (see Supply), including {companies}."
            ),
            command=gettext(
                "{count} companies with main mines or plants are on file (see `{command}`), including {companies}."
            ),
        )
    return text.format(
        count=len(names),
        companies=list_of(names[:MOST_COMPANIES]),
        command=f"minor-metals data table producers --where {metal_id}",
    )
