"""The periodic table, coloured by the status of exports or by a figure of each metal."""
