"""Fuzz one reader for a time: `scripts/fuzz html 60`.

Atheris mutates the seeds (our own text in every format) and keeps what reaches new code of the readers. For formats
that are zip archives, the archive's main part is mutated and packed again as often as the archive itself, since a
damaged archive is refused before anything of it is read.
"""

from __future__ import annotations

import re
import sys
import tempfile
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["holdwater.read"], enable_loader_override=False):
    from holdwater.errors import ReadError
    from holdwater.read import FORMATS, read_bytes
    from holdwater.read.formats import suffix_format

from fuzz.soundness import faults

SEEDS = Path(__file__).parents[1] / "tests" / "formats" / "texts"
MAIN_PART = {"docx": "word/document.xml", "epub": ""}
"""The part of an archive that is mutated by itself; "" is its longest XHTML file."""
LONGEST = 20_000
"""Bytes of one input: long enough for every construct, short enough to try many."""


def one_input(form: str, seed: bytes) -> Callable[[bytes], None]:
    """What is done with each input for a format."""

    def attempt(data: bytes) -> None:
        if form in MAIN_PART and data[:1] == b"<":
            data = _packed(seed, form, data)
        try:
            wrong = faults(read_bytes(data, f"fuzzed.{form}", format=form))
        except ReadError as fault:
            wrong = [] if fault.what and "\n" not in str(fault) else [f"not one clear line: {fault}"]
        assert not wrong, wrong

    return attempt


def _packed(archive: bytes, form: str, part: bytes) -> bytes:
    """The archive with its main part replaced."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, part if name == _main_part(old, form) else old.read(name))
    return made.getvalue()


def _main_part(archive: zipfile.ZipFile, form: str) -> str:
    pages = [one for one in archive.infolist() if one.filename.endswith(("xhtml", "html"))]
    return MAIN_PART[form] or max(pages, key=lambda one: one.file_size).filename


def corpus(form: str, folder: Path) -> bytes:
    """Write the seeds of a format into a folder and return the first of them."""
    seed = next((path.read_bytes() for path in sorted(SEEDS.glob("mill.*")) if suffix_format(path.name) == form), b"")
    (folder / "whole").write_bytes(seed)
    if form in MAIN_PART and seed:
        with zipfile.ZipFile(BytesIO(seed)) as archive:
            (folder / "part").write_bytes(archive.read(_main_part(archive, form)))
    else:
        for number, piece in enumerate(re.split(rb"\n\s*\n", seed)):
            (folder / f"piece-{number}").write_bytes(piece)
    return seed


def main(form: str, seconds: int, start: int) -> None:
    """Fuzz a reader from a seed, 0 for any; the process ends with libFuzzer's exit code, 0 where nothing was found."""
    with tempfile.TemporaryDirectory() as folder:
        seed = corpus(form, Path(folder))
        options = [
            f"-max_total_time={seconds}",
            f"-seed={start}",
            f"-max_len={LONGEST}",
            "-timeout=20",
            "-rss_limit_mb=3000",
        ]
        kept = Path(tempfile.gettempdir()) / f"holdwater-fuzz-{form}-"
        atheris.Setup(
            [sys.argv[0], *options, f"-artifact_prefix={kept}", "-verbosity=0", folder], one_input(form, seed)
        )
        atheris.Fuzz()


if __name__ == "__main__":
    form, *numbers = sys.argv[1:] or [""]
    if form not in FORMATS or len(numbers) != 2 or not all(number.isdigit() for number in numbers):
        sys.exit(f"usage: scripts/fuzz FORMAT SECONDS SEED, with a format of {', '.join(FORMATS)}")
    main(form, int(numbers[0]), int(numbers[1]))
