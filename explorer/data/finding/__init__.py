"""Search and look-up by name, code or text."""
