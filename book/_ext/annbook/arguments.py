"""Arguments of the book's commands."""

from argparse import ArgumentTypeError


def whole_number(least, most=None):
    """Return a function that reads a whole number from ``least`` to ``most``.

    Parameters
    ----------
    least : int
    most : int, optional
        Without it, there is no end.

    Returns
    -------
    callable
        ``read(text)`` returns an int or raises ``ArgumentTypeError``, which argparse
        tells whoever typed it.
    """
    numbers = f"from {least} to {most}" if most is not None else f"of {least} or more"

    def read(text):
        try:
            number = int(text)
        except ValueError:
            number = None
        if number is None or number < least or (most is not None and number > most):
            raise ArgumentTypeError(f"expected a whole number {numbers}, got {text!r}")
        return number

    return read
