"""The header of a metal: names, and its status in three lines of a fixed height."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from explorer.data.controls.status_lines import StatusLines
from explorer.data.glossary import explanation
from explorer.data.metal_names import tile_sign
from explorer.data.records import Metal
from explorer.data.terms import group_or_kind_label
from explorer.guard import guarded
from explorer.language import gettext, list_of
from explorer.models.tooltip import wrapped
from explorer.ui.cards.status_copy import copy_status
from explorer.ui.cards.watching import WatchButton
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.context_menu import Entry, leave_menu_to_parent, open_menu
from explorer.ui.widgets.fitted_label import FittedLabel
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.pill import Pill
from explorer.ui.widgets.style import set_style_property

TILE = 44


@guarded
class StatusHeader(QWidget):
    """Shows the metal of the state, and the answer on it for the context."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 4)
        column.setSpacing(8)
        column.addLayout(self._make_names())
        column.addWidget(self._make_status())
        leave_menu_to_parent(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the status."""
        open_menu(self, self.entries(), event, self.mapToGlobal(self.rect().bottomLeft()))

    def entries(self) -> list[Entry]:
        """Return the entries of the menu: the whole status with its documents, for a text that quotes it."""
        return [Entry(gettext("Copy status with documents"), partial(copy_status, self._shared, self))]

    def _make_names(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.tile = label("", "tile", wrap=False, selectable=False)
        self.tile.setFixedSize(TILE, TILE)
        self.tile.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name = label("", "title", wrap=False)
        self.about = FittedLabel("muted")
        self.first = label("", "muted", wrap=False)
        names = QVBoxLayout()
        names.setSpacing(0)
        self.watch = WatchButton(self._shared)
        title = QHBoxLayout()
        title.setSpacing(6)
        title.addWidget(self.name)
        title.addWidget(self.watch)
        title.addStretch(1)
        names.addLayout(title)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.about, 1)
        below.addWidget(self.first)
        names.addLayout(below)
        row.addWidget(self.tile, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(names, 1)
        return row

    def _make_status(self) -> QFrame:
        box = QFrame()
        box.setProperty("role", "card")
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        self.pill, self.countdown = Pill(), Pill()
        self.lines = FittedLabel("heading"), FittedLabel(), FittedLabel("muted")
        for badge, line in zip((self.pill, self.countdown, None), self.lines, strict=True):
            row = QHBoxLayout()
            row.setSpacing(8)
            if badge is not None:
                row.addWidget(badge)
            row.addWidget(line, 1)
            column.addLayout(row)
        return box

    def show_status(self) -> None:
        """Show the metal and its status; the height stays the same."""
        shared = self._shared
        metal, context = shared.metal, shared.context
        self.tile.setText(tile_sign(metal))
        set_style_property(self.tile, "sign", not metal.symbol)
        self.name.setText(f"{metal.name_en} {metal.name_zh}")
        self.watch.show_metal()
        self.about.show_one(self._about(metal))
        words = shared.controls.pill_words(metal.metal_id, context)
        self.pill.show_status(words.full, words.state, shared.theme)
        self.pill.setToolTip(wrapped(explanation(*words.terms)))
        self._show_lines(shared.controls.status_lines(metal.metal_id, context, date.today()))

    def _show_lines(self, status: StatusLines) -> None:
        self.first.setText(status.first)
        for widget, line in zip(self.lines, (status.in_force, status.next, status.others), strict=True):
            widget.show_text(line.fitted, line.complete)
        set_style_property(self.lines[1], "kind", status.next.kind)
        self.countdown.setVisible(bool(status.next.countdown))
        self.countdown.show_status(status.next.countdown, status.next.kind or "none", self._shared.theme)
        for shown in self.lines[:2]:
            shown.setMinimumHeight(self.pill.sizeHint().height())  # the same with and without a countdown

    def _about(self, metal: Metal) -> str:
        """Return the group of a metal, what it is a by-product or member of, and its atomic number."""
        names = self._shared.store.metals
        parts = [group_or_kind_label(metal)]
        if metal.by_product_of:
            hosts = [names[m].name_en.casefold() if m in names else m for m in metal.by_product_of]
            parts.append(gettext("by-product of {metals}").format(metals=list_of(hosts)))
        if metal.member_of and metal.member_of in names:
            parts.append(gettext("member of {group}").format(group=names[metal.member_of].name_en))
        if metal.atomic_number:
            parts.append(gettext("atomic number {number}").format(number=metal.atomic_number))
        return " · ".join(parts)
