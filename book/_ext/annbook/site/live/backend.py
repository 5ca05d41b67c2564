"""Where Matplotlib draws in the reader's browser: what it shows, the runner tells."""

from annbook_runner import show_pictures
from matplotlib.backends.backend_agg import FigureCanvas, FigureManager

__all__ = ["FigureCanvas", "FigureManager", "show"]


def show(*_, **__):
    """Show the open figures."""
    show_pictures()
