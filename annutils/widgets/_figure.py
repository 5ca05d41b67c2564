"""What a notebook shows for an interactive figure: element, still picture and code."""

import base64
import html
import io

from annutils.widgets.bundle import script

__all__ = ["Figure"]


class Figure:
    """An interactive figure; at the end of a cell, notebooks show it.

    Readers without JavaScript, and those who print, see the still picture.

    Parameters
    ----------
    tag : str
        Name of the custom element, such as "ann-perceptron".
    attributes : dict of str to str
        Its settings.
    draw : callable
        Draws the still picture, when it is shown, into the Axes that it gets.
    alt : str
        Description of the picture.
    figsize : tuple of float
        Width and height of the picture in inches.
    carried : str
        JSON that the figure needs.
    """

    def __init__(self, tag, attributes, draw, alt, *, figsize=(4.6, 4.2), carried=""):
        self.tag = tag
        self.attributes = attributes
        self._draw = draw
        self._alt = alt
        self._figsize = figsize
        self._carried = carried

    def __repr__(self):
        settings = "".join(f" {name}={value!r}" for name, value in self._given())
        return f"<{self.tag}{settings}>"

    def _given(self):
        return [(name, str(v)) for name, v in self.attributes.items() if v is not None]

    def _repr_html_(self):
        """Return the element with its picture inside, and the code that moves it."""
        settings = "".join(
            f' {name}="{html.escape(value)}"' for name, value in self._given()
        )
        picture = _still(self._draw, self._figsize)
        picture = f'<img src="{picture}" alt="{html.escape(self._alt)}">'
        carried = self._carried.replace("<", "\\u003c")
        if carried:
            carried = f'<script type="application/json">{carried}</script>'
        return (
            f'<{self.tag} class="interactive"{settings}>'
            f"{picture}{carried}</{self.tag}>\n"
            f'<script type="module" data-figure="{self.tag}">\n'
            f"{script(self.tag)}\n</script>"
        )


def _still(draw, figsize):
    """Return an SVG as a data address; the same bytes for the same drawing."""
    from matplotlib import pyplot as plt

    with plt.style.context("annutils.book"):
        fig, ax = plt.subplots(figsize=figsize)
        draw(ax)
        file = io.BytesIO()
        # What is rasterized in it, colored regions, needs no more dots than a screen.
        fig.savefig(file, format="svg", dpi=100, metadata={"Date": None})
        plt.close(fig)
    return "data:image/svg+xml;base64," + base64.b64encode(file.getvalue()).decode()
