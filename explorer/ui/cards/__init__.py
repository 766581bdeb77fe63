"""Cards: a chart, a figure, a measure."""
