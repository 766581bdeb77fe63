"""The tools that other programs can call: each is a command, with its arguments as JSON and its JSON as the answer."""

from typing import Any

from explorer.commands.support.command_json import parsed, printed
from explorer.commands.support.mcp_answer import answer, limits
from explorer.commands.support.mcp_chart import chart_tool
from explorer.commands.support.mcp_commands import ROWS, TOOLS, Arguments, CommandTool
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.language import gettext
from explorer.protocol.tools import Tool, ToolResult


def tools(store: Store, data: str | None) -> list[Tool]:
    """Return all tools; `data` is the data file that was named on the command line."""
    data_option = [] if data is None else [f"--data={data}"]
    return [*(_tool(store, data_option, tool) for tool in TOOLS), chart_tool(store, data_option)]


def _tool(store: Store, data_option: list[str], tool: CommandTool) -> Tool:
    def call(given: Arguments) -> ToolResult:
        check_together(tool, given)
        words = words_of(tool, given)
        args = parsed([*data_option, *words])
        found = printed(args)
        values = answer(store, args, words, found.value)
        own = found.value.get("not_covered", ()) if isinstance(found.value, dict) else ()
        values["not_covered"] = list(dict.fromkeys(limits(store, values, (*tool.open, *own))))
        values["messages"] = list(found.sentences)
        return ToolResult(values)

    title, description = gettext(tool.title), gettext(tool.description)
    return Tool(tool.name, title, description, tool.properties(), tool.required, call)


def check_together(tool: CommandTool, given: Arguments) -> None:
    """Raise KnownError with the first argument that cannot be given with, or without, another one."""
    for name, value in given.items():
        if value is False:
            continue
        if (other := tool.needs.get(name, "")) and other not in given:
            text = gettext("The argument “{name}” can be given only together with “{other}”.")
            raise KnownError(text.format(name=name, other=other))
        if (other := tool.excludes.get(name, "")) and other in given:
            text = gettext("The argument “{name}” cannot be given together with “{other}”.")
            raise KnownError(text.format(name=name, other=other))


def words_of(tool: CommandTool, given: Arguments) -> list[str]:
    """Return the words of the command line that give the same answer; no value is taken for an option."""
    words = [*tool.words(given), "--json"]
    values = dict(given)
    if words[:2] == ["data", "table"]:
        values.setdefault("count", ROWS)
    for name, value in values.items():
        if name in tool.positional or value is False:
            continue
        words.append(f"--{name}" if value is True else f"--{name}={value}")
    last = [each for name in tool.positional if name in given for each in _listed(given[name])]
    return [*words, *(["--", *last] if last else [])]


def _listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]
