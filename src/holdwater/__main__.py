"""`python -m holdwater` is the command line."""

from holdwater.doors.cli import main

if __name__ == "__main__":
    main()
