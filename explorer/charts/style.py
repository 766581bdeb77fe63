"""Text sizes and fonts of charts as data; sizes in logical pixels."""

# `LINE` is the height of a text line in times of its size.
TITLE, SUBTITLE, BODY, SMALL = 17, 12, 12, 11
LINE = 1.32

# The smallest of all, that of badges.
SMALLEST = 10

# The bundled fonts first; what follows stands in for a character that they lack.
FONT_FAMILIES = ("Inter Cut", "Noto Sans SC Cut", "Noto Sans", "DejaVu Sans")
