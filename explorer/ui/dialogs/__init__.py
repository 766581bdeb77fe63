"""Dialogs: about the program, licences, export."""
