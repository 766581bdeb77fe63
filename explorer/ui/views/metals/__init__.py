"""One metal at a time: the list, the header and the tabs."""
