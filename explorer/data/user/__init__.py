"""The user's own data in one file: price series, stars and notes."""
