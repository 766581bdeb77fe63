"""A session of the official client with `minor-metals mcp`, run as a program of its own.

Takes the words that start the server, and `legacy` or `auto`; prints what it received as JSON.
"""

import asyncio
import json
import sys
from typing import Any

CALLS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("status", {"metal": "gallium", "on": "2024-12-10", "to": "USA"}),
    ("parties", {"names": ["漢翔航空工業", "Umicore"], "on": "2026-10-08"}),
    ("chart", {"chart": "price", "metals": ["gallium"]}),
    ("status", {"metal": "unobtainium"}),
    ("status", {}),
)


async def session(words: list[str], mode: str) -> dict[str, Any]:
    from mcp import Client, StdioServerParameters
    from mcp.client.stdio import stdio_client

    server = stdio_client(StdioServerParameters(command=words[0], args=words[1:]))
    async with Client(server, mode=mode) as client:
        listed = await client.list_tools()
        results = [await client.call_tool(name, arguments) for name, arguments in CALLS]
        return {
            "version": client.protocol_version,
            "server": client.server_info.name if client.server_info is not None else None,
            "instructions": client.instructions,
            "tools": [tool.name for tool in listed.tools],
            "results": [result.model_dump(mode="json", by_alias=True) for result in results],
        }


if __name__ == "__main__":
    *start, chosen = sys.argv[1:]
    print(json.dumps(asyncio.run(session(start, chosen))))
