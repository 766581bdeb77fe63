"""The commands of `minor-metals`, one module per group; each has a `run` and none needs a display."""
