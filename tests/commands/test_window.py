"""No command: the window, or one sentence."""

import sys
from datetime import date
from types import ModuleType

import pytest

from explorer.commands import window
from explorer.models import view_request
from explorer.models.view_request import ViewRequest
from explorer.process import single_instance
from explorer.process.display import Display
from explorer.process.single_instance import Start
from tests.commands.running import Run


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Start]:
    """The arguments with which a window would have been opened."""
    seen: list[Start] = []
    monkeypatch.setattr(single_instance, "address", lambda *_: "")
    app = ModuleType("explorer.app")
    app.run = lambda start, _report: seen.append(start) or 0  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "explorer.app", app)
    monkeypatch.setattr(window, "find_display", lambda: Display("offscreen", "a test", ""))
    return seen


def test_the_window_gets_ids_and_a_day(run: Run, opened: list[Start]) -> None:
    code = run(
        "--metal", "镓", "--on", "2024-12-10", "--to", "us", "--from", "China", "--tab", "controls"
    ).code
    (start,) = opened
    assert code == 0 and start.link == ""
    assert start.wish == ViewRequest("gallium", "controls", date(2024, 12, 10), False, "CHN", "USA")


def test_the_window_follows_today_where_the_word_says_so(run: Run, opened: list[Start]) -> None:
    assert run("--on", "today").code == 0
    assert run("--on", "Today", "--to", "Deutschland").code == 0
    assert [start.wish for start in opened] == [
        ViewRequest(today=True),
        ViewRequest(today=True, destination="DEU"),
    ]


def test_the_window_opens_without_wishes(run: Run, opened: list[Start]) -> None:
    assert run().code == 0
    assert (opened[0].wish, opened[0].link, opened[0].data) == (ViewRequest(), "", None)


LINK = "minor-metals:gallium?tab=controls&on=2024-12-10"


@pytest.mark.parametrize(
    "argv",
    [
        (LINK,),
        ("--new-window", LINK),
        (LINK, "--new-window"),
        ("--data", "other.db", LINK),
        ("--data=other.db", LINK),
        ("--link", LINK),
    ],
)
def test_a_link_stands_where_a_command_would(run: Run, opened: list[Start], argv: tuple[str, ...]) -> None:
    assert run(*argv).code == 0
    assert opened[0].link == LINK


@pytest.mark.parametrize(
    "argv", [(LINK, "list"), (LINK, "--metal", "gallium"), (LINK, "nothing"), ("list", LINK), (LINK, LINK)]
)
def test_a_link_stands_alone(run: Run, opened: list[Start], argv: tuple[str, ...]) -> None:
    code, out, err = run(*argv)
    assert (code, out) == (2, "") and opened == []
    assert err.startswith("minor-metals: ") and err.count("\n") == 1


def test_a_link_is_text_where_text_is_asked_for(run: Run, opened: list[Start]) -> None:
    assert run("search", LINK).code == 1
    assert run("--metal", LINK).code == 1
    assert opened == []


def test_the_first_window_takes_the_wish_of_the_second(
    run: Run, opened: list[Start], monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[bytes] = []
    monkeypatch.setattr(single_instance, "meet", lambda _place, said: handed.append(said) or True)
    assert run("--metal", "镓", "--to", "us").code == 0
    assert run(LINK).code == 0
    assert run().code == 0
    assert [said.split(b"\n")[0].decode() for said in handed] == [
        "minor-metals:gallium?to=USA",
        LINK,
        "minor-metals:",
    ]
    assert opened == []
    assert run("--new-window").code == 0
    assert len(opened) == 1 and len(handed) == 3


def test_a_broken_data_file_is_left_to_the_window(run: Run, opened: list[Start], foreign: object) -> None:
    assert run("--data", str(foreign), "--metal", "gallium").code == 0
    assert opened[0].data == foreign


def test_faults_are_told_before_a_window_opens(run: Run, opened: list[Start]) -> None:
    assert run("--metal", "galium").code == 1
    assert run("--on", "soon").code == 2
    assert run("--to", "nowhere").code == 2
    assert run("--from", "Liechtenstein").code == 2
    assert run("--tab", "nothing").code == 2
    assert opened == []


def test_no_display(run: Run, opened: list[Start], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "find_display", lambda: Display("none", "", "there is no display"))
    code, out, err = run()
    assert (code, out) == (2, "") and opened == []
    assert err.count("\n") == 1 and "there is no display" in err
    for command in ("list", "show", "status", "check", "search", "sources", "export", "sheet", "doctor"):
        assert command in err


@pytest.mark.parametrize(
    "argv",
    [
        ("--metal", "gallium", "list"),
        ("--tab", "uses", "status", "gallium"),
        ("--new-window", "doctor"),
        ("--self-test", "list"),
        ("--self-test", "--on", "2024-12-10"),
        ("--self-test", LINK),
    ],
)
def test_what_would_be_passed_over_is_refused(run: Run, opened: list[Start], argv: tuple[str, ...]) -> None:
    code, out, err = run(*argv)
    assert (code, out) == (2, "") and opened == []
    assert err.startswith("minor-metals: ") and err.count("\n") == 1


def test_a_command_knows_the_words_of_the_window() -> None:
    """They stand in the parser a second time, which reads them without the modules that have them."""
    from explorer.charts.output import options
    from explorer.commands.support import arguments
    from explorer.data.records import KIND_RANK
    from explorer.factsheet.drawing import style

    assert (arguments.TABS, arguments.LINK) == (view_request.TABS, view_request.SCHEME)
    assert set(arguments.STATUSES) == {"none", *KIND_RANK}
    assert tuple(options.FORMATS) == arguments.FORMATS
    assert tuple(style.PAPERS) == arguments.PAPERS
    assert tuple(preset.key for preset in options.PRESETS) == arguments.PRESETS
    for name in ("MAX_PIXELS", "MIN_PIXELS", "MAX_DPI", "MIN_DPI"):
        assert getattr(arguments, name) == getattr(options, name)
