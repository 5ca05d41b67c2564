"""The markers of a drawing, such as the points of a cloud, as few paths.

Matplotlib writes a `<use>` for each marker. A browser makes three elements of it, on
the thread that scrolls the page: a phone is busy for 0.4 s with 1200 of them. Markers
that do not touch look the same as one path; those that do keep their order.
"""

import re
from itertools import groupby

import numpy as np

DEFINITION = re.compile(r'<path id="(m\w+)" d="([^"]*)"[^>]*/>')
USE = r'<use xlink:href="#(m\w+)" x="([\d.-]+)" y="([\d.-]+)" style="([^"]*)"/>'
RUN = re.compile(rf"(?:{USE}\s*){{2,}}")
STEP = re.compile(r"([MLQCz])([^MLQCz]*)")
EDGE = re.compile(r"stroke-width: ([\d.]+)")
CURVES = 8  # of which a circle of Matplotlib consists
DIGITS = 2  # after the point: a marker is right to a hundredth of a point


def joined(drawing):
    """Return an SVG of Matplotlib with its markers as paths, several markers each.

    Parameters
    ----------
    drawing : str

    Returns
    -------
    str
        Looks the same.
    """
    markers = dict(DEFINITION.findall(drawing))

    def paths(match):
        found = re.findall(USE, match[0])
        runs = groupby(found, lambda use: (use[0], use[3]))
        return "".join(
            _paths(markers[name], style, [(float(x), float(y)) for _, x, y, _ in uses])
            for (name, style), uses in runs
        )

    return RUN.sub(paths, drawing)


def _paths(marker, style, places):
    """Return the paths of markers of one kind."""
    start, rest, corners = relative(marker)
    edge = EDGE.search(style)
    reach = np.ptp(corners, axis=0) + (float(edge[1]) if edge else 1)
    text = []
    for layer in layers(np.array(places), reach):
        d = "".join(f"M{_pair(place + start)}{rest}" for place in layer)
        text.append(f'<path d="{d}" style="{style}"/>\n')
    return "".join(text)


def layers(places, reach):
    """Return places in groups in which none touches another.

    Parameters
    ----------
    places : array, shape (n, 2)
        In the order in which they are painted.
    reach : array, shape (2,)
        How far apart, from left to right or from top to bottom, two have to be.

    Returns
    -------
    list of array
        A place that touches one before it is in a later group.
    """
    number = np.zeros(len(places), dtype=int)
    for k, place in enumerate(places):
        touched = np.all(np.abs(places[:k] - place) < reach, axis=1)
        number[k] = np.max(number[:k][touched], initial=-1) + 1
    return [places[number == k] for k in range(number.max() + 1)]


def relative(marker):
    """Return a marker's path for any place: its first point, and the way from there.

    Parameters
    ----------
    marker : str
        As Matplotlib writes it: absolute, with the steps M, L, Q, C and z.

    Returns
    -------
    (array, shape (2,); str; array, shape (n, 2))
        The third: all points that the path names, which hold it.
    """
    steps = [
        (step, np.array(numbers.split(), dtype=float).reshape(-1, 2))
        for step, numbers in STEP.findall(marker)
    ]
    corners = np.concatenate([points for _, points in steps])
    first = at = begun = corners[0]
    radius = np.hypot(*first)
    ends = np.array([points[-1] for step, points in steps if step == "C"])
    if len(ends) == CURVES and np.allclose(np.hypot(*ends.T), radius, atol=1e-4):
        half, way = f"a{_pair((radius, radius))} 0 1 0 ", -2 * first
        return first, f"{half}{_pair(way)}{half}{_pair(-way)}z", corners
    text = []
    for step, points in steps[1:]:
        if step == "z":
            text.append("z")
            at = begun
            continue
        text.append(step.lower() + " ".join(_pair(point - at) for point in points))
        at = at + np.round(points[-1] - at, DIGITS)  # where what is written leads
        if step == "M":
            begun = at
    return first, "".join(text), corners


def _pair(point):
    """Return two coordinates as an SVG writes them."""
    return " ".join(f"{round(float(number), DIGITS) + 0:g}" for number in point)
