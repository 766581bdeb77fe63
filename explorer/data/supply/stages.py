"""The names of the stages of production."""

from explorer.language import gettext, gettext_noop

_STAGES = {
    "mine": gettext_noop("mine"),
    "smelter": gettext_noop("smelter"),
    "refinery": gettext_noop("refinery"),
    "primary": gettext_noop("primary"),
    "secondary": gettext_noop("secondary"),
    "capacity": gettext_noop("capacity"),
}


def stage_name(stage: str) -> str:
    """Return the name of a stage of production: `mine`, as in `mine output`."""
    return gettext(_STAGES[stage]) if stage in _STAGES else stage
