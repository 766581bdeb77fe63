"""The Model Context Protocol on standard input and output: messages, their rules, and a server of tools."""
