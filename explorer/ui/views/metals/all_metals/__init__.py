"""All metals as a table, the second layout of the list."""
