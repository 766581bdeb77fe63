"""The command line that writes an evidence file, and the name of the file."""

import shlex

from explorer.data.evidence.question import Question

ENDING = ".zip"


def stem(question: Question) -> str:
    """Return the name of the file without its ending: `gallium-evidence-CHN-USA-2024-12-10`."""
    context = question.context
    subject = question.metal_id or "codes"
    return f"{subject}-evidence-{context.origin}-{context.destination}-{context.as_of.isoformat()}"


def command(question: Question) -> str:
    """Return the command line that writes the same file."""
    context = question.context
    subject = list(question.codes) or [question.metal_id]
    options = ["--on", context.as_of.isoformat(), "--from", context.origin, "--to", context.destination]
    options += ["-o", f"{stem(question)}{ENDING}"]
    has_dash = any(word.startswith("-") for word in subject)
    words = [*options, "--", *subject] if has_dash else [*subject, *options]
    return shlex.join(["minor-metals", "evidence", *words])
