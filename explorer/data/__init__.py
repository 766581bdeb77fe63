"""What is known: records, store, search, status rule, codes, figures and citations. No Qt."""
