"""Minor Metals Explorer: an offline reference to critical and minor metals and the export controls on them."""

__version__ = "0.2.0"
