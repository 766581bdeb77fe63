"""The stress test: how much of each metal's world output remains without some countries."""
