"""Text sizes, in logical pixels, and font families of charts."""

# `LINE` is the height of a line as a multiple of the text size.
TITLE, SUBTITLE, BODY, SMALL = 17, 12, 12, 11
LINE = 1.32

# The smallest size, used in badges.
SMALLEST = 10

# The bundled fonts first, then fonts for characters that they lack.
FONT_FAMILIES = ("Inter Cut", "Noto Sans SC Cut", "Noto Sans", "DejaVu Sans")
