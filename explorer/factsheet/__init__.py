"""The fact sheet: one printable page on a metal for a date, an origin and a destination."""
