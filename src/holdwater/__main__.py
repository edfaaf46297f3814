"""`python -m holdwater` is the command line."""

import sys

from holdwater.doors.cli import main

if __name__ == "__main__":
    sys.exit(main())
