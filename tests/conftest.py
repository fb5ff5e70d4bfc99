"""Settings that all tests share."""

import os

from hypothesis import settings

# No deadline: pytest-timeout bounds every test, and the first example may have to import much.
# On the server each run tries the same texts, so that a failure is the fault of the change.
settings.register_profile("kreislese", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("kreislese")
