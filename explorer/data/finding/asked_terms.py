"""Finds the term of the glossary whose meaning a text asks for."""

import re

from explorer.data.glossary import Term, is_about_figures, term_of

# `what is banned` asks for metals, so that these forms alone ask what a term on controls means.
_BY_NAME = re.compile(
    r"(?:what is an? |define (?:an? |the )?|(?:definition|meaning) of (?:an? |the )?)(?P<term>.+?)\s*\?*|"
    r"what (?:is|are) meant by (?:an? |the )?(?P<meant>.+?)\s*\?*|"
    r"what does (?:an? |the )?(?P<meaning>.+?) mean\s*\?*|"
    r"(?P<chinese>.+?)\s*(?:是什么意思|的定义|的含义)\s*[?？]*",
    re.IGNORECASE,
)
_OF_FIGURES = re.compile(
    r"(?:what (?:is|are) |what['’]s )(?:an? |the )?(?P<term>.+?)\s*\?*|"
    r"什么是\s*(?P<chinese>.+?)\s*[?？]*|(?P<chinese_first>.+?)\s*是什么\s*[?？]*",
    re.IGNORECASE,
)


def asked_term(text: str) -> Term | None:
    """Return the term whose meaning a text asks for; None for other texts, such as “what is banned”."""
    found = _term(_BY_NAME, text)
    if found is not None:
        return found
    found = _term(_OF_FIGURES, text)
    return found if found is not None and is_about_figures(found) else None


def defined_term(text: str) -> Term | None:
    """Return the term whose meaning a text asks for, or the term on figures that is all of the text: `HHI`."""
    bare = term_of(text.rstrip("?？ "))
    return asked_term(text) or (bare if bare is not None and is_about_figures(bare) else None)


def _term(pattern: re.Pattern[str], text: str) -> Term | None:
    asked = pattern.fullmatch(text.strip())
    if asked is None:
        return None
    return term_of(next(term for term in asked.groups() if term is not None))
