"""Saved parts lists checked again: which lines have a different verdict, since when and why, and which will change."""
