"""The drawing of a chart's plot area: one module per shape.

No chart needs linear algebra, for which numpy would start a thread on every core when it is imported.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
