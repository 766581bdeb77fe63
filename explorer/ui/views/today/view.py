"""The view that the program opens with: what is in force on the as-of date, what ends and what comes next."""

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout

from explorer.data.dates import show
from explorer.data.places import place_name
from explorer.guard import guarded
from explorer.language import gettext
from explorer.palette import Theme
from explorer.ui.views.page import ScrollPage
from explorer.ui.views.today.start_choice import StartChoice
from explorer.ui.widgets.labels import label


@guarded
class TodayView(ScrollPage):
    """Shows the controls of all metals on the as-of date of the state; its title names another day than today."""

    def build(self) -> None:
        """Build the heading and the cards."""
        self.setAccessibleName(gettext("Today"))
        head = QHBoxLayout()
        self.title = label("", "title", wrap=False)
        self.subtitle = label("", "muted")
        self.start = StartChoice(self.shared.state)
        head.addWidget(self.title)
        head.addWidget(self.subtitle, 1, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self.start)
        self.column.addLayout(head)
        state = self.shared.state
        state.contextChanged.connect(self._state_changed)
        state.optionsChanged.connect(self._state_changed)

    @Slot()
    def _state_changed(self) -> None:
        self.invalidate()

    def refresh(self) -> None:
        """Fill the page for the state."""
        context, store = self.shared.context, self.shared.store
        is_today = context.as_of == date.today()
        self.title.setText(gettext("Today") if is_today else show(context.as_of))
        self.subtitle.setText(
            gettext("{day}, exports from {origin} to {destination}").format(
                day=show(context.as_of),
                origin=place_name(store, context.origin),
                destination=place_name(store, context.destination),
            )
        )

    def focus_content(self) -> None:
        """Move the focus to the page, which the keys scroll."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self, _theme: Theme) -> None:
        """Draw everything again in the theme in use."""
        self.invalidate()
