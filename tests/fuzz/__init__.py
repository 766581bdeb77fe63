"""Files that were damaged or made to do harm, by chance and by recipe."""
