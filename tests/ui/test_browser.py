"""Only web addresses open in the browser."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from explorer.data.web_address import insecure_remark
from explorer.ui import browser
from explorer.ui.browser import is_web_address, offer, open_in_browser
from tests.ui.finding import by_text

PACKAGE = Path(browser.__file__).resolve().parent.parent
REFUSED = (
    None,
    "",
    "file:///etc/passwd",
    "/etc/passwd",
    "javascript:alert(1)",
    "ssh://host",
    "mailto:a@b.c",
    "minor-metals:gallium",
    "https:",
    "https:///path",
    "http://a b",
    "\\\\server\\share",
    "www.example.org",
    "-a Calculator",
    "https://example.org@evil.example/",
    "https://user:password@example.org/",
)


@pytest.fixture
def opened(monkeypatch):
    urls = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url.toString()) or True)
    return urls


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=c#d", "HTTP://example.org", "http://例子.cn/镓"]
)
def test_a_web_address_opens(opened, address):
    assert is_web_address(address) and open_in_browser(address)
    assert len(opened) == 1 and opened[0].startswith("http")


@pytest.mark.parametrize("address", REFUSED)
def test_other_addresses_do_not_open(opened, address):
    assert not is_web_address(address) and not open_in_browser(address)
    assert opened == []


@pytest.fixture
def addressed(workspace, monkeypatch):
    """Return a function that gives all sources an address."""
    plain = workspace.shared.store.sources

    def give(address):
        changed = {key: replace(source, url=address) for key, source in plain.items()}
        monkeypatch.setattr(workspace.shared.store, "sources", changed)

    return give


@pytest.mark.parametrize(("address", "opens"), [("https://example.org", 1), ("file:///etc/passwd", 0)])
def test_a_source_opens_only_from_the_web(workspace, opened, addressed, address, opens):
    addressed(address)
    workspace.state.set_tab("sources")
    page = workspace.detail.page("sources")
    by_text(page, "Open in browser…").click()
    assert opened == []
    for menu in page.findChildren(QMenu):
        menu.actions()[0].trigger()
        menu.close()
    assert len(opened) == opens


@pytest.mark.parametrize(
    ("address", "has_link"), [("https://example.org", True), ("file:///etc/passwd", False)]
)
def test_an_official_text_has_a_link_only_to_a_web_address(workspace, opened, addressed, address, has_link):
    addressed(address)
    workspace.state.set_tab("controls")
    lines = workspace.detail.page("controls").list.lines()
    assert lines
    for line in lines:
        line.button.click()
        for button in line.card.findChildren(QAbstractButton):
            if button.text() == "Open in browser":
                assert button.accessibleName().startswith("Open http")
                button.click()
    assert opened and all(url.startswith("http") for url in opened)
    assert (address in opened) is has_link


@pytest.mark.parametrize(
    ("address", "texts"),
    [
        (
            "http://example.org/a?b&c",
            [
                insecure_remark(),
                "Open http://example.org/a?b&&c in browser (http, not encrypted)",
                "Copy address",
            ],
        ),
        ("https://example.org/", ["Open https://example.org/ in browser", "Copy address"]),
        (
            "https://example.org/" + "x" * 90,
            ["Open https://example.org/" + "x" * 59 + "… in browser", "Copy address"],
        ),
    ],
)
def test_an_address_is_shown_before_it_opens(qtbot, opened, address, texts):
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    menu = offer(owner, address)
    assert [a.text() for a in menu.actions()] == texts and opened == []
    opening = menu.actions()[-2]
    assert menu.activeAction() is opening
    opening.trigger()
    menu.close()
    assert opened == [address]


def test_another_address_is_not_offered(qtbot, opened):
    owner = QWidget()
    qtbot.addWidget(owner)
    assert all(offer(owner, address) is None for address in REFUSED) and opened == []


def test_addresses_open_only_after_they_were_shown():
    """The modules that open at once show the address in a label or in the entry of a menu."""
    shows = re.compile(r"opening_text\(|label\(address\.url\)|self\.address\.setText|open_address")
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "open_in_browser(" in text and path.name != "browser.py":
            assert shows.search(text), path


def test_no_other_module_opens_an_address():
    calls = re.compile(r"QDesktopServices|\bwebbrowser\b|setOpenExternalLinks\(True\)|xdg-open|startfile")
    modules = {path.name for path in PACKAGE.rglob("*.py") if calls.search(path.read_text(encoding="utf-8"))}
    assert modules == {"browser.py", "saved_files.py"}
