"""The assumptions behind the result of a stress test, as whole sentences."""

from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.buyers import CREDIT, buyer_name, buyer_notes
from explorer.data.supply.stress.removal import Removal
from explorer.data.supply.stress.stress_test import StressTest
from explorer.language import gettext, ngettext


def assumptions(store: Store, test: StressTest) -> tuple[str, ...]:
    """Return the assumptions behind the result as whole sentences."""
    sentences = []
    if test.rows:
        bound = gettext(
            "“At least” marks a loss where a figure is withheld or given as a range, or a country is not named."
        )
        hhi = gettext(
            "The HHI after the removal is calculated from the remaining output. “At least” means that withheld or "
            "unnamed producers are not counted."
        )
        sentences += [*loss_assumptions(store, test), bound, hhi]
    if test.buyer is not None and test.removal.countries:
        text = gettext(
            "Imports by {buyer}: latest usable year under each customs code; a share of imports is not a share of "
            "supply. Codes are not added up."
        )
        sentences += [
            text.format(buyer=buyer_name(store, test.buyer)),
            *buyer_notes(store, test.buyer),
            CREDIT,
        ]
    if test.removal.companies:
        sentences.append(companies_note())
    return (*sentences, *(_project_assumptions(test) if test.rows else ()))


def companies_note() -> str:
    """Return that nothing is lost with a company."""
    return gettext(
        "For companies, only sites are listed. Capacity is not output, so no loss is calculated from it."
    )


def loss_assumptions(store: Store, test: StressTest) -> list[str]:
    """Return what the losses of output rest on; how bounds are marked differs between texts and charts."""
    return [
        gettext("Output of the countries removed is lost at once and in full."),
        *_bloc_sentences(store, test.removal),
        gettext("All other countries keep their output. No stocks are used and nothing is substituted."),
        gettext(
            "Figures are from the default production table of each metal: the latest full table of one publisher, "
            "stage and form. Nothing is added up across tables."
        ),
        gettext("A loss that includes an estimated figure is an estimate."),
    ]


def _bloc_sentences(store: Store, removal: Removal) -> list[str]:
    """Return for each bloc how many members are removed."""
    sentences = []
    for bloc in removal.places:
        count = len(store.bloc_members.get(bloc, ()))
        if count:
            text = ngettext(
                "The {count} member of {bloc} is removed.",
                "The {count} members of {bloc} are removed.",
                count,
            )
            sentences.append(text.format(bloc=place_name(store, bloc), count=count))
    return sentences


def _project_assumptions(test: StressTest) -> tuple[str, ...]:
    delay = test.pipeline.delay
    late = gettext("Projects start when expected; each status is as of its own date.")
    if delay:
        late = ngettext(
            "Projects start {count} year after the expected date, except those already operating; each status is as "
            "of its own date.",
            "Projects start {count} years after the expected date, except those already operating; each status is as "
            "of its own date.",
            delay,
        ).format(count=delay)
    return (
        late,
        gettext(
            "Planned capacity adds up only projects of the same metal, stage, form and unit, excluding those that "
            "operate or have stalled. It is not output and does not offset a loss. Phases of one site may overlap."
        ),
    )
