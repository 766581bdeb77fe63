"""Layout and drawing of the page of a fact sheet."""
