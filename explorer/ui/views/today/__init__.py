"""What is in force, what ends and what comes next, on the as-of date."""
