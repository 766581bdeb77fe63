"""The producers of search results: each yields candidates of one kind for a request."""
