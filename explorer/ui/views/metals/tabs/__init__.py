"""The tabs of the detail, each a page of its own module, imported when it is first opened."""
