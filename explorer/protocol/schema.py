"""The check of a tool's arguments against the part of JSON Schema that its description uses."""

from collections.abc import Mapping
from typing import Any

from explorer.errors import KnownError, quoted
from explorer.language import gettext

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "array": (list,),
}


def check_arguments(schema: Mapping[str, Any], arguments: Mapping[str, Any]) -> None:
    """Raise KnownError with the first fault of the arguments of a tool."""
    properties = schema["properties"]
    for name, value in arguments.items():
        if name not in properties:
            text = gettext("The tool has no argument {name}. Its arguments are {names}.")
            raise KnownError(text.format(name=quoted(name), names=", ".join(properties)))
        _check(name, value, properties[name])
    for name in schema.get("required", ()):
        if name not in arguments:
            raise KnownError(gettext("The argument “{name}” is missing.").format(name=name))


def _check(name: str, value: object, rule: Mapping[str, Any]) -> None:
    kind = rule["type"]
    if not isinstance(value, _TYPES[kind]) or (isinstance(value, bool) and kind != "boolean"):
        text = gettext("The argument “{name}” is not of the type {type}.")
        raise KnownError(text.format(name=name, type=kind))
    if isinstance(value, list):
        if not rule.get("minItems", 0) <= len(value) <= rule["maxItems"]:
            text = gettext("The argument “{name}” has {count} values; it must have {least} to {most}.")
            least, most = rule.get("minItems", 0), rule["maxItems"]
            raise KnownError(text.format(name=name, count=len(value), least=least, most=most))
        for each in value:
            _check(name, each, rule["items"])
    if isinstance(value, str):
        _check_text(name, value, rule)
    if isinstance(value, int | float) and not isinstance(value, bool):
        least, most = rule.get("minimum", value), rule.get("maximum", value)
        if not least <= value <= most:
            text = gettext("The argument “{name}” is out of range ({least} to {most}).")
            raise KnownError(text.format(name=name, least=least, most=most))


def _check_text(name: str, value: str, rule: Mapping[str, Any]) -> None:
    if "enum" in rule and value not in rule["enum"]:
        text = gettext("The argument “{name}” cannot be {value}. Choose from {values}.")
        raise KnownError(text.format(name=name, value=quoted(value), values=", ".join(rule["enum"])))
    if len(value) > rule.get("maxLength", len(value)):
        text = gettext("The argument “{name}” is too long (limit: {most} characters).")
        raise KnownError(text.format(name=name, most=rule["maxLength"]))
