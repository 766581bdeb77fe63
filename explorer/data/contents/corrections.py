"""How to correct a fact: whom to tell, and what a report must contain."""

from msgspec import Struct

from explorer.language import gettext


class Part(Struct, frozen=True):
    """A heading and the paragraphs below it."""

    heading: str
    paragraphs: tuple[str, ...]


def correction_text() -> tuple[Part, ...]:
    """Return how a reader reports a wrong fact, and how somebody with the source code corrects it."""
    return (
        Part(
            gettext("Report an error"),
            (
                gettext(
                    "The program works offline and sends nothing. Report the error where you got the "
                    "program, for example in the issue tracker of its source code."
                ),
                gettext(
                    "Report a security problem privately instead, through the security advisories there, "
                    "as described in SECURITY.md."
                ),
            ),
        ),
        Part(
            gettext("What to include"),
            (
                gettext(
                    "1. The reference of the fact: table, key and edition. On the page “Tables”, select "
                    "the row and choose “Copy reference of this fact” below the table or in the menu of "
                    "the row."
                ),
                gettext("2. What the data say, and what they should say."),
                gettext(
                    "3. The source: publisher, title, date, address and page. An official text or "
                    "statistic counts more than a report about it."
                ),
                gettext("4. For an export control: the number of the notice and its first day in force."),
            ),
        ),
        Part(
            gettext("Correct it yourself"),
            (
                gettext(
                    "If you have the source code, edit the row in db/data, add the source to "
                    "db/data/sources.csv and run “python -m db”, which lists every error with its file, "
                    "line and rule. CONTRIBUTING.md has an example."
                ),
            ),
        ),
    )
