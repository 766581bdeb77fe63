"""What is left of each metal without the output of some countries."""
