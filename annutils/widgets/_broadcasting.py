"""The figure of broadcasting: shapes decide which numbers are compared."""

from functools import partial

from annutils.widgets._figure import Figure
from annutils.widgets._settings import one_of

__all__ = ["broadcasting"]

ALT = (
    "A column of four predictions, a row of the same four targets, and a table of 16 "
    "differences: each prediction minus each target. Half of them are not 0, so the "
    "mean of their squares is 0.5. With equal shapes, four differences would remain."
)
SHAPES = {"4": (4,), "4x1": (4, 1)}
VALUES = 0, 1, 1, 0


def broadcasting(predictions="4x1", targets="4"):
    """Show predictions that equal their targets, and a loss that depends on shapes.

    Parameters
    ----------
    predictions, targets : str
        Their shapes at first: "4" for (4,), "4x1" for (4, 1).

    Returns
    -------
    Figure

    Raises
    ------
    ValueError
        If one of them is no such shape.
    """
    shapes = {"predictions": predictions, "targets": targets}
    for name, shape in shapes.items():
        one_of(name, shape, tuple(SHAPES))
    return Figure("ann-broadcasting", shapes, partial(_draw, **shapes), ALT)


def _draw(ax, predictions, targets):
    import numpy as np

    from annutils.palette import GREEN, PURPLE

    forms = SHAPES[predictions], SHAPES[targets]
    arrays = [np.array(VALUES).reshape(form) for form in forms]
    differences = arrays[0] - arrays[1]
    rows = np.atleast_2d(differences)  # (4,) lies, as NumPy prints it
    for (row, column), value in np.ndenumerate(rows):
        _cell(ax, column, row, value, "0.5", "0.8" if value else "white")
    names, colors = ("predictions", "targets"), (PURPLE, GREEN)
    both = forms[0] == forms[1]
    for name, form, color, far in zip(names, forms, colors, (both, False), strict=True):
        beyond = -1.5 - 1.1 * far
        for k, value in enumerate(VALUES):
            place = (k, beyond) if len(form) == 1 else (beyond, k)
            _cell(ax, *place, value, color, "white")
        if len(form) == 1:
            ax.text(
                -0.7, beyond, f"{name} {form}", ha="right", va="center", color=color
            )
        else:
            name_at = beyond, 3.7 + 1.1 * far
            ax.text(*name_at, f"{name}\n{form}", ha="center", va="top", color=color)
    last = differences.ndim - 1
    ax.text(1.5, -0.7, f"axis {last} →", ha="center", va="center")
    if last:
        ax.text(-0.75, 1.5, "← axis 0", ha="center", va="center", rotation=90)
    ax.set(xlim=(-4.6, 3.7), ylim=(5.8, -3.2), aspect="equal")
    ax.set_title(f"loss = mean of {rows.size} squares = {np.mean(differences**2):g}")
    ax.axis("off")


def _cell(ax, x, y, value, edge, fill):
    look = {"boxstyle": "square,pad=0.35", "edgecolor": edge, "facecolor": fill}
    text = str(value).replace("-", "\N{MINUS SIGN}")
    ax.text(x, y, text, ha="center", va="center", bbox=look)
