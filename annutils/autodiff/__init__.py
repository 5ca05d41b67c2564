"""Drawing of a computational graph: values flow to the right, gradients come back.

`draw` takes a snapshot of an `annutils.autodiff.Value` and of all that it was computed
from. A value is a card, with its number above and its gradient below; an operation is a
dark badge at the left of the card that holds its result. Where the order of operands
matters, the upper arrow is the first one.
"""

from annutils.graph.drawing import Graph, draw

__all__ = ["Graph", "draw"]
