"""Lists of codes: how they are checked, grouped and worded."""

from explorer.data.finding import code_check, code_texts
from explorer.data.finding.code_verdicts import CodeVerdicts
from explorer.data.places import not_an_export
from explorer.language import gettext_noop
from explorer.models.list_kinds import ListKind
from explorer.models.views import CODE_SEPARATOR, CODES_VIEW, LONGEST_CODES

CODES = ListKind(
    view=CODES_VIEW,
    option="codes",
    separator=CODE_SEPARATOR,
    longest=LONGEST_CODES,
    columns=(
        gettext_noop("Line"),
        gettext_noop("Code"),
        gettext_noop("Verdict"),
        gettext_noop("Strictest measure"),
        gettext_noop("Item and measure"),
    ),
    groups=tuple(code_check.GROUPS),
    group_name=code_check.group_name,
    make_checker=lambda store, context: CodeVerdicts.of(store).checker(context),
    check_line=code_check.check_line,
    texts=code_texts.answer_text,
    shared_by=lambda answer: answer.verdict.shared_key,
    refusal=lambda store, context: not_an_export(store, context.origin, context.destination),
)
