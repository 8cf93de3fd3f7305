"""Zip archives of repositories: listed and unpacked under limits, names checked, links left alone."""

from __future__ import annotations

import lzma
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from aiscreen.errors import InputError
from aiscreen.portfolio import limits

BROKEN = (
    zipfile.BadZipFile,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    zlib.error,
    lzma.LZMAError,
)
"""What a crafted archive makes `zipfile` raise (RuntimeError: encrypted)."""

_CHUNK = 1 << 20


class Members:
    """The plain files of an archive, by their path in it. A context manager. Raises InputError where it is no archive."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.warnings: list[str] = []
        self.sizes: dict[str, int] = {}
        self._left = limits.ARCHIVE_BYTES
        try:
            self._zip = zipfile.ZipFile(path)
            infos = self._zip.infolist()
        except BROKEN as error:
            raise InputError(
                "damaged", f"no zip archive that can be read ({error}); give a folder or a zip", str(path)
            ) from None
        odd = 0
        for info in infos:
            if len(self.sizes) >= limits.FILES * 2:
                self.warnings.append("the archive has too many files; the rest were not looked at")
                break
            if info.is_dir():
                continue
            if not self._plain(info):
                odd += 1
            else:
                self.sizes[info.filename] = info.file_size
        if odd:
            self.warnings.append(
                f"{odd} members of the archive were left alone: links, bombs, or names that lead out of it"
            )

    @staticmethod
    def _plain(info: zipfile.ZipInfo) -> bool:
        """Whether a member is a plain file whose name stays inside and whose packing is believable."""
        name = PurePosixPath(info.filename)
        if (
            name.is_absolute()
            or ".." in name.parts
            or "\\" in info.filename
            or ":" in info.filename.split("/")[0]
        ):
            return False
        mode = info.external_attr >> 16
        if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
            return False
        return not (
            info.file_size > 1 << 20 and info.file_size > limits.ARCHIVE_RATIO * max(info.compress_size, 1)
        )

    def read(self, name: str, most: int) -> bytes:
        """At most `most` bytes of a member. Raises one of `BROKEN`, and OSError once the archive's budget is spent."""
        with self._zip.open(name) as stream:
            data = stream.read(min(most, self._left + 1))
        self._spend(len(data))
        return data

    def _spend(self, count: int) -> None:
        self._left = max(-1, self._left - count)
        if self._left < 0:
            raise OSError("the archive unpacks to too much")

    def unpack(self, prefix: str, to: Path) -> None:
        """Write the members below `prefix` as plain files under `to`. Damaged members are told in `warnings`."""
        for name in sorted(self.sizes):
            if not name.startswith(prefix):
                continue
            target = to.joinpath(*PurePosixPath(name.removeprefix(prefix)).parts)
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                with self._zip.open(name) as packed, target.open("xb") as stream:
                    while data := packed.read(min(_CHUNK, self._left + 1)):
                        self._spend(len(data))
                        stream.write(data)
            except BROKEN as error:
                self.warnings.append(f"a part of its git folder could not be unpacked ({error})")
                if self._left <= 0:
                    return

    def git_folders(self) -> list[str]:
        """Prefixes (ending in `/`, or empty) under which a git folder lies: `.git/` of a clone, or a bare repository."""
        heads = (name.removesuffix("HEAD") for name in self.sizes if name == "HEAD" or name.endswith("/HEAD"))
        tops = {name.partition("objects/")[0] for name in self.sizes if "objects/" in name}
        return sorted(prefix for prefix in heads if prefix in tops)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()
