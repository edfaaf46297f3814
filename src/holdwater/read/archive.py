"""Zip archives that documents come in (DOCX, EPUB, ODT): every member bounded, nothing written to disk."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType

from holdwater.errors import ReadError, UnreadableError
from holdwater.read.decoding import MAX_BYTES, decode

MAX_MEMBERS = 20_000
"""The most files an archive may list; a book of a thousand chapters with its pictures has a tenth of that."""

MAX_TOTAL = 4 * MAX_BYTES
"""The most bytes that are unpacked of one archive, all members that are asked for together."""

_MAX_RATIO, _SMALL = 400, 2**20
"""Text packs to a tenth, a sheet of empty table cells to a hundredth; what packs better than this is a bomb."""

_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Those that the formats of documents allow; others unpack whole blocks at once, and cannot be bounded."""


class Archive:
    """A zip file in memory. Members are unpacked when they are asked for, and only as far as the bounds allow."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises ReadError where the bytes are no sound zip file or list more than `MAX_MEMBERS` members."""
        self._name = name
        self._room = MAX_TOTAL
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, OverflowError, NotImplementedError) as fault:
            raise ReadError("a damaged or truncated zip archive", where=name, mend="fetch or save it again") from fault
        if len(members) > MAX_MEMBERS:
            raise ReadError(f"an archive of more than {MAX_MEMBERS:,} files", where=name, mend="save it again")
        self._members = {member.filename.replace("\\", "/"): member for member in members}

    @property
    def members(self) -> Mapping[str, int]:
        """The sizes in bytes that the archive states for its members, by path, in its own order."""
        return MappingProxyType({path: member.file_size for path, member in self._members.items()})

    def __contains__(self, path: str) -> bool:
        return path in self._members

    def read(self, path: str) -> bytes:
        """The bytes of a member.

        Raises:
            ReadError: there is none of this path, it is damaged, or it unpacks to more than a document may have.
            UnreadableError: it is encrypted.
        """
        member = self._members.get(path)
        where = f"{self._name}/{path}"
        if member is None:
            raise ReadError(f"the archive has no {path[:100]}", where=self._name, mend="save it again")
        if member.flag_bits & 0x1:
            raise UnreadableError("encrypted", where=self._name, mend="save it without a password")
        if member.compress_type not in _PACKINGS:
            raise ReadError("packed in a way that no document is", where=where, mend="save it again")
        if member.file_size > min(MAX_BYTES, self._room) or self._is_bomb(member.file_size, member.compress_size):
            raise ReadError("unpacks to more than a document may have", where=where, mend="split it into parts")
        try:
            with self._zip.open(member) as file:  # which yields no more than the size that the archive states
                data = file.read(member.file_size + 1)
        except RuntimeError as fault:
            raise UnreadableError("encrypted", where=self._name, mend="save it without a password") from fault
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as fault:
            raise ReadError("damaged or truncated", where=where, mend="fetch or save it again") from fault
        self._room -= len(data)
        return data

    def text(self, path: str) -> str:
        """The decoded text of a member. Raises as `read` does, and as `decode` does where it is no text."""
        return decode(self.read(path), f"{self._name}/{path}")

    @staticmethod
    def _is_bomb(unpacked: int, packed: int) -> bool:
        return unpacked > _SMALL and unpacked > packed * _MAX_RATIO
