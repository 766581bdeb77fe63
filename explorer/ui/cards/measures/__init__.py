"""The list of measures: one line for each, which opens to a card."""
