"""The content of the PDF in an evidence file: the answer, the measures, items, events, sources and the edition."""

from collections.abc import Iterator

from msgspec import Struct

from explorer.charts.builders.sources import footer
from explorer.data.citation import cite
from explorer.data.controls.event_texts import event_text
from explorer.data.controls.headline import beyond
from explorer.data.controls.item_record import items_of
from explorer.data.controls.legal_texts import texts_by_subject
from explorer.data.controls.parties import military_measures, purchasing_rules
from explorer.data.controls.paused_days import listed_events, pause_at
from explorer.data.controls.service import Controls
from explorer.data.controls.status import ENDED
from explorer.data.controls.wording import origins, shown_text
from explorer.data.dates import show
from explorer.data.entries.texts import entry_words, notice_words
from explorer.data.evidence.command import command
from explorer.data.evidence.content import Evidence
from explorer.data.evidence.part_names import ITEMS, MEASURES
from explorer.data.evidence.question import checked_lines
from explorer.data.evidence.records import records, source_ids
from explorer.data.evidence.rests_on import rests_on
from explorer.data.evidence.texts import proves_nothing_about_maker
from explorer.data.finding.code_check import GROUPS, group_name
from explorer.data.finding.code_explanation import (
    Explanation,
    ItemText,
    RuleText,
    item_texts,
    joint_explanation,
    later_changes,
    rule_texts,
)
from explorer.data.places import setting
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.words import instrument_name, measure_name
from explorer.factsheet.facts.description import metal_name
from explorer.factsheet.facts.line_counts import count_lines
from explorer.factsheet.facts.statement import StatementLine, reference_caution, statement_lines
from explorer.language import gettext, paragraph

Group = tuple[str, tuple[RuleText, ...]]
Texts = tuple[str, tuple[str, ...]]


class EvidenceText(Struct, frozen=True):
    """All that the PDF shows: `rules`, `events` and `texts` under headings; `lines` are those of a list of codes."""

    title: str
    setting: str
    answer: str
    detail: str
    caution: str
    warning: str
    lines: tuple[StatementLine, ...]
    rules: tuple[Group, ...]
    items: tuple[ItemText, ...]
    events: tuple[Texts, ...]
    texts: tuple[Texts, ...]
    footer: str
    evidence: Evidence


def evidence_text(evidence: Evidence) -> EvidenceText:
    """Return the content of the PDF."""
    store, question = evidence.store, evidence.question
    context = question.context
    found = _of_metal(evidence) if question.metal_id else _of_codes(evidence)
    measures = [measure for measure, _ in rests_on(store, question).measures]
    return EvidenceText(
        title=gettext("Evidence statement, {day}").format(day=show(context.as_of)),
        setting=setting(store, context),
        answer=found.answer,
        detail=found.detail,
        caution="" if question.metal_id else reference_caution(),
        warning=beyond(store, context.as_of),
        lines=found.lines,
        rules=tuple(group for group in found.rules if group[1]),
        items=found.explanation.items,
        events=tuple(_events(store, measures, evidence)),
        texts=tuple(texts for texts in _texts(evidence, found.explanation) if texts[1]),
        footer=paragraph([footer(store, context), gettext("For reference only; not legal advice.")]),
        evidence=evidence,
    )


class _Found(Struct, frozen=True):
    """The parts that a metal and a list of codes have in other forms."""

    answer: str
    detail: str
    explanation: Explanation
    rules: tuple[Group, ...]
    lines: tuple[StatementLine, ...] = ()


def _of_codes(evidence: Evidence) -> _Found:
    store, context = evidence.store, evidence.question.context
    checked = checked_lines(store, evidence.question)
    explanation = joint_explanation(store, (x.verdict for x in checked if x.verdict is not None), context)
    rules = (
        (gettext("Measures of the items"), explanation.own),
        (gettext("Other measures on the metals"), explanation.related),
        (gettext("For military users only (not counted in the verdict)"), explanation.military),
    )
    return _Found(
        answer=count_lines([line.group for line in checked], GROUPS, group_name, ""),
        detail="",
        explanation=explanation,
        rules=rules,
        lines=tuple(statement_lines(store, checked, explanation)),
    )


def _of_metal(evidence: Evidence) -> _Found:
    store, context, metal_id = evidence.store, evidence.question.context, evidence.question.metal_id
    status = Controls.of(store).status(metal_id, context)
    headline = Controls.of(store).headline(metal_id, context)
    items = items_of(store, status)
    named = {m.measure.measure_id for m in status.measures}
    of_items = {
        x.status.measure.measure_id: x.status for x in items if x.status.measure.measure_id not in named
    }
    groups = (
        (gettext("Measures on {metal}"), status.measures, metal_id),
        (gettext("Measures on special forms or compounds only"), tuple(of_items.values()), metal_id),
        (gettext("For military users only"), military_measures(store, status), metal_id),
        (gettext("Purchasing rules (do not affect the status)"), purchasing_rules(store, status), metal_id),
        (
            gettext("General rules and company lists that also apply"),
            tuple(m for m in status.general if m.state != ENDED),
            "",
        ),
    )
    name = metal_name(store, metal_id)
    rules = tuple(
        (title.format(metal=name), rule_texts(store, ((m, metal) for m in measures), context))
        for title, measures, metal in groups
    )
    measures = [rule.measure for _, listed in rules[:4] for rule in listed]
    explanation = Explanation(
        items=tuple(item_texts(store, (x.item for x in items), context.as_of)),
        own=(),
        related=(),
        military=(),
        changes=later_changes(store, measures, context) if measures else (),
        cautions=(),
    )
    text = gettext("{metal}: {answer}")
    metal = store.metal(metal_id)
    answer = text.format(metal=f"{metal.name_en} {metal.name_zh}", answer=headline.sentence)
    return _Found(answer, headline.detail, explanation, rules)


def _events(store: Store, measures: list[Measure], evidence: Evidence) -> Iterator[Texts]:
    """Yield the events of each measure in words, as they read on the as-of date."""
    for measure in measures:
        texts = []
        for event in listed_events(measure):
            by = store.instruments.get(event.by_instrument_id or "")
            name = instrument_name(by) if by is not None and by is not measure.instrument else ""
            texts.append(event_text(event, name, evidence.question.context.as_of, pause_at(measure, event)))
        if texts:
            yield measure_name(measure), tuple(texts)


def _wording(evidence: Evidence) -> Iterator[str]:
    """Yield the issuer's wording of the measures where any is on file."""
    texts = texts_by_subject(evidence.store, "measure")
    text = gettext("{measure} ({source}): {wording}")
    for measure, _ in rests_on(evidence.store, evidence.question).measures:
        found = texts.get(measure.measure_id, ())
        if found:
            wording = " ".join(map(shown_text, found))
            yield text.format(measure=measure_name(measure), source=origins(found), wording=wording)


def _texts(evidence: Evidence, explanation: Explanation) -> Iterator[Texts]:
    store, edition = evidence.store, evidence.edition
    yield gettext("Official wording of the measures"), tuple(_wording(evidence))
    yield gettext("Later changes on file"), explanation.changes
    yield gettext("What the verdicts leave open"), explanation.cautions
    text = gettext("{entry}. Read by the user: {notice}.")
    entries = (text.format(entry=entry_words(store, e), notice=notice_words(e)) for e in store.entries.used)
    yield gettext("Entries of the user, not part of the edition"), tuple(entries)
    found = {
        name: value for name, value in records(store, evidence.question).items() if name in (ITEMS, MEASURES)
    }
    yield (
        gettext("Sources of the items and measures"),
        tuple(cite(store.sources[i]) for i in sorted(set(source_ids(found)))),
    )
    version = gettext("Edition {version}, controls checked to {day}. SHA-256 of its database: {digest}")
    command_line = gettext("The evidence file was written by: {command}")
    yield (
        gettext("Edition and command"),
        (
            version.format(
                version=edition.version, day=show(edition.verified_to), digest=edition.database_sha256
            ),
            command_line.format(command=command(evidence.question)),
            gettext("To check the evidence file, with this statement in it: minor-metals verify FILE"),
            proves_nothing_about_maker(),
        ),
    )
