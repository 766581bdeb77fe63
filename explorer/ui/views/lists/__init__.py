"""What the checks of codes and of names share: the input, the table, and what is copied and saved."""
