"""What the data file contains: its tables and rows, its sources, its coverage, and where figures differ."""
