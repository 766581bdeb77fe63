"""The view of the timeline."""
