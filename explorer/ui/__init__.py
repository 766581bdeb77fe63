"""Widgets: the window, its views, panes and theme."""
