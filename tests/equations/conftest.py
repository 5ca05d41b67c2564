"""Property tests are the same in each run, and a busy machine does not fail them."""

from hypothesis import settings

settings.register_profile("equations", deadline=None, derandomize=True)
settings.load_profile("equations")
