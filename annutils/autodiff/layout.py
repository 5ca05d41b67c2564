"""Layered layout of a directed acyclic graph: columns, orders, heights.

The three steps, and their names, are those of K. Sugiyama, S. Tagawa and M. Toda,
"Methods for visual understanding of hierarchical system structures", IEEE Transactions
on Systems, Man, and Cybernetics 11 (1981), 109-125. An edge that passes a column gets a
place of its own there, so that no edge runs behind a node. All steps are deterministic.
"""

from dataclasses import dataclass
from itertools import accumulate, combinations, pairwise
from operator import add

SWEEPS = 12
"""Passes over the columns, back and forth, for the orders and again for the heights."""


@dataclass(frozen=True)
class Layout:
    """Where the nodes of a graph stand and which way its edges take.

    A place is a pair (node, column). It holds the node itself if the column is the
    node's own, else it is a waypoint: there the node's edges pass on their way to
    later columns.

    Attributes
    ----------
    column : list of int
        The column of each node.
    columns : list of list of (int, int)
        The places of each column, from the top. Inputs stand left of their users.
    y : dict from (int, int) to float
        Height of the middle of each place, from 0 at the top, downwards.
    ways : dict from (int, int) to list of (int, int)
        For each edge (source, target) the places on it, both ends included.
    """

    column: list
    columns: list
    y: dict
    ways: dict


def layered(inputs, free, *, height, gap):
    """Lay a directed acyclic graph out from left to right.

    Parameters
    ----------
    inputs : list of sequences of int
        For each node the nodes that it depends on. They come before it in the list.
    free : list of bool
        For each node whether its inputs may come in any order, else from the top.
    height : float
        Height of a node, in any unit; a waypoint is flat.
    gap : float
        Least free height between two neighbors in a column, in the same unit.

    Returns
    -------
    Layout
        Neighbors in a column keep their distance, long edges are mostly straight.
    """
    own = _columns_of(inputs)
    ways = {}
    for target, sources in enumerate(inputs):
        for source in sources:
            way = [(source, column) for column in range(own[source], own[target])]
            ways[source, target] = [*way, (target, own[target])]
    before, after = _neighbors(inputs, free, ways)
    places = sorted({*enumerate(own), *before, *after})
    columns = [[] for _ in range(max(own) + 1)]
    for place in places:
        columns[place[1]].append(place)
    columns = _order(columns, before, after)
    size = {place: height * (own[place[0]] == place[1]) for place in places}
    y = _heights(columns, ways, size, gap)
    top = min(y[place] - size[place] / 2 for place in places)
    return Layout(own, columns, {p: round(y[p] - top, 1) for p in places}, ways)


def _columns_of(inputs):
    """Return the column of each node: its depth, for a leaf just before its users."""
    column = []
    for sources in inputs:
        column.append(max((column[source] + 1 for source in sources), default=0))
    for leaf, sources in enumerate(inputs):
        users = [column[node] for node, used in enumerate(inputs) if leaf in used]
        if not sources and users:
            column[leaf] = min(users) - 1
    return column


def _neighbors(inputs, free, ways):
    """Return, for each place, its neighbors in the column before, and in that after.

    A neighbor is a pair of a place and a shift, a fraction of a rank, which tells
    links that end at the same node apart: the second input arrives below the first.
    """
    before, after = {}, {}
    for (source, target), way in ways.items():
        last = 0.0 if free[target] else 0.1 * inputs[target].index(source)
        for start, end in pairwise(way):
            shift = last if end == way[-1] else 0.0
            before.setdefault(end, {})[start, 0.0] = None
            after.setdefault(start, {})[end, shift] = None
    return before, after


def _order(columns, before, after):
    """Return the columns, their places ordered so that few links cross.

    Places go to the mean rank of their neighbors, then neighbors in a column change
    places while that helps. Every other two sweeps turn what is in balance: places
    with equal means, and neighbors whose exchange changes nothing. The best order met
    is returned.
    """
    best, fewest = columns, _all_crossings(columns, after)
    for sweep in range(SWEEPS):
        turn = sweep % 4 > 1
        columns = [list(column) for column in columns]
        for column in columns[::-1] if sweep % 2 else columns:
            rank = _ranks(columns)
            side = after if sweep % 2 else before
            means = {place: _mean(rank, side, place) for place in column}
            if turn:
                column.reverse()
            column.sort(key=means.get)
        _exchange(columns, before, after, least_gain=0 if turn else 1)
        if (crossings := _all_crossings(columns, after)) < fewest:
            best, fewest = columns, crossings
    return best


def _exchange(columns, before, after, least_gain):
    """Exchange neighbors in the columns, in place, where that spares crossings."""
    for column in columns:
        rank = _ranks(columns)
        for _ in column:
            for i in range(1, len(column)):
                upper, lower = column[i - 1 : i + 1]
                gain = sum(
                    _crossings(rank, side, upper, lower)
                    - _crossings(rank, side, lower, upper)
                    for side in (before, after)
                )
                if gain >= least_gain:
                    column[i - 1 : i + 1] = lower, upper


def _ranks(columns):
    return {place: rank for column in columns for rank, place in enumerate(column)}


def _all_crossings(columns, after):
    rank = _ranks(columns)
    pairs = (pair for column in columns for pair in combinations(column, 2))
    return sum(_crossings(rank, after, *pair) for pair in pairs)


def _crossings(rank, side, upper, lower):
    """Count the crossings of the links that two places of a column have on a side."""
    return sum(
        rank[a] + shift > rank[b] + other
        for a, shift in side.get(upper, ())
        for b, other in side.get(lower, ())
    )


def _mean(numbers, side, place):
    """Return the mean number of a place's neighbors, its own if it has none."""
    neighbors = side.get(place) or {(place, 0.0): None}
    return sum(numbers[other] + shift for other, shift in neighbors) / len(neighbors)


def _springs(ways):
    """Return how strongly each place is drawn to others: {place: {other: force}}.

    Neighbors attract each other, and the waypoints of an edge attract each other more,
    so that long edges become straight.
    """
    springs = {}
    for way in ways.values():
        forces = dict.fromkeys(pairwise(way), 1.0)
        forces |= dict.fromkeys(combinations(way[1:-1], 2), 10.0)
        for (one, other), force in forces.items():
            springs.setdefault(one, {})[other] = force
            springs.setdefault(other, {})[one] = force
    return springs


def _heights(columns, ways, size, gap):
    """Return the height of each place: near its neighbors, in distance from others.

    Column by column, back and forth, the energy of all springs is brought to its least
    under the condition that places keep their order and distance.
    """
    springs = _springs(ways)
    y = {place: 0.0 for column in columns for place in column}
    for sweep in range(10 * SWEEPS):
        for column in columns[::-1] if sweep % 2 else columns:
            steps = ((size[a] + size[b]) / 2 + gap for a, b in pairwise(column))
            packed = list(accumulate(steps, initial=0.0))
            wanted, forces = [], []
            for place, offset in zip(column, packed, strict=True):
                pulls = springs.get(place, {place: 1.0})
                forces.append(sum(pulls.values()))
                moment = sum(y[other] * force for other, force in pulls.items())
                wanted.append(moment / forces[-1] - offset)
            heights = map(add, _rising(wanted, forces), packed)
            y.update(zip(column, heights, strict=True))
    return y


def _rising(wanted, weights):
    """Return the numbers nearest to the wanted ones of which none is below the last.

    This is isotonic regression, solved by pooling neighbors that violate the order:
    M. Ayer et al., Annals of Mathematical Statistics 26 (1955), 641-647.
    """
    blocks = []  # mean, weight and length of each pool
    for mean, weight in zip(wanted, weights, strict=True):
        length = 1
        while blocks and blocks[-1][0] > mean:
            other, mass, members = blocks.pop()
            mean = (mean * weight + other * mass) / (weight + mass)
            weight, length = weight + mass, length + members
        blocks.append((mean, weight, length))
    return [mean for mean, _, length in blocks for _ in range(length)]
