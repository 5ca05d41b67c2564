"""Scalar reverse-mode differentiation: numbers that remember where they came from.

Every operation on a `Value` gives a new `Value` that keeps its inputs and its local
derivatives, the slopes with respect to these inputs. Together they form a directed
acyclic graph. `Value.backward` walks it from the result to the leaves and applies the
chain rule: each input receives *local derivative times gradient of the output*, summed
over all the places where it is used. One walk gives every partial derivative, at the
cost of a small multiple of the forward computation.

`annutils.autodiff.draw` shows the graph of a value.

Sources: S. Linnainmaa, master's thesis, University of Helsinki, 1970, and BIT 16
(1976), 146-160 (accumulation from the result back); B. Speelpenning, PhD thesis,
University of Illinois, 1980 (compiling it from programs); A. Griewank and A. Walther,
*Evaluating Derivatives*, 2nd ed., SIAM, 2008, sections 3.2 and 3.3 (reverse mode).
"""

import math
from numbers import Real


class Value:
    """A number in a computational graph.

    Numbers and values mix freely in ``+ - * / **``, and what you write is what is
    built, but for ``0 + x``, which is ``x`` (so that `sum` leaves no trace), and for a
    power whose exponent is a value, ``x ** y``, which is ``exp(y * log(x))``.

    A leaf may get new data at any time. What was computed from it before is then out
    of date, and `backward` refuses it.

    Parameters
    ----------
    data : float
        A finite real number.
    name : str, default ""
        Shown in drawings and error messages; may be set later, too.

    Attributes
    ----------
    grad : float
        Derivative, with respect to this value, of the one on which `backward` was
        called; 0.0 before.
    operation : str
        What computed it: ``+``, ``-``, ``*``, ``/``, ``**2``, ``exp``; "" for a leaf.
    inputs : tuple of Value
        What it was computed from, in the order of writing; empty for a leaf.
    partials : tuple of float
        Its local derivatives, one for each input.

    Raises
    ------
    TypeError
        If data, or the other operand, is not a real number.
    ValueError
        If data, the result of an operation or a local derivative is NaN or infinite;
        for the logarithm of a number that is not positive; for a power that is not a
        real number.
    ZeroDivisionError
        On division by zero, also in a power or its slope, as in ``0 ** 0.5``.
    OverflowError
        If a power is too large for a float.

    Examples
    --------
    >>> x = Value(3.0, "x")
    >>> y = x * x + 2 * x
    >>> y.backward()
    >>> y.data, x.grad
    (15.0, 8.0)
    """

    __array_ufunc__ = None  # NumPy's numbers leave `number * value` to this class
    operation, inputs, partials, _data_of_inputs = "", (), (), ()  # those of a leaf

    def __init__(self, data, name=""):
        self.name, self.grad, self.data = name, 0.0, data

    @property
    def data(self):
        """The number, a finite float; can be set on a leaf only (else RuntimeError)."""
        return self._data

    @data.setter
    def data(self, data):
        if self.inputs:
            raise RuntimeError(f"{self} was computed: change a leaf and compute again.")
        if not isinstance(data, Real):
            raise TypeError(f"Expected a real number, got {data!r}.")
        self._data = _finite(float(data), f"the data of {self.name or 'a value'}")

    def __repr__(self):
        return f"Value({self.data:.6g}" + (f", {self.name!r})" if self.name else ")")

    def __add__(self, other):
        other = _as_value(other)
        return _computed("+", self.data + other.data, (self, 1.0), (other, 1.0))

    def __sub__(self, other):
        other = _as_value(other)
        return _computed("-", self.data - other.data, (self, 1.0), (other, -1.0))

    def __mul__(self, other):
        other = _as_value(other)
        product = self.data * other.data
        return _computed("*", product, (self, other.data), (other, self.data))

    def __truediv__(self, other):
        other = _as_value(other)
        if other.data == 0:
            raise ZeroDivisionError(f"{self} is divided by zero, {other}.")
        ratio, slope = self.data / other.data, 1 / other.data
        return _computed("/", ratio, (self, slope), (other, -ratio * slope))

    def __pow__(self, exponent):
        if isinstance(exponent, Value):
            return (exponent * self.log()).exp()
        x, n = self.data, _as_value(exponent).data
        if x == 0 and n < 1 and n != 0:
            raise ZeroDivisionError(f"{self} ** {n:g}, or its slope, divides by 0.")
        if x < 0 and not n.is_integer():
            raise ValueError(f"{self} ** {n:g} is not a real number.")
        try:
            power, slope = x**n, n * x ** (n - 1) if n else 0.0
        except OverflowError as error:
            raise OverflowError(
                f"{self} ** {n:g}, or its slope, is too large."
            ) from error
        return _computed(f"**{n:g}", power, (self, slope))

    def __neg__(self):
        return _computed("-", -self.data, (self, -1.0))

    def __radd__(self, other):
        # `sum` starts at 0, which shall not become a node.
        return self if type(other) is int and other == 0 else _as_value(other) + self

    def __rsub__(self, other):
        return _as_value(other) - self

    def __rmul__(self, other):
        return _as_value(other) * self

    def __rtruediv__(self, other):
        return _as_value(other) / self

    def __rpow__(self, other):
        return _as_value(other) ** self

    def exp(self):
        """Return e to the power of this value.

        Returns
        -------
        Value

        Raises
        ------
        ValueError
            If the result or its slope is NaN or infinite.
        """
        # Beyond 709.7 a float overflows.
        power = math.exp(self.data) if self.data < 709.7 else math.inf
        return _computed("exp", power, (self, power))

    def log(self):
        """Return the natural logarithm.

        Returns
        -------
        Value

        Raises
        ------
        ValueError
            If this value is not positive, or the slope is infinite.
        """
        if self.data <= 0:
            raise ValueError(f"Expected a positive number, got the log of {self}.")
        return _computed("log", math.log(self.data), (self, 1 / self.data))

    def tanh(self):
        """Return the hyperbolic tangent.

        Returns
        -------
        Value
            From -1 to 1.
        """
        t = math.tanh(self.data)
        return _computed("tanh", t, (self, 1 - t**2))

    def relu(self):
        """Return the positive part; its slope at 0 is taken to be 0, as Keras does.

        Returns
        -------
        Value
            0 or more.
        """
        return _computed("relu", max(self.data, 0.0), (self, float(self.data > 0)))

    def sigmoid(self):
        """Return 1 / (1 + e^-z), computed so that no z overflows.

        Returns
        -------
        Value
            From 0 to 1.
        """
        s = math.exp(min(self.data, 0.0)) / (1 + math.exp(-abs(self.data)))
        return _computed("sigmoid", s, (self, s * (1 - s)))

    def topological_order(self):
        """Return all values in the graph of this one, each one after its inputs.

        Returns
        -------
        list of Value
            The last one is this value.
        """
        # With a stack of its own: recursion would end at some 1,000 nodes in a row.
        order, found, stack = [], set(), [(self, False)]
        while stack:
            node, inputs_done = stack.pop()
            if inputs_done:
                order.append(node)
            elif node not in found:
                found.add(node)
                stack.append((node, True))
                stack.extend((source, False) for source in reversed(node.inputs))
        return order

    def backward(self):
        """Leave the derivative of this value in the ``grad`` of all in its graph.

        Raises
        ------
        RuntimeError
            If a value still has the gradient of an earlier call (`zero_grad` resets
            it), or if a leaf got new data after it was used. No gradient is changed.
        ValueError
            If a gradient becomes NaN or infinite.
        """
        order = self.topological_order()
        for node in order:
            node._check_unchanged()
        self.grad = 1.0
        for node in reversed(order):
            for source, partial in zip(node.inputs, node.partials, strict=True):
                total = source.grad + partial * node.grad
                source.grad = _finite(total, f"the gradient of {source}")

    def zero_grad(self):
        """Set the gradient of all values in the graph of this one to 0."""
        for node in self.topological_order():
            node.grad = 0.0

    def _check_unchanged(self):
        """Raise RuntimeError unless this node is as it was when it was computed."""
        if self.grad != 0:
            cure = "call zero_grad() on the result, or set grad to 0, before the next"
            raise RuntimeError(f"{self} has the gradient of a backward(): {cure}.")
        for source, data in zip(self.inputs, self._data_of_inputs, strict=True):
            if source.data != data:
                was = f"it was {data:g} when {self} was computed from it"
                raise RuntimeError(f"{source} has changed, {was}: compute it again.")


def _computed(operation, data, *inputs_and_partials):
    """Return the result of an operation, with its pairs (input, local derivative)."""
    inputs, partials = zip(*inputs_and_partials, strict=True)
    value = Value(_finite(data, f"{operation} of {inputs}"))
    for partial in partials:
        _finite(partial, f"the slope of {operation} at {inputs}")
    value.operation, value.inputs, value.partials = operation, inputs, partials
    value._data_of_inputs = tuple(node.data for node in inputs)
    return value


def _as_value(number):
    return number if isinstance(number, Value) else Value(number)


def _finite(number, what):
    """Return the number, or raise ValueError if it is NaN or infinite."""
    if not math.isfinite(number):
        raise ValueError(f"Expected a finite number, got {number} for {what}.")
    return number
