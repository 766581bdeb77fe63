"""Evidence files: an answer with all that it rests on in one file, and whether such a file is complete and the same."""
