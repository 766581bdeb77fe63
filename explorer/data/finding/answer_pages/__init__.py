"""The complete answers to questions, for the page that an answer opens."""
