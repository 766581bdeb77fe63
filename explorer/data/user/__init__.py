"""The user's own data in one file: price series, watchlist, notes, entries and parts lists."""
