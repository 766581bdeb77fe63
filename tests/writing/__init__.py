"""Processes that are killed, or meet an obstacle, while they write a file."""
