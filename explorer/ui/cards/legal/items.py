"""The items of a measure or document as a table, with their codes and official wording, and their limits."""

from collections.abc import Sequence

from explorer.data.context import Context
from explorer.data.controls.item_texts import code_texts, counts, described, limit_cells
from explorer.data.controls.legal_texts import texts_by_subject, thresholds_by_item
from explorer.data.controls.wording import copies, coverage, mark, note_words, short_mark, shown_text
from explorer.data.records import Item
from explorer.data.store import Store
from explorer.language import gettext, paragraph
from explorer.models.table import Cell
from explorer.ui.browser import open_in_browser
from explorer.ui.cards.legal.sources import source_of
from explorer.ui.widgets.context_menu import RowSource
from explorer.ui.widgets.table_view import TableView


class ItemsTable(TableView):
    """Control codes, our description, the issuer's wording where any is on file, and customs codes of items."""

    def __init__(
        self, store: Store, items: Sequence[Item], context: Context, *, with_metal: bool = False
    ) -> None:
        texts = texts_by_subject(store, "item")
        self._items = {i.item_id: i for i in items}
        self._found = {i.item_id: texts[i.item_id] for i in items if i.item_id in texts}
        self._store, self._context, self._with_metal = store, context, with_metal
        header = [gettext("Control code"), gettext("Item, in our words"), gettext("Customs codes")]
        weights = [3, 8, 4]
        if with_metal:
            header.insert(1, gettext("Metal"))
            weights.insert(1, 3)
        if self._found:
            header[-1:-1] = [gettext("Official wording"), gettext("Wording from")]
            weights[-1:-1] = [8, 3]
        super().__init__(header, gettext("Items and codes"))
        self.set_weights(*weights)
        self.set_rows([self._row(item) for item in items])
        self.source_of, self.open_address = self._source_of, open_in_browser

    def caption(self) -> str:
        """Return the number of items and codes, what decides, and which wording is on file."""
        codes = sum(len(item.codes) for item in self._items.values())
        sentences = [
            gettext("{items}, {codes}; {remark}.").format(
                **dict(zip(("items", "codes", "remark"), counts(len(self._items), codes), strict=True))
            ),
            coverage(len(self._found), len(self._items)),
        ]
        if self._found:
            named = copies(self._store, [text for texts in self._found.values() for text in texts])
            sentences.append(gettext("Named copies: {copies}.").format(copies=named))
        return paragraph(sentences)

    def _row(self, item: Item) -> list[Cell]:
        measure = self._store.measures[item.measure_id]
        codes = code_texts(item, measure, self._context.as_of)
        cells = [
            Cell(item.printed_number.replace("; ", "\n"), key=item.item_id),
            Cell(described(item)),
            Cell("\n".join(codes)),
        ]
        if self._with_metal:
            cells.insert(1, Cell(self._store.metal(item.metal_id).name_en))
        if self._found:
            texts = self._found.get(item.item_id, ())
            notes = (
                ". ".join(filter(None, (mark(self._store, t), note_words(self._store, t.note))))
                for t in texts
            )
            words = "\n".join(map(shown_text, texts)) or gettext("not on file")
            cells[-1:-1] = [
                Cell(words, tip="\n".join(notes)),
                Cell("; ".join(dict.fromkeys(map(short_mark, texts)))),
            ]
        return cells

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
