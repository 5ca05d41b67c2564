"""Objects shown as the call that makes equal ones."""

import inspect

__all__ = ["call_text"]


def call_text(cls, settings):
    """Return the call of a class with these settings, without those left at default.

    Parameters
    ----------
    cls : type
    settings : dict
        The arguments by name, in the order to show them in; those that have no default
        first. What a subclass does not take is shown where it is not None.

    Returns
    -------
    str
    """
    parameters = inspect.signature(cls).parameters
    shown = []
    for name, value in settings.items():
        default = parameters[name].default if name in parameters else None
        if default is inspect.Parameter.empty:
            shown.append(repr(value))
        elif repr(value) != repr(default):  # arrays have no plain "equal"
            shown.append(f"{name}={value!r}")
    return f"{cls.__name__}({', '.join(shown)})"
