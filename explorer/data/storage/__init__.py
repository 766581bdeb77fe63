"""The data file: its connection, its checksum, its description and the check against it."""
