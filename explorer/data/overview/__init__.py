"""What matters on a day across all metals: the facts of the Today page."""
