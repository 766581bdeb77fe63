"""The parts of measures and documents: official wording, items, limits, events and addresses."""
