"""The area of the window that shows the open view; each view is built when it is first opened."""

from functools import partial
from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QTabBar, QWidget

from explorer.ui.view_context import ViewContext
from explorer.ui.views.registry import VIEW_KINDS, WITHOUT_BUTTON, TabbedView, View
from explorer.ui.widgets.focus import focused_first
from explorer.ui.widgets.stacked_part import stacked_part


class ViewStack(QStackedWidget):
    """Shows the view of the state; `built` reports a view that was opened for the first time, before it is shown."""

    built = Signal(str)

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self._kinds = {kind.view: kind for kind in (*VIEW_KINDS, *WITHOUT_BUTTON)}
        self._views: dict[str, QWidget] = {}
        shared.state.viewChanged.connect(self.show_view)

    def view(self, name: str) -> QWidget:
        """Return a view, built at its first use."""
        if name not in self._views:
            self._views[name] = stacked_part(self, partial(self._kinds[name].build, self._shared))
            self.built.emit(name)
        return self._views[name]

    def is_built(self, name: str) -> bool:
        """Return whether a view was opened before."""
        return name in self._views

    @Slot(str)
    def show_view(self, name: str) -> None:
        """Show a view."""
        self.setCurrentWidget(self.view(name))

    @property
    def has_focus(self) -> bool:
        """Whether the focus is in the open view."""
        view, focus = self.currentWidget(), QApplication.focusWidget()
        return view is not None and focus is not None and (focus is view or view.isAncestorOf(focus))

    @property
    def tabs(self) -> QTabBar | None:
        """The tabs that the open view has of its own."""
        view = self.currentWidget()
        return view.tabs if isinstance(view, TabbedView) else None

    def focus_content(self) -> None:
        """Move the focus to what the open view shows."""
        cast(View, self.currentWidget()).focus_content()

    def export(self) -> bool:
        """Ask for the export of the chart with the focus, else of the first one shown, else of what the view offers.

        Return whether there is anything to export.
        """
        from explorer.ui.cards.chart_card import ChartCard

        charts = [c for c in self.findChildren(ChartCard) if c.isVisible() and c.has_chart]
        for chart in focused_first(charts)[:1]:
            chart.export()
        return bool(charts) or cast(View, self.currentWidget()).export_content()

    def restyle(self) -> None:
        """Draw all views that were opened in the theme in use."""
        for view in self._views.values():
            cast(View, view).restyle(self._shared.theme)
