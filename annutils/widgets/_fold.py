"""The figure of two neurons that move the points of XOR."""

from functools import partial

from annutils.checks import checked_between
from annutils.widgets._figure import Figure

__all__ = ["fold"]

ALT = (
    "Left, the four points of XOR, orange ones in a band between the lines of two "
    "neurons. Right, the same points where the neurons' outputs put them: both orange "
    "ones at the same place near (1, 1), the blue ones near (0, 1) and (1, 0), and one "
    "straight line between the classes."
)
MET = "A", "B, C", "", "D"  # names of the points that have moved


def fold(angle1=45.0, offset1=-0.35, angle2=170.0, offset2=0.05, *, sharpness=6):
    """Show how two soft neurons move the points of XOR; readers turn their lines.

    Parameters
    ----------
    angle1 : float
        Direction in which the first neuron fires, at right angles to its line, in
        degrees from -180 to 180.
    offset1 : float
        How far its line is from the middle of the points, in that direction; from
        -0.75 to 0.75.
    angle2, offset2 : float
        The same for the second neuron.
    sharpness : float
        Length of the weights of both, from 4 (soft) to 40 (hard).

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If one of them is no number.
    ValueError
        If one is outside its range.
    """
    ranges = {
        "angle1": (angle1, -180, 180),
        "offset1": (offset1, -0.75, 0.75),
        "angle2": (angle2, -180, 180),
        "offset2": (offset2, -0.75, 0.75),
        "sharpness": (sharpness, 4, 40),
    }
    settings = {name: checked_between(name, *each) for name, each in ranges.items()}
    draw = partial(_draw, sharpness=sharpness)
    return Figure("ann-fold", settings, draw, ALT, figsize=(5, 2.8))


def _draw(ax, sharpness):
    import numpy as np

    from annutils import plot
    from annutils.activations import sigmoid

    def moved(points):  # by OR and NAND
        z = (points - 0.5).sum(axis=1) / np.sqrt(2)
        distances = np.column_stack([z + 1 / np.sqrt(8), 1 / np.sqrt(8) - z])
        return sigmoid(sharpness * distances)

    def one_line(H):  # half way between the orange points and the line of the blue ones
        between = (moved(X)[[0, 1]].sum(axis=1)).mean()
        return H.sum(axis=1) >= between

    X, y = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
    square = np.array([[-0.5, -0.5], [1.5, 1.5]])
    ax.axis("off")
    one_by_one = [f"{name} ({a}, {b})" for name, (a, b) in zip("ABCD", X, strict=True)]
    views = [
        ("input", X, one_by_one, lambda X: one_line(moved(X)), "x"),
        ("outputs of two neurons", moved(X), MET, one_line, "h"),
    ]
    for left, (title, points, names, predict, axis) in zip(
        (0, 0.56), views, strict=True
    ):
        part = ax.inset_axes([left, 0, 0.44, 1])
        plot.decision_boundary(predict, square, ax=part)
        plot.planar_data(points, y, part)
        for name, (u, v), kind in zip(names, points, y, strict=True):
            up = 0.12 if kind or v == 1 else -0.25  # away from the lines
            part.text(u, v + up, name, ha="center", size=11)
        part.set(
            title=title, xlabel=f"${axis}_1$", ylabel=f"${axis}_2$", aspect="equal"
        )
        part.set(xlim=square[:, 0], ylim=square[:, 1], xticks=[0, 1], yticks=[0, 1])
