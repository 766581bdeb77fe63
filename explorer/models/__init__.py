"""Item models and the state of the application: QtCore only."""
