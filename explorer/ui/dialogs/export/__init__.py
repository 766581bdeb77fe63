"""The export of a chart with a preview, and of several charts into a folder."""
