"""Descriptions of charts from the facts: one module per kind of chart. No Qt."""
