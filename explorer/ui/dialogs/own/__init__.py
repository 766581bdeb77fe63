"""The dialogs on the user's own price series."""
