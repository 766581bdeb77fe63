"""The metals that are compared: a button for each in the colour of its line, and a field that adds one."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from explorer.charts.plot.painting import painting
from explorer.data.comparison.chosen import MOST_METALS, read_metals, too_many
from explorer.data.comparison.suggestions import offered_metals, suggested_metals
from explorer.data.metal_names import short_name
from explorer.data.records import Metal
from explorer.errors import KnownError
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models import compared
from explorer.palette import Theme
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.clipboard import confirm
from explorer.ui.widgets.focus import set_tab_order
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout, clear_layout
from explorer.ui.widgets.place_box import PlaceBox
from explorer.ui.widgets.style import STEP

DOT, GAP, FIELD_WIDTH = 10, 4, 260


@guarded
class MetalButton(QPushButton):
    """A compared metal; a click, Enter or Delete removes it."""

    def __init__(self, metal: Metal, colour: str) -> None:
        text = gettext("{metal} {chinese} ×")
        super().__init__(text.format(metal=short_name(metal), chinese=metal.name_zh))
        self.setProperty("role", "chip")
        self.setAutoDefault(True)
        self.setIcon(_dot(colour))
        self.setIconSize(QSize(DOT + GAP, DOT))
        name = gettext("Remove {metal} from the comparison").format(metal=short_name(metal))
        self.setAccessibleName(name)
        self.setToolTip(gettext("{action} (Delete)").format(action=name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the metal by the keys that delete."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
        else:
            super().keyPressEvent(event)


@guarded
class MetalsBar(QWidget):
    """Shows and sets the compared metals of the state."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self._flow = FlowLayout(holder := QWidget(), STEP)
        self.buttons: dict[str, MetalButton] = {}
        self._shown: tuple[tuple[str, ...], Theme] | None = None
        self.field = PlaceBox(
            gettext("Metal to add to the comparison"),
            offered_metals(shared.store),
            self._find,
            partial(suggested_metals, shared.store),
        )
        hint = self.field.lineEdit()
        if hint is not None:
            hint.setPlaceholderText(gettext("Add a metal: name, 中文 or symbol"))
        self.field.setMinimumWidth(FIELD_WIDTH)
        self.field.show_id("")
        self.field.chosen.connect(self.add)
        self.field.fault.changed.connect(self._show_fault)
        self.count = label("", "muted", wrap=False)
        self.fault = label("", "fault")
        self.fault.hide()
        for part in (self.field, self.count):
            self._flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(holder)
        column.addWidget(self.fault)

    def show_metals(self) -> None:
        """Show a button for each metal of the state, with the focus where it was."""
        shared, chosen = self._shared, compared.compared(self._shared.state)
        if self._shown == (chosen, shared.theme):
            return
        self._shown = chosen, shared.theme
        had_focus = next((n for n, b in enumerate(self.buttons.values()) if b.hasFocus()), None)
        for part in (self.field, self.count):
            self._flow.removeWidget(part)
        clear_layout(self._flow)
        self.buttons = {}
        for place, metal_id in enumerate(chosen):
            button = MetalButton(shared.store.metal(metal_id), shared.theme.colour(place))
            button.clicked.connect(partial(self.drop, metal_id))
            self.buttons[metal_id] = button
            self._flow.addWidget(button)
            button.show()  # the layout shows it only later, and a hidden one cannot take the focus
        for part in (self.field, self.count):
            self._flow.addWidget(part)
        text = gettext("{count} of {most} metals")
        self.count.setText(text.format(count=len(chosen), most=MOST_METALS))
        set_tab_order((*self.buttons.values(), self.field))
        if had_focus is not None:
            buttons = list(self.buttons.values())
            (buttons[min(had_focus, len(buttons) - 1)] if buttons else self.field).setFocus()

    @Slot(str)
    def add(self, metal_id: str) -> None:
        """Compare one more metal."""
        if metal_id:
            confirm(self, compared.add(self._shared.state, self._shared.store.metal(metal_id)))
        self.field.clear_for_next()

    def drop(self, metal_id: str, _checked: bool = False) -> None:
        """Leave a metal out."""
        confirm(self, compared.remove(self._shared.state, self._shared.store.metal(metal_id)))

    def _find(self, text: str) -> str:
        """Return the id of the metal that a text names, empty for an empty text; raise KnownError otherwise."""
        found = read_metals(self._shared.store, [text])
        if found and len(self.buttons) == MOST_METALS and found[0] not in self.buttons:
            raise KnownError(too_many())
        return found[0] if found else ""

    @Slot()
    def _show_fault(self) -> None:
        self.fault.setText(self.field.fault.sentence)
        self.fault.setVisible(bool(self.field.fault.sentence))


def _dot(colour: str) -> QIcon:
    """Return a disc in the colour of a line, with a gap after it."""
    scale = 2
    pixmap = QPixmap((DOT + GAP) * scale, DOT * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    with painting(QPainter(pixmap)) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(0, 0, DOT, DOT)
    return QIcon(pixmap)
