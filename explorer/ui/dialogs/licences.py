"""The licences of the components of a package, and the terms of the data."""

from html import escape
from importlib import metadata
from typing import NamedTuple

import PySide6
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPlainTextEdit, QTextBrowser, QWidget

from explorer import paths


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
    Component("Python", "PSF-2.0", ("licences/python-psf.txt",)),
    Component("SQLite", "public domain", ("licences/sqlite-public-domain.txt",)),
    Component("Inter, Noto Sans SC", "OFL-1.1", ("fonts/LICENSE.txt",)),
    Component("Unicode CLDR", "Unicode-3.0", ("licences/unicode-3.0.txt",)),
)
QT, NUMPY, PYTHON = 1, 3, 4


class LicencesPage(QWidget):
    """The components of a package, and the licence text of the selected one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        self.list = QListWidget()
        self.list.setProperty("role", "parts")
        self.list.setAccessibleName(self.tr("Parts and their licences"))
        self.list.addItems([f"{component.name} · {component.licence}" for component in COMPONENTS])
        self.list.setFixedWidth(250)
        self.list.ensurePolished()  # the heights of the lines are measured only once
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setProperty("role", "code")
        self.text.setAccessibleName(self.tr("Text of the licence"))
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
            return self.tr("The text can't be read ({}).").format(error)

    def _about_qt(self) -> str:
        """Return what the packages change in Qt, how to undo it, and how to use another build of Qt."""
        changed = self.tr(
            "Qt, PySide6 and Shiboken are used under the GNU Lesser General Public License 3, as libraries of their "
            "own. Their files are those of the package PySide6-Essentials {version}, with these changes: in the "
            "packages for Linux, libicudata.so.* (tables for sorting and for older encodings, which this program does "
            "not need) is a stand-in without content, made from resources/packaging/icudata.c of the source code. On "
            "macOS the packager rewrites the paths by which the libraries find one another and signs them again. In "
            "all packages, modules, plugins and translations that this program does not need are left out."
        )
        original = self.tr(
            "To put the original libicudata back, run “pip download --no-deps PySide6-Essentials=={version}”, open "
            "the file as a ZIP archive, and copy libicudata.so.* from its folder PySide6/Qt/lib over the file of the "
            "same name in the folder “_internal/PySide6/Qt/lib” of the package. Then start the program again."
        )
        replacing = self.tr(
            "You may put other builds of Qt, PySide6 and Shiboken in their place: in a package they lie in the folder "
            "“_internal”, below “PySide6” and “shiboken6” (on macOS in “Contents/Frameworks” of the app). Replace "
            "these files by those of a build of the same names and of the same or a later 6.x version, and start "
            "the program again; nothing checks or locks them (on macOS, sign the changed app again: codesign "
            "--force --deep --sign - followed by its name). You may take the program apart to find the faults of "
            "such a change. The source code of Qt and PySide6 is at download.qt.io; the parts of others in Qt, "
            "and their licences, are listed at doc.qt.io/qt-6/licenses-used-in-qt.html. Where the program was "
            "installed by pip, Qt is unchanged, and pip replaces it."
        )
        version = PySide6.__version__
        return "\n\n".join((changed.format(version=version), original.format(version=version), replacing))

    def _about_numpy(self) -> str:
        """Return what the packages change in NumPy, and how to undo it."""
        return self.tr(
            "In the packages for Linux, the library OpenBLAS of NumPy (libscipy_openblas64_*.so) is a stand-in with "
            "the few routines that NumPy calls at its start, made from resources/packaging/blas.c of the source code; "
            "libgfortran and libquadmath, which only OpenBLAS needs, are left out. To put the originals back, run "
            "“pip download --no-deps numpy=={version}”, open the file as a ZIP archive, and copy the files of its "
            "folder numpy.libs into the folder “_internal/numpy.libs” of the package."
        ).format(version=metadata.version("numpy"))

    def _about_python(self) -> str:
        """Return what the packages change in Python."""
        return self.tr(
            "In the packages for Linux, the symbols that only a debugger reads are taken out of Python's libraries."
        )


class TermsPage(QTextBrowser):
    """The sources of the data, and the terms of their reuse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Terms of the data"))
        self.setHtml("".join(f"<p><b>{escape(who)}</b><br>{escape(what)}</p>" for who, what in self._terms()))

    def _terms(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Each figure and each measure names its sources"),
                self.tr(
                    "The tab Sources of a metal lists them with publisher, date and address. The terms known of a "
                    "source stand in its note; the code's licence does not cover the facts."
                ),
            ),
            (
                self.tr("Ministries and gazettes: control measures"),
                self.tr(
                    "Titles, dates and scopes of official texts, quoted in short; the official text decides."
                ),
            ),
            (self.tr("US Geological Survey"), self.tr("Public domain in the United States.")),
            (
                self.tr("World Mining Data (Austrian Federal Ministry of Finance)"),
                self.tr("Free of charge; reuse with the source named."),
            ),
            (
                self.tr("British Geological Survey"),
                self.tr(
                    "Contains British Geological Survey materials © UKRI. Reuse with this "
                    "acknowledgement; commercial reuse by permission of BGS."
                ),
            ),
            (
                self.tr("European Commission"),
                self.tr(
                    "Criticality scores and European use shares, read in a public transcription under CC BY 4.0."
                ),
            ),
            (
                self.tr("UN Comtrade"),
                self.tr("To be named as the source; its terms limit the passing on of large extracts."),
            ),
            (
                self.tr("CEPII (suppliers by importing country)"),
                self.tr(
                    "BACI (HS92), Etalab Open Licence 2.0: reuse allowed if CEPII and BACI are named. Tonnes of "
                    "product, reconciled customs data; own calculation."
                ),
            ),
            (
                self.tr("Price reporters and the press"),
                self.tr(
                    "Single quotations, as named by the reports that carried them; series and reports "
                    "remain with their publishers. Ask them before you pass on more than a quotation."
                ),
            ),
        )
