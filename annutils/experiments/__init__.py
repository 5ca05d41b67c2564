"""Training with Keras, runs over several seeds, and search for hyperparameters."""

from annutils.experiments.seeds import Spread, over_seeds

__all__ = ["Spread", "over_seeds"]
