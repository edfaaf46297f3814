"""Locks on the archive's files: a run holds its own WARC file for as long as it may write to it.

The lock ends with the process, however that ends; so a file that can be locked is one that nobody writes to.
"""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import msvcrt
    import os

    _FAR = 2**62  # a byte that no file has: there a lock bars nobody from reading

    def lock(descriptor: int, *, wait: bool) -> bool:
        """Take the lock on an open file, for as long as it is open; False where another holds it and `wait` is not set.

        Raises OSError where the file system knows no locks.
        """
        here = os.lseek(descriptor, 0, os.SEEK_CUR)
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        finally:
            os.lseek(descriptor, here, os.SEEK_SET)
        return True

else:
    import fcntl

    def lock(descriptor: int, *, wait: bool) -> bool:
        """Take the lock on an open file, for as long as it is open; False where another holds it and `wait` is not set.

        Raises OSError where the file system knows no locks.
        """
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True
