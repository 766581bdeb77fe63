"""The metals that a text means: by name, symbol, term or pinyin, by a part of the text, or by their uses."""

from collections.abc import Iterable, Iterator
from functools import partial

from explorer.data.controls.service import Controls
from explorer.data.finding.candidates import Candidate, Rank, Request
from explorer.data.finding.full_text import PHRASE, TITLE, Record, cut_around
from explorer.data.finding.matching import pattern
from explorer.data.finding.metal_mentions import MetalNames
from explorer.data.finding.rows import METALS, OPEN_METAL, Action, Row
from explorer.data.finding.terms import ABSENT, NAME
from explorer.data.numbers import percent, qualified
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.figures import WORLD
from explorer.data.supply.records import Use
from explorer.language import gettext


def candidates(request: Request, records: Iterable[Record]) -> Iterator[Candidate]:
    """Yield the metals that a text means, each once, the surest reading first."""
    seen: set[str] = set()
    for rank, ids in _readings(request):
        for position, metal_id in enumerate(ids):
            if metal_id not in seen:
                seen.add(metal_id)
                yield _candidate(request, rank, (position,), metal_id)
    yield from _by_use(request, records, seen)


def _readings(request: Request) -> Iterator[tuple[Rank, tuple[str, ...]]]:
    names, query = MetalNames.of(request.store), request.query
    exact = names.whole(query.text)
    yield Rank.EXACT, (exact,) if exact else ()
    if query.term is not None and query.term.kind != ABSENT:
        yield Rank.EXACT if query.term.kind != NAME else Rank.NAMED, query.term.metal_ids
    yield Rank.NAMED, query.metals
    yield Rank.PRONOUNCED, names.pronounced(query.plain)
    yield Rank.BEGINNING, names.beginning(query.plain)


def _by_use(request: Request, records: Iterable[Record], seen: set[str]) -> Iterator[Candidate]:
    """Yield the metals whose uses or descriptions contain the text, those with the largest share of use first."""
    best: dict[str, tuple[Rank, float, Record, Use | None]] = {}
    for record in records:
        if record.kind not in ("use", "metal") or record.metal_id in seen:
            continue
        use = _use(request.store, record) if record.kind == "use" else None
        rank = Rank.USE_TITLE if use is not None and record.place <= TITLE else Rank.RELATED
        share = use.share_pct if use is not None and use.share_pct is not None else -1.0
        known = best.get(record.metal_id)
        if known is None or (rank, -share) < (known[0], -known[1]):
            best[record.metal_id] = rank, share, record, use
    for metal_id, (rank, share, record, use) in best.items():
        yield _candidate(request, rank, (-share, record.place > PHRASE, metal_id), metal_id, record, use)


def _use(store: Store, record: Record) -> Use:
    metal_id, _, number = record.key.partition("|")
    return next(use for use in store.uses(metal_id) if use.use_no == int(number))


def _candidate(
    request: Request,
    rank: Rank,
    order: tuple[object, ...],
    metal_id: str,
    record: Record | None = None,
    use: Use | None = None,
) -> Candidate:
    make = partial(metal_row, request, metal_id, record, use)
    return Candidate(rank, METALS, "metal", metal_id, make, order)


def metal_row(request: Request, metal_id: str, record: Record | None = None, use: Use | None = None) -> Row:
    """Return the row of a metal with its pill; a use by which it was found leads to the uses."""
    store, metal = request.store, request.store.metal(metal_id)
    words, state = Controls.of(store).pill(metal_id, request.context)
    detail, tab = _detail(request, metal.summary, record, use)
    return Row(
        kind="metal",
        key=metal_id,
        group=METALS,
        title=f"{metal.name_en} {metal.name_zh}",
        detail=detail,
        title_zh=metal.name_zh,
        metal_id=metal_id,
        pill=words,
        pill_state=state,
        action=Action(OPEN_METAL, metal=metal_id, tab=tab),
        title_marks=request.marks(f"{metal.name_en} {metal.name_zh}"),
        detail_marks=request.marks(detail),
    )


def _detail(request: Request, summary: str, record: Record | None, use: Use | None) -> tuple[str, str]:
    """Return the second line of a metal, and the tab that has more on it."""
    if use is not None:
        return use_text(request.store, use), "uses"
    lines = [line for line in (record.body.split("\n") if record is not None else []) if request.marks(line)]
    patterns = [pattern(word) for word in request.query.words]
    return cut_around(lines[0] if lines else summary, patterns), ""


def use_text(store: Store, use: Use) -> str:
    """Return a use with its share, where and when that applies."""
    if use.share_pct is None:
        return use.use
    share = qualified(percent(use.share_pct), use.qualifier)
    region = gettext("world") if use.region == WORLD else place_name(store, use.region or "")
    if not use.region:
        return gettext("{use}: {share}").format(use=use.use, share=share)
    if not use.year:
        return gettext("{use}: {share}, {region}").format(use=use.use, share=share, region=region)
    text = gettext("{use}: {share}, {region}, {year}")
    return text.format(use=use.use, share=share, region=region, year=use.year)
