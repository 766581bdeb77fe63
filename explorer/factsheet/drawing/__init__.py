"""The page of a fact sheet, laid out and painted."""
