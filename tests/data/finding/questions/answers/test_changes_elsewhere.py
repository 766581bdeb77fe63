"""Changes of other origins and for other destinations, which a question that names neither must not lose."""

from datetime import date

from explorer.data.context import Context
from explorer.data.finding.questions.ask import ask
from explorer.data.store import Store

DAY = date(2026, 11, 27)


def text(store: Store, question: str) -> str:
    return ask(store, question, Context(DAY, "CHN", "USA"), DAY).text


def test_other_origins_are_named_with_metals_and_first_day(live_store: Store) -> None:
    """`id-dsi-2026-full` on nickel and `zw-lithium-2027` begin in January 2027."""
    found = text(live_store, "which metals come under a new rule in January 2027")
    assert "Indonesia (nickel, 1 Jan 2027)" in found and "Zimbabwe (lithium, 1 Jan 2027)" in found


def test_a_question_on_one_origin_is_not_about_others(live_store: Store) -> None:
    assert "Indonesia" not in text(live_store, "what does China change in January 2027")


def test_other_destinations_are_named(live_store: Store) -> None:
    """Announcement 30 of 2026 of 24 July is about firms of the European Union."""
    assert "the European Union (24 Jul 2026)" in text(live_store, "2026年7月有哪些新公告")
    assert "European Union" not in text(live_store, "what changed for Japan in July 2026")
