"""What an answer is, and sentences that several answers need."""

from collections.abc import Sequence

from msgspec import Struct

from explorer.data.controls.headline import beyond
from explorer.data.dates import show
from explorer.data.finding.questions.reading import Reading
from explorer.data.finding.rows import OPEN_METAL, Action
from explorer.data.metal_names import short_name
from explorer.data.store import Store
from explorer.data.supply.figure_text import KeyFigureText
from explorer.data.supply.records import Price, PriceSeries
from explorer.language import gettext, paragraph


class QuotedPrice(Struct, frozen=True):
    """A price that an answer gives, with its series."""

    series: PriceSeries
    price: Price


class Answer(Struct, frozen=True):
    """An answer in sentences, and the view that shows it; `metals` are those that it lists, `prices` its prices."""

    text: str
    action: Action
    metals: tuple[str, ...] = ()
    prices: tuple[QuotedPrice, ...] = ()


def per_metal(store: Store, metals: Sequence[str], sentences: Sequence[str]) -> str:
    """Return sentences on metals, each after the name of its metal unless it begins with that."""
    text = gettext("{metal}: {answer}")
    named = [(short_name(store.metal(m)), sentence) for m, sentence in zip(metals, sentences, strict=True)]
    return paragraph([s if s.startswith(name) else text.format(metal=name, answer=s) for name, s in named])


def on_day(store: Store, reading: Reading, metal_id: str, text: str) -> str:
    """Return a text on a metal after the day that the question names, so that it is not read as about today."""
    if not reading.has_days:
        return text
    sentence = gettext("{metal} on {day}: {answer}")
    return sentence.format(metal=short_name(store.metal(metal_id)), day=show(reading.until), answer=text)


def with_warning(store: Store, reading: Reading, text: str) -> str:
    """Return a text on controls, with the warning where its last day is later than the last one checked."""
    return paragraph((text, beyond(store, reading.until)))


def command_options(reading: Reading) -> str:
    """Return the options by which a command is about the exports and the day of a question."""
    return f"--on {reading.until.isoformat()} --from {reading.origin} --to {reading.destination}"


def open_tab(reading: Reading, tab: str, *, with_context: bool = True, with_day: bool = True) -> Action:
    """Return the action that opens a tab of the first metal, for the places and the day of the question.

    The day is set only for questions about controls: figures have years of their own.
    """
    metal = reading.metals[0] if reading.metals else ""
    if not with_context:
        return Action(OPEN_METAL, metal=metal, tab=tab)
    return Action(
        OPEN_METAL,
        metal=metal,
        tab=tab,
        day=reading.until if with_day else None,
        origin=reading.origin,
        destination=reading.destination,
    )


def figure_sentence(text: KeyFigureText) -> str:
    """Return a key figure in a sentence, with everything that qualifies it."""
    value = " ".join(part for part in (text.value, text.unit) if part)
    remarks = [text.qualification, text.warning, text.flag, *text.details, text.source, text.confidence_text]
    joined = "; ".join(remark for remark in remarks if remark)
    if not value:
        return gettext("{label}: {remarks}.").format(label=text.label, remarks=joined)
    if not joined:
        return gettext("{label}: {value}.").format(label=text.label, value=value)
    return gettext("{label}: {value} ({remarks}).").format(label=text.label, value=value, remarks=joined)
