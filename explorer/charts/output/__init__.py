"""Charts as files: PNG, SVG, PDF and CSV."""
