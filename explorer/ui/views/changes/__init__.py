"""What changed between two days: metals and measures with another status, and why."""
