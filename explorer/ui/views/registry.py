"""The views of the window in the order of the rail, then those without a button: names, descriptions, modules."""

from collections.abc import Callable
from importlib import import_module
from typing import Protocol, runtime_checkable

from msgspec import Struct
from PySide6.QtWidgets import QTabBar, QWidget

from explorer.language import gettext_noop
from explorer.models.views import (
    CHANGES_VIEW,
    CLAIMS_VIEW,
    CODES_VIEW,
    COMPARE_VIEW,
    DATA_VIEW,
    MAP_VIEW,
    METALS_VIEW,
    NAMES_VIEW,
    PARTS_VIEW,
    STRESS_VIEW,
    TABLE_VIEW,
    TIMELINE_VIEW,
    TODAY_VIEW,
)
from explorer.palette import Theme
from explorer.ui.view_context import ViewContext


class View(Protocol):
    """What a view offers the window beside being a widget."""

    def focus_content(self) -> None:
        """Move the focus to what the view shows."""

    def export_content(self) -> bool:
        """Ask for the export of what the view shows beside charts; return whether there is anything to export."""

    def restyle(self, theme: Theme) -> None:
        """Draw everything again in a theme."""


@runtime_checkable
class TabbedView(Protocol):
    """A view with tabs of its own, to which the keys for tabs lead."""

    tabs: QTabBar


class ViewKind(Struct, frozen=True):
    """A view: its id, also the name of its icon; its name and what it shows; the class that builds it."""

    view: str
    name: str
    about: str
    module: str
    class_name: str

    @property
    def build(self) -> Callable[[ViewContext, QWidget], QWidget]:
        """The class of the view, imported when it is first opened; it takes the parent of the view."""
        result: Callable[[ViewContext, QWidget], QWidget] = getattr(
            import_module(self.module), self.class_name
        )
        return result


VIEW_KINDS = (
    ViewKind(
        TODAY_VIEW,
        gettext_noop("Today"),
        gettext_noop("What is in force, what ends and what comes next"),
        "explorer.ui.views.today.view",
        "TodayView",
    ),
    ViewKind(
        METALS_VIEW,
        gettext_noop("Metals"),
        gettext_noop("The metals and materials one by one"),
        "explorer.ui.views.metals.view",
        "MetalsView",
    ),
    ViewKind(
        TABLE_VIEW,
        gettext_noop("Table"),
        gettext_noop("The periodic table, coloured by status or by a figure"),
        "explorer.ui.views.table.view",
        "PeriodicTableView",
    ),
    ViewKind(
        TIMELINE_VIEW,
        gettext_noop("Timeline"),
        gettext_noop("Every measure over time, by document or by metal"),
        "explorer.ui.views.timeline.view",
        "TimelineView",
    ),
    ViewKind(
        MAP_VIEW,
        gettext_noop("Map"),
        gettext_noop("Output, reserves, suppliers and export controls by country on a map"),
        "explorer.ui.views.map.view",
        "MapView",
    ),
    ViewKind(
        COMPARE_VIEW,
        gettext_noop("Compare"),
        gettext_noop("Up to eight metals side by side: key figures and prices"),
        "explorer.ui.views.compare.view",
        "CompareView",
    ),
    ViewKind(
        STRESS_VIEW,
        gettext_noop("Stress test"),
        gettext_noop("What is left of each metal without some countries"),
        "explorer.ui.views.stress.view",
        "StressView",
    ),
    ViewKind(
        CODES_VIEW,
        gettext_noop("Code check"),
        gettext_noop("Customs codes and control codes against the control lists"),
        "explorer.ui.views.codes.view",
        "CodesView",
    ),
    ViewKind(
        CLAIMS_VIEW,
        gettext_noop("Fact check"),
        gettext_noop("The claims of a press article, each checked against the data"),
        "explorer.ui.views.claims.view",
        "ClaimsView",
    ),
    ViewKind(
        DATA_VIEW,
        gettext_noop("Data"),
        gettext_noop("Sources, coverage, tables, and where figures differ"),
        "explorer.ui.views.data.view",
        "DataView",
    ),
)
WITHOUT_BUTTON = (
    ViewKind(
        CHANGES_VIEW,
        gettext_noop("What changed"),
        gettext_noop("The metals and measures whose status changed between two days"),
        "explorer.ui.views.changes.view",
        "ChangesView",
    ),
    ViewKind(
        PARTS_VIEW,
        gettext_noop("My parts"),
        gettext_noop("The lines of your parts lists whose verdict changed or will change"),
        "explorer.ui.views.parts.view",
        "PartsView",
    ),
    ViewKind(
        NAMES_VIEW,
        gettext_noop("Named parties"),
        gettext_noop("Company names against the lists of named parties"),
        "explorer.ui.views.names.view",
        "NamesView",
    ),
)
