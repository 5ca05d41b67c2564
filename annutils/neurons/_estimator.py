"""What scikit-learn asks of an estimator, without scikit-learn.

Source: "Developing scikit-learn estimators" in its user guide: parameters are stored
as they come, checked in `fit`, and listed by the signature of the constructor.
"""

import inspect

from annutils.calls import call_text

__all__ = ["Estimator"]


class Estimator:
    """A model whose parameters are the arguments of its constructor."""

    def get_params(self, deep=True):
        """Return the parameters.

        Parameters
        ----------
        deep : bool
            Not used: no parameter has parameters of its own.

        Returns
        -------
        dict
            The values by name.
        """
        names = inspect.signature(type(self)).parameters
        return {name: getattr(self, name) for name in names}

    def set_params(self, **params):
        """Change parameters, which `fit` checks.

        Parameters
        ----------
        **params
            New values by name.

        Returns
        -------
        Estimator
            The model itself.

        Raises
        ------
        ValueError
            If there is no parameter of that name; then none is changed.
        """
        known = self.get_params()
        unknown = [name for name in params if name not in known]
        if unknown:
            raise ValueError(f"Expected parameters among {[*known]}, got {unknown}.")
        vars(self).update(params)
        return self

    def __repr__(self):
        return call_text(type(self), self.get_params())
