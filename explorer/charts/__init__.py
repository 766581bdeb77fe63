"""What to draw, and the drawing of it on any device."""
