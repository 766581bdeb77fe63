"""Measurements, not tests: each prints ratios or times from one run, and none asserts a time."""
