"""The rules of the facts: each is a function that yields a fault for every place that breaks it."""
