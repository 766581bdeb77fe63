"""Lists of names of companies checked against the lists of named parties."""
