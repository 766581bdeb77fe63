"""Charts leave the window: one with a preview, many into a folder."""
