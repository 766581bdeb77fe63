"""The items of a measure or document as a table, with their codes and official wording, and their limits."""

from collections.abc import Sequence
from itertools import chain

from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.controls.item_texts import code_texts, counts, described, limit_cells, no_annex
from explorer.data.controls.legal_records import LegalText
from explorer.data.controls.legal_texts import texts_by_subject, thresholds_by_item
from explorer.data.controls.wording import copies, coverage, marks, origins, shown_text, wording_heading
from explorer.data.records import Item
from explorer.data.store import Store
from explorer.language import gettext, paragraph
from explorer.models.table import Cell
from explorer.ui.browser import open_in_browser
from explorer.ui.cards.legal.columns import LegalColumn, LegalTable
from explorer.ui.cards.legal.sources import source_of
from explorer.ui.widgets.context_menu import RowSource
from explorer.ui.widgets.running_text import NO_BREAK
from explorer.ui.widgets.table_view import TableView


class ItemsTable(LegalTable):
    """Control codes, our description, the issuer's wording where any is on file, and customs codes of items."""

    def __init__(
        self, store: Store, items: Sequence[Item], context: Context, *, with_metal: bool = False
    ) -> None:
        texts = texts_by_subject(store, "item")
        self._items = {i.item_id: i for i in items}
        self._found = {i.item_id: texts[i.item_id] for i in items if i.item_id in texts}
        self._store, self._context = store, context
        metals = [store.metal(i.metal_id).name_en if with_metal else "" for i in items]
        numbers = [i.printed_number.replace("; ", "\n") for i in items]
        found = [self._found.get(i.item_id, ()) for i in items]
        columns = (
            LegalColumn(
                gettext("Control code"),
                [Cell(n, key=i.item_id) for n, i in zip(numbers, items, strict=True)],
                3,
            ),
            LegalColumn(gettext("Metal"), [Cell(metal) for metal in metals], 3),
            LegalColumn(
                gettext("Item, in our words"), [Cell(described(i, with_codes=True)) for i in items], 8
            ),
            LegalColumn(wording_heading(chain(*found)), [self._wording(t) for t in found], 8, long=True),
            LegalColumn(gettext("Wording from"), [self._origin(t) for t in found], 3, long=True),
            LegalColumn(gettext("Customs codes"), [self._codes(i) for i in items], 4),
        )
        super().__init__(columns, gettext("Items and codes"))
        self.source_of, self.open_address = self._source_of, open_in_browser
        self.remark = paragraph(filter(None, (self._shared_origin(), beyond(store, context.as_of))))

    def caption(self) -> str:
        """Return the number of items and codes, what decides, and which wording is on file."""
        codes = sum(len(item.codes) for item in self._items.values())
        sentences = [
            gettext("{items}, {codes}; {remark}.").format(
                **dict(zip(("items", "codes", "remark"), counts(len(self._items), codes), strict=True))
            ),
            no_annex(self._items.values()),
            coverage(len(self._found), len(self._items)),
        ]
        if self._found:
            named = copies(self._store, [text for texts in self._found.values() for text in texts])
            sentences.append(gettext("Named copies: {copies}.").format(copies=named))
            sentences.append(self._shared_origin())
        return paragraph(filter(None, sentences))

    def _wording(self, texts: Sequence[LegalText]) -> Cell:
        words = "\n".join(map(shown_text, texts)) or (gettext("not on file") if self._found else "")
        return Cell(words, tip=marks(self._store, texts))

    def _origin(self, texts: Sequence[LegalText]) -> Cell:
        """Return whose words a wording has, nothing where the caption says it for all."""
        return Cell("" if self._shared_origin() else origins(texts))

    def _shared_origin(self) -> str:
        """Return the sentence on whose words all wording has, empty where that differs."""
        found = {origins(texts) for texts in self._found.values()}
        return (
            gettext("Source of the wording: {source}.").format(source=found.pop()) if len(found) == 1 else ""
        )

    def _codes(self, item: Item) -> Cell:
        measure = self._store.measures[item.measure_id]
        codes = code_texts(item, measure, self._context.as_of)
        unbroken = [code.replace(" ", NO_BREAK) for code in codes] if item.codes else codes
        return Cell("\n".join(unbroken))

    def _source_of(self, item_id: str) -> RowSource:
        return source_of(self._store, self._items[item_id].source_ids)


class LimitsTable(TableView):
    """The limits that the wording of items sets, in columns; empty where none are on file."""

    def __init__(self, store: Store, items: Sequence[Item]) -> None:
        super().__init__(
            (
                gettext("Item"),
                gettext("Quantity"),
                gettext("Limit"),
                gettext("Unit"),
                gettext("Applies to"),
            ),
            gettext("Limits"),
        )
        self.set_weights(4, 6, 3, 2, 4)
        limits = thresholds_by_item(store)
        self._sources: dict[str, RowSource] = {}
        rows: list[tuple[Cell, ...]] = []
        for item in items:
            for limit in limits.get(item.item_id, ()):
                quantity, text, unit, part = limit_cells(limit)
                key = f"{item.item_id}|{len(rows)}"
                self._sources[key] = source_of(store, limit.source_ids)
                name = item.printed_number or item.description
                rows.append(
                    (
                        Cell(name, key=key),
                        Cell(quantity, tip=limit.note or ""),
                        Cell(text),
                        Cell(unit),
                        Cell(part),
                    )
                )
        self.count = len(rows)
        self.set_rows(rows)
        self.source_of, self.open_address = self._sources.__getitem__, open_in_browser
