"""Scalar reverse-mode differentiation, and drawings of its graphs.

>>> x = Value(3.0)
>>> y = x * x
>>> y.backward()
>>> x.grad
6.0
"""

from annutils.autodiff.drawing import Graph, draw
from annutils.autodiff.value import Value

__all__ = ["Graph", "Value", "draw"]
