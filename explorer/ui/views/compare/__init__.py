"""The view that compares up to eight metals."""
