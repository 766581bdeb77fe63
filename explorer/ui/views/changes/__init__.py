"""What changed between two days: metals and measures with a different status, and why."""
