"""Writes tables as files for other programs."""
