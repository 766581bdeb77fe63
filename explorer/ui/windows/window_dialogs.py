"""What the window opens beside its views: exports, evidence files, what the user saved, copied texts, and help."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QWidget

from explorer.language import gettext
from explorer.ui.view_context import ViewContext
from explorer.ui.windows.about_windows import AboutWindows
from explorer.ui.windows.banner import Banner
from explorer.ui.windows.copied_lookup import CopiedLookup
from explorer.ui.windows.diagnostic_report import DiagnosticReport
from explorer.ui.windows.edition_removal import EditionRemoval
from explorer.ui.windows.evidence_files import EvidenceFiles
from explorer.ui.windows.exports import Exports
from explorer.ui.windows.own_data import OwnData
from explorer.ui.windows.own_entries import OwnEntriesDialogs
from explorer.ui.windows.own_parts import OwnPartsDialogs
from explorer.ui.windows.own_series import OwnSeriesDialogs
from explorer.ui.windows.status_bar import StatusBar


class WindowDialogs(QObject):
    """Keeps one object for each kind of dialog; what they report is shown in the status bar or on the banner."""

    def __init__(
        self, shared: ViewContext, settings: QSettings | None, report: Callable[[], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.exports = Exports(shared, settings, parent)
        self.evidence = EvidenceFiles(shared, settings, parent)
        self.own_series = OwnSeriesDialogs(shared, settings, parent)
        self.own_entries = OwnEntriesDialogs(shared, parent)
        self.own_data = OwnData(shared, settings, parent)
        self.own_parts = OwnPartsDialogs(shared, parent)
        self.copied = CopiedLookup(shared, settings, parent)
        self.edition_removal = EditionRemoval(shared, parent)
        self.diagnosis = DiagnosticReport(report, parent)
        self.about = AboutWindows(shared, self.diagnosis, parent)

    def connect_to(self, status: StatusBar, banner: Banner) -> None:
        """Show what was done in the status bar, and what could not be done on the banner."""
        for files in (self.exports, self.evidence, self.own_data):
            files.written.connect(status.show_saved)
            files.refused.connect(banner.show_message)
        self.own_series.written.connect(status.show_saved)
        self.own_data.imported.connect(banner.show_message)
        for part in (self.own_series, self.own_entries, self.own_parts, self.edition_removal, self.copied):
            part.reported.connect(status.show_message)
        copied = gettext("Diagnostic report copied to the clipboard.")
        self.diagnosis.copied.connect(partial(status.show_message, copied))
        status.openRequested.connect(self.exports.open_saved)
        status.folderRequested.connect(self.exports.show_saved)
        status.entriesRequested.connect(self.own_entries.list_entries)
        banner.reportRequested.connect(self.diagnosis.copy)

    def slots_of_actions(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the window call, by their IDs."""
        return {
            "export_several": self.exports.export_many,
            "export_controls": partial(self.exports.export_kind, "controls-all"),
            "export_measures_quarters": partial(self.exports.export_kind, "measures-quarters"),
            "export_risk": partial(self.exports.export_kind, "risk"),
            "sheet_a4": partial(self.exports.export_sheet, "a4"),
            "sheet_letter": partial(self.exports.export_sheet, "letter"),
            "verify_evidence": self.evidence.verify,
            "look_up_clipboard": self.copied.look_up_now,
            "look_up_copied": self.copied.switch,
            "add_series": self.own_series.add,
            "own_series": self.own_series.list_series,
            "add_entry": self.own_entries.add,
            "own_entries": self.own_entries.list_entries,
            "export_own": self.own_data.export_data,
            "import_own": self.own_data.import_data,
            "help": self.about.show_help,
            "glossary": partial(self.about.show_help, glossary=True),
            "copy_report": self.diagnosis.copy,
            "about": self.about.show_about,
        }
