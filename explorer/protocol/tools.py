"""Tools that a server offers: their descriptions, and their answers as a client gets them."""

import base64
import json
from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from explorer.errors import KnownError
from explorer.language import gettext

LONGEST_RESULT = 8_000_000


class ToolResult(Struct, frozen=True):
    """The answer of a tool: plain values, and pictures as PNG."""

    values: dict[str, Any]
    images: tuple[bytes, ...] = ()


class Tool(Struct, frozen=True):
    """A tool that only reads: its name, a title, what it is for, its arguments, and the function that answers.

    `properties` and `required` describe the arguments as JSON Schema. `call` raises KnownError for arguments that it
    can't use.
    """

    name: str
    title: str
    description: str
    properties: Mapping[str, Any]
    required: tuple[str, ...]
    call: Callable[[Mapping[str, Any]], ToolResult]

    @property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the arguments."""
        return {
            "type": "object",
            "properties": dict(self.properties),
            "required": list(self.required),
            "additionalProperties": False,
        }

    def as_dict(self) -> dict[str, Any]:
        """Return the description of the tool for a client."""
        hints = {"readOnlyHint": True, "idempotentHint": True, "openWorldHint": False}
        return {
            "name": self.name,
            "title": self.title,
            "description": self.description,
            "inputSchema": self.schema,
            "annotations": hints,
        }


class About(Struct, frozen=True):
    """What the server says about itself."""

    name: str
    title: str
    version: str
    instructions: str

    def as_dict(self) -> dict[str, str]:
        """Return name and version for a client."""
        return {"name": self.name, "title": self.title, "version": self.version}


def tool_content(result: ToolResult) -> dict[str, Any]:
    """Return the answer of a tool as the content of a result; raise KnownError where it is too long."""
    text = json.dumps(result.values, ensure_ascii=False)
    if len(text) > LONGEST_RESULT:
        sentence = gettext("The answer is too long ({count} characters; limit: {most}). Ask for less.")
        raise KnownError(sentence.format(count=len(text), most=LONGEST_RESULT))
    images = [
        {"type": "image", "data": base64.b64encode(image).decode("ascii"), "mimeType": "image/png"}
        for image in result.images
    ]
    return {
        "content": [*images, {"type": "text", "text": text}],
        "structuredContent": result.values,
        "isError": False,
    }
