"""The running program: single instance, signals, uncaught errors, the display."""
