"""The script `strategy` as pip and uv write it when they install the package; that of pip 23 also imported `re`."""

import sys

from strategy_tracker.__main__ import main

if __name__ == "__main__":
    sys.argv[0] = sys.argv[0].removesuffix(".exe")
    sys.exit(main())
