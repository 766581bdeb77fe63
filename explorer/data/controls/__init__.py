"""Export controls: the status rule, codes, answers, their history and legal texts."""
