"""Metals side by side: their key figures, with flags, dates, sources and the reasons for gaps."""
