"""The choices of the stress test: the stage of production, and the least share that a metal must lose."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QLabel, QWidget

from explorer.data.numbers import percent
from explorer.data.supply.figures import STAGE_ORDER
from explorer.data.terms import output_label
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.state import AppState
from explorer.models.views import STRESS_VIEW
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.slider import PageSlider
from explorer.ui.widgets.style import STEP

SLIDER_WIDTH, PAGE = 200, 10


@guarded
class OptionsBar(QWidget):
    """Shows and sets the options of the state. The arrow keys move the threshold by 1 %, Page Up and Down by 10 %."""

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        flow = FlowLayout(self, 3 * STEP)
        self.stage = ChoiceBox()
        self.stage.setAccessibleName(gettext("Stage of production"))
        self.stage.addItem(gettext("Default table of each metal"), "")
        for stage in STAGE_ORDER:
            self.stage.addItem(output_label(stage), stage)
        self.stage.activated.connect(self._stage_chosen)
        self.threshold = PageSlider()
        self.threshold.setAccessibleName(gettext("Least share of world output lost, in per cent"))
        self.threshold.setRange(0, 100)
        self.threshold.setPageStep(PAGE)
        self.threshold.setFixedWidth(SLIDER_WIDTH)
        self.threshold.valueChanged.connect(self._dragged)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.timeout.connect(self._apply)
        self.value = label("", wrap=False, selectable=False)
        width = self.value.fontMetrics().horizontalAdvance(max(map(_value_text, (0, 100)), key=len))
        self.value.setMinimumWidth(width + STEP)
        for part in (
            _name(gettext("Stage"), self.stage),
            self.stage,
            _name(gettext("Lose at least"), self.threshold),
            self.threshold,
            self.value,
        ):
            flow.addWidget(part)

    def show_options(self) -> None:
        """Show the options of the state."""
        chosen = self._state.options(STRESS_VIEW)
        self.stage.setCurrentIndex(self.stage.findData(chosen["stage"]))
        if not self._delay.isActive():
            blocked = self.threshold.blockSignals(True)
            self.threshold.setValue(int(chosen["threshold"]))
            self.threshold.blockSignals(blocked)
        self.value.setText(_value_text(self.threshold.value()))

    @Slot(int)
    def _stage_chosen(self, index: int) -> None:
        self._state.set_option(STRESS_VIEW, "stage", self.stage.itemData(index))

    @Slot(int)
    def _dragged(self, value: int) -> None:
        self.value.setText(_value_text(value))
        self._delay.start(0)  # the last of the moves that arrive together

    @Slot()
    def _apply(self) -> None:
        self._state.set_option(STRESS_VIEW, "threshold", str(self.threshold.value()))


def _name(text: str, field: QWidget) -> QLabel:
    name = label(text, "muted", wrap=False, selectable=False)
    name.setBuddy(field)
    return name


def _value_text(value: int) -> str:
    return percent(value) if value else gettext("any share")
