"""Data: sources, coverage, tables, disagreements and by-products, and how to correct a fact."""
