"""`minor-metals ask`: a plain question in English or Chinese, answered in a sentence."""

from argparse import ArgumentParser, Namespace
from typing import Any

from explorer.commands.support.command import Command
from explorer.commands.support.context import as_of, open_store, read_context
from explorer.commands.support.latest_figures import price_dict
from explorer.commands.support.options import add_context
from explorer.commands.support.output import plain, print_json
from explorer.commands.support.terminal import warn
from explorer.data.finding.questions.answers.answer import Answer
from explorer.data.finding.questions.ask import Reply, ask
from explorer.data.finding.rows import OPEN_DOCUMENT, Action
from explorer.language import gettext, gettext_noop


def add_arguments(parser: ArgumentParser) -> None:
    """Add the question and the context that fills in what it does not name."""
    parser.add_argument(
        "question", metavar="QUESTION", nargs="+", help=gettext("question in English or Chinese, in quotes")
    )
    add_context(parser)


def run(args: Namespace) -> int:
    """Print the answer with how the question was read; return 1 where it was not understood."""
    with open_store(args) as store:
        context = read_context(args, store)
        reply = ask(store, " ".join(args.question), context, as_of(args))
        suggestions = reply.suggestions
    link = _link(reply.answer.action) if reply.answer is not None else None
    if args.json:
        print_json(_as_dict(reply, link, suggestions))
    elif reply.definition is not None:
        print(plain(reply.text))
    elif reply.reading is not None:
        answers = [(part.text, part.reading_text) for part in reply.parts] or [
            (reply.text, reply.reading_text)
        ]
        blocks = ["\n".join(answer) for answer in answers]
        print(plain("\n".join(("\n\n".join(blocks), *filter(None, (link,))))))
    else:
        warn(reply.text)
        if suggestions:
            print("\n".join((gettext("Questions that are understood:"), *suggestions)))
    return 0 if _is_understood(reply) else 1


def _is_understood(reply: Reply) -> bool:
    return reply.reading is not None or reply.definition is not None


def _as_dict(reply: Reply, link: str | None, suggestions: tuple[str, ...]) -> dict[str, Any]:
    parts = [
        {
            "question": part.question,
            "reading": part.reading.as_dict(),
            "answer": part.text,
            **_prices(part.answer),
        }
        for part in reply.parts
    ]
    several = {"parts": parts} if parts else _prices(reply.answer)
    if reply.definition is not None:
        several = {"term": reply.definition.key}
    return {
        "understood": _is_understood(reply),
        "reading": reply.reading.as_dict() if reply.reading is not None else None,
        "answer": reply.text,
        "link": link,
        "suggestions": list(suggestions),
        **several,
    }


def _prices(answer: Answer | None) -> dict[str, Any]:
    """Return the prices that an answer gives, each with its series; nothing where it gives none."""
    if answer is None or not answer.prices:
        return {}
    return {
        "prices": [
            {"metal": found.series.metal_id, **price_dict(found.series, found.price)}
            for found in answer.prices
        ]
    }


def _link(action: Action) -> str:
    """Return the link to the view, the document or the page of an answer."""
    from explorer.models.view_request import ViewRequest, write

    return write(
        ViewRequest(
            action.metal,
            action.tab,
            action.day,
            False,
            action.origin,
            action.destination,
            document=action.record if action.kind == OPEN_DOCUMENT else "",
            answer=action.question,
            asked=action.asked,
            code=action.code,
        )
    )


COMMAND = Command(
    "ask",
    gettext_noop("Answer a plain question, such as “may gallium go to Japan”."),
    add_arguments,
    run,
)
