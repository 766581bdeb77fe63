"""The claims of the press article, each checked against the data."""
