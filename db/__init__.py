"""The build of the data file: reads the CSV files in `data`, checks them and writes one SQLite file."""
