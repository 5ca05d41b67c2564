"""The palette of the book (Okabe and Ito), with fixed roles.

A style sheet, a figure's JavaScript and an icon cannot import these:
``python -m annbook.palette`` writes them there.
"""

BLUE = "#0072B2"
"""Class 0, negative weights."""

ORANGE = "#D55E00"
"""Class 1, positive weights."""

GREEN = "#009E73"
"""Class 2."""

COLORS = (
    *(BLUE, ORANGE, GREEN, "#CC79A7", "#E69F00"),
    *("#56B4E9", "#7F7F7F", "#000000", "#A6761D", "#6A3D9A"),
)
"""One color for each of up to ten classes."""

PURPLE = "#8A3A74"
"""A fourth line beside those of the classes."""

BROWN = "#A34700"
"""Orange for small letters."""

INK = "#222222"
"""Lines and letters on a plot."""

AXIS = "#555555"
"""The axes of a plot."""

TINT = "#EEF2F5"
"""What sets a part of a plot apart."""

PAPER = "#FFFFFF"
"""What a plot stands on."""

PAGE_ON_DARK = "#121212"
"""What white becomes on the dark theme's page, and that page."""

BLACK_ON_DARK = "#E6EAEE"
"""What black becomes there."""

BLUE_ON_DARK = "#6CBCF0"
"""The blue of the site's dark theme."""

ACCENT = "#00639B"
"""Blue for small letters: links, buttons."""

ACCENT_ON_DARK = "#7CC4F4"
"""The same in the dark theme."""
