"""The data editions that the user installed beside the one that comes with the program."""
