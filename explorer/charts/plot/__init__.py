"""The drawing of a chart's plot area: one module per shape."""
