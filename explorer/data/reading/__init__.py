"""Reads price series from tables that users have: CSV, XLSX and pasted text."""
