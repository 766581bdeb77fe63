"""Saved parts lists checked again: which lines have another verdict, since when and why, and which will change."""
