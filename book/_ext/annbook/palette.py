"""The colors of ``annutils.palette`` where no Python runs.

    python -m annbook.palette

writes them into style sheets, JavaScript and the icon; a test compares.
"""

import json
import re

from matplotlib.colors import to_hex, to_rgb

from annbook.paths import ROOT
from annbook.site.dark import dark
from annutils import palette
from annutils.files import write_whole

ON_PLOTS = (
    *("BLUE", "ORANGE", "GREEN", "PURPLE", "BROWN"),
    *("INK", "AXIS", "TINT", "PAPER"),
)


def on_dark(color):
    """Return the twin of a color on a dark page."""
    return to_hex(dark(to_rgb(color))).upper()


# Light and dark, side by side.
PAIRS = {
    name.lower(): (color, on_dark(color))
    for name, color in vars(palette).items()
    if name in ON_PLOTS
} | {"accent": (palette.ACCENT, palette.ACCENT_ON_DARK)}
JAVASCRIPT = {rf'{name}: \["(#\w+)"': light for name, (light, _) in PAIRS.items()} | {
    rf'{name}: \["[^"]*", "(#\w+)"': night for name, (_, night) in PAIRS.items()
}
CYCLE = json.dumps([color[1:] for color in palette.COLORS[:8]])
# By file, what stands around each color, and the color.
PLACES = {
    "annutils/widgets/js/parts/palette.js": JAVASCRIPT,
    "annutils/book.mplstyle": {
        r'cycler\("color", (.+)\)': CYCLE,
        r"(?:labelcolor|titlecolor|text\.color): (\w+)": palette.INK[1:],
        r"(?:axes\.edgecolor|tick\.color): (\w+)": palette.AXIS[1:],
    },
    "book/_static/book.css": {
        r"--blue: (#\w+)": palette.BLUE.lower(),
        r"--blue-on-dark: (#\w+)": palette.BLUE_ON_DARK.lower(),
        r"--link: (#\w+)": palette.ACCENT.lower(),
        r"--link-on-dark: (#\w+)": palette.ACCENT_ON_DARK.lower(),
    },
    "book/_static/favicon.svg": {
        r'<rect [^>]*fill="(#\w+)"': palette.BLUE,
        r'r="4.5" fill="(#\w+)"': palette.ORANGE,
    },
}


def colored(text, colors):
    """Return the text with each of the colors where its surroundings are found.

    Parameters
    ----------
    text : str
    colors : dict of str to str
        Colors by regular expressions, whose group is what they replace.

    Returns
    -------
    str
    """
    for surroundings, color in colors.items():

        def put(match, color=color):
            before, _, after = match[0].rpartition(match[1])
            return before + color + after

        text = re.sub(surroundings, put, text)
    return text


def main():
    """Write the colors into all of the files."""
    for name, colors in PLACES.items():
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        write_whole(path, colored(text, colors).encode())


if __name__ == "__main__":
    main()
