"""The summary sentence and the table of a chart. No Qt."""
