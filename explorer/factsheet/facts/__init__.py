"""What a fact sheet says. No Qt."""
