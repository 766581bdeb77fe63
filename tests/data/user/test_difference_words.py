"""What differs between the user's data and a file, in words for both sides."""

from explorer.data.store import Store
from explorer.data.user.difference_words import difference_words
from explorer.data.user.entry_records import Entry, EventFacts, Notice
from explorer.data.user.merge_record import Difference
from explorer.data.user.parts_records import PartsFacts, PartsLine, PartsList
from explorer.data.user.records import Note, UserSeries


def test_a_series_whose_prices_alone_differ_says_so(store: Store) -> None:
    series = UserSeries(
        *("gallium-1", "gallium", "Spot", "USD/kg", "USD", "monthly"),
        *(None, "2026-11-01", "2026-09", "2026-10", 2),
    )
    words = "Spot: 2 prices in USD/kg, Sep 2026 to Oct 2026."
    assert difference_words(store, Difference(series, series)) == (
        "Series “Spot”",
        words,
        f"{words} Some values differ.",
    )


def test_a_note_on_a_measure_has_its_name(store: Store) -> None:
    yours, theirs = (Note("measure", "cn-2023-23", text, "2026-11-28") for text in ("mine", "theirs"))
    name, own, other = difference_words(store, Difference(yours, theirs))
    assert name == "Note on Announcement 23 of 2023"
    assert (own, other) == ("“mine” (changed 28 Nov 2026).", "“theirs” (changed 28 Nov 2026).")


def test_an_entry_that_is_off_says_so(store: Store) -> None:
    notice = Notice("Notice 1", "https://example.org/1", "2026-11-21")
    facts = EventFacts("cn-2023-23", "suspended", "2026-11-20", "2027-11-20")
    on, off = (Entry("own_1", facts, notice, "2026-11-21", is_on) for is_on in (True, False))
    words = (
        "Announcement 23 of 2023: paused from 20 Nov 2026 until 20 Nov 2027 (“Notice 1”, read 21 Nov 2026)"
    )
    assert difference_words(store, Difference(on, off)) == ("Entry", f"{words}.", f"{words}; turned off.")


def test_a_parts_list_has_its_lines_and_places(store: Store) -> None:
    one, two = (
        PartsList("list-1", PartsFacts("Motors", "CHN", place), "2026-11-21", (PartsLine(1, "8505111000"),))
        for place in ("USA", "JPN")
    )
    assert difference_words(store, Difference(one, two)) == (
        "Parts list “Motors”",
        "Motors: 1 line, China to the United States.",
        "Motors: 1 line, China to Japan.",
    )
