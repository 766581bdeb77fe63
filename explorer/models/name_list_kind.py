"""Lists of names of companies: how they are checked, grouped and worded."""

from explorer.data.parties import checked_list, line_texts
from explorer.data.parties.check import PartyChecker
from explorer.language import gettext_noop
from explorer.models.list_kinds import ListKind
from explorer.models.views import LONGEST_NAMES, NAME_SEPARATOR, NAMES_VIEW

NAMES = ListKind(
    view=NAMES_VIEW,
    option="names",
    separator=NAME_SEPARATOR,
    longest=LONGEST_NAMES,
    columns=(
        gettext_noop("Line"),
        gettext_noop("Name"),
        gettext_noop("Verdict"),
        gettext_noop("What applies"),
        gettext_noop("Name and notice on file"),
    ),
    groups=tuple(checked_list.GROUPS),
    group_name=checked_list.group_name,
    make_checker=PartyChecker,
    check_line=checked_list.check_line,
    texts=line_texts.answer_text,
    shared_by=lambda answer: id(answer.verdict),
    refusal=lambda _store, _context: "",
)
