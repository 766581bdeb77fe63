"""The view Fact check: the claims beside their list or as a table, and what is saved, copied and exported."""

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from explorer.models.view_request import read, write
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.cards.metal_chip import MetalChip
from tests.commands.conftest import run as run  # the fixture
from tests.ui.finding import by_text


@pytest.fixture
def claims(workspace, qtbot):
    workspace.state.set_context(day=date(2026, 11, 28), destination="USA")
    workspace.state.set_view("claims")
    view = workspace.views.view("claims")
    qtbot.waitUntil(lambda: view.pane.widget() is not None)
    return view


def listed(view) -> list[str]:
    return [row[0].key for row in view.list.table.records.rows]


def shown(view) -> list[str]:
    return [text.text() for text in view.pane.widget().findChildren(QLabel)]


def test_the_first_claim_is_shown_and_the_keys_go_on(claims, workspace):
    assert len(listed(claims)) == 30
    assert "“25 rare metals came under control on 4 February 2025”" in shown(claims)
    claims.focus_content()
    QTest.keyClick(claims.list.table, Qt.Key.Key_Down)
    assert workspace.state.options("claims")["claim"] == listed(claims)[1] == "antimony-price-2024"
    assert "“Antimony rose from about 13,000 to 38,000 USD per tonne during 2024”" in shown(claims)


def test_a_verdict_filters_the_list_and_its_count_is_on_the_chip(claims, workspace):
    assert claims.chips["contradicted"].text() == "Contradicted 2"
    claims.chips["contradicted"].click()
    assert listed(claims) == ["bismuth-irreplaceable", "ga-ge-exports-halved-2024"]
    assert "“Bismuth cannot be replaced in medicine and the nuclear industry”" in shown(claims)
    assert claims.chips["contradicted"].isChecked() and not claims.chips["all"].isChecked()
    claims.chips["contradicted"].click()
    assert claims.chips["contradicted"].isChecked()
    link = write(workspace.state.as_request())
    assert link.startswith("minor-metals:view/claims?") and "verdict=contradicted" in link


def test_the_chart_of_a_claim_is_shown_and_exported(claims, workspace):
    requested = []
    claims.exportRequested.connect(requested.append)
    workspace.state.set_option("claims", "claim", "us-antimony-china-63")
    card = claims.pane.widget().findChild(ChartCard)
    assert card.chart.title == "Antimony: import sources of the United States"
    assert card.heading.text() == card.chart.title
    card.export_button.click()
    assert [spec.kind for spec in requested] == ["import-sources"]
    workspace.state.set_option("claims", "claim", "bloomberg-precedent")
    assert claims.pane.widget().findChild(ChartCard) is None


def test_it_follows_day_and_theme_and_keeps_its_place(claims, workspace):
    workspace.state.set_option("claims", "claim", "us-ban-status")
    first = claims.pane.widget()
    workspace.state.set_context(day=date(2024, 12, 10))
    page = claims.pane.widget()
    assert page is first and page.findChild(ChartCard).chart.context.as_of == date(2024, 12, 10)
    picture = claims.grab().toImage()
    workspace.state.set_theme("dark")
    assert claims.pane.widget() is not page and claims.grab().toImage() != picture


def test_the_statuses_of_its_metals_follow_day_and_places(claims, workspace):
    page = claims.pane.widget()
    for day, to in ((date(2026, 11, 28), "USA"), (date(2024, 12, 10), "USA"), (date(2026, 11, 28), "JPN")):
        workspace.state.set_context(day=day, destination=to)
        assert claims.pane.widget() is page
        kept = [(c.accessibleName(), c.pill.text(), c.toolTip()) for c in page.findChildren(MetalChip)]
        workspace.state.set_option("claims", "claim", "bloomberg-precedent")
        workspace.state.set_option("claims", "claim", "")
        page = claims.pane.widget()
        anew = [(c.accessibleName(), c.pill.text(), c.toolTip()) for c in page.findChildren(MetalChip)]
        assert kept == anew and kept


def test_the_figures_do_not_depend_on_origin_and_destination(claims, workspace):
    workspace.state.set_option("claims", "claim", "us-ban-status")
    workspace.state.set_context(origin="COD", destination="DEU")
    context = claims.pane.widget().findChild(ChartCard).chart.context
    assert (context.origin, context.destination) == ("CHN", "USA")


def test_a_chosen_claim_far_down_is_in_view(workspace, window, qtbot):
    window.resize(1000, 600)
    workspace.follow("minor-metals:view/claims?claim=xiamen-tungsten-wire")
    view = workspace.views.view("claims")
    table, seen = view.list.table, view.list.viewport()

    def top() -> int:
        row = table.visualRect(table.currentIndex())
        return table.viewport().mapTo(seen, row.topLeft()).y()

    qtbot.waitUntil(lambda: view.pane.widget() is not None and 0 <= top() < seen.height())
    assert (
        table.currentIndex().siblingAtColumn(0).data()
        == "Xiamen Tungsten makes tungsten wire for photovoltaics"
    )
    assert view.list.verticalScrollBar().value() > 0


def test_all_claims_are_a_table_that_agrees_with_the_command(claims, workspace, run, qtbot):
    claims.layout_button.click()
    table = claims.table.table
    qtbot.waitUntil(lambda: table.records.rowCount() == 30)
    found = json.loads(run("claims", "--json").out)
    rows = [(row[0].key, row[2].text, row[7].text) for row in table.records.rows]
    assert rows == [(c["claim_id"], c["claimed"], c["explanation"]) for c in found]
    assert claims.csv() == run("claims", "--csv").out
    table.opened.emit("apt-licence")
    options = workspace.state.options("claims")
    assert (options["show"], options["claim"]) == ("list", "apt-licence")
    assert claims.list.isVisible()


def test_the_claims_with_a_verdict_are_saved(claims, monkeypatch, tmp_path):
    claims.chips["misleading"].click()
    chosen = tmp_path / "claims"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    claims.save_csv.click()
    claims.save_xlsx.click()
    lines = Path(f"{chosen}.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2 and lines[1].startswith("25-rare-metals,")
    assert Path(f"{chosen}.xlsx").read_bytes()[:2] == b"PK"


def test_the_claims_with_a_verdict_are_printed(claims, workspace, qtbot, monkeypatch, tmp_path):
    claims.chips["contradicted"].click()
    path = tmp_path / "claims.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), "PDF"))
    claims.statement.click()
    qtbot.waitUntil(path.is_file)
    assert path.read_bytes().startswith(b"%PDF") and str(path) in workspace.status.sentence


def test_the_citation_names_verdict_and_sources(claims, workspace):
    workspace.state.set_option("claims", "claim", "bismuth-irreplaceable")
    by_text(claims.pane.widget(), "Copy citation").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(
        "“Bismuth cannot be replaced in medicine and the nuclear industry”: Contradicted."
    )
    assert "U.S. Geological Survey" in copied and " Confidence: " in copied.splitlines()[0]
    assert copied.endswith("controls checked to 8 Oct 2026.")


def test_a_link_opens_a_claim_and_an_unknown_one_is_named(store):
    request, faults = read("minor-metals:view/claims?claim=apt-licence&verdict=confirmed", store)
    assert not faults and dict(request.options) == {"claim": "apt-licence", "verdict": "confirmed"}
    _, (fault,) = read("minor-metals:view/claims?claim=nothing", store)
    assert "No claim with the ID “nothing”" in fault


def test_the_as_of_line_of_a_chart_sets_the_date_when_it_is_released(claims, workspace):
    workspace.state.set_option("claims", "claim", "us-ban-status")
    view = claims.pane.widget().findChild(ChartCard).view
    view.asOfDragged.emit(date(2025, 1, 15), False)
    assert workspace.state.context.as_of == date(2026, 11, 28)
    view.asOfDragged.emit(date(2025, 1, 15), True)
    assert workspace.state.context.as_of == date(2025, 1, 15)


def test_a_metal_of_a_claim_opens_in_the_view_of_the_metals(claims, workspace):
    chips = claims.pane.widget().findChildren(MetalChip)
    chips[-1].click()
    assert workspace.state.view == "metals" and workspace.state.metal_id == "indium"
