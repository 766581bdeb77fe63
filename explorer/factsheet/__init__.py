"""The fact sheet: one printable page about a metal for a day and a destination."""
