"""The content of a fact sheet. No Qt."""
