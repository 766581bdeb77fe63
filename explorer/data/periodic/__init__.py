"""The periodic table: where each element is, and the figure of each metal by which the table is coloured."""
