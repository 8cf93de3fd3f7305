"""The ZIP package of a DOCX file, opened with care: bounded sizes, no document type declarations."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from xml.etree import ElementTree

from aiscreen.errors import InputError

Element = ElementTree.Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1].encode(),
}
_PART = 40_000_000
_ENTRIES = 5_000
_ENCODING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']""")
_PLAIN = frozenset((b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252", b"utf-16"))


class Package:
    """A DOCX file's parts. Raises InputError `damaged` or `too-large`."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self._zip.namelist())
        except (
            zipfile.BadZipFile,
            zipfile.LargeZipFile,
            OSError,
            ValueError,
            NotImplementedError,
            KeyError,
        ) as error:
            raise InputError("damaged", f"the file is a broken archive ({error})", path) from error
        if len(self.names) > _ENTRIES:
            raise InputError("too-large", "the archive holds too many files for a résumé", path)

    def read(self, name: str) -> bytes | None:
        """A part's bytes, None where there is none."""
        if name not in self.names:
            return None
        try:
            with self._zip.open(name) as stream:
                data = stream.read(_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            ValueError,
            RuntimeError,
            NotImplementedError,
            EOFError,
        ) as error:
            if "encrypted" in str(error):
                raise InputError(
                    "encrypted", "the file needs a password: save it without one", self.path
                ) from error
            raise InputError("damaged", f"the file is a broken archive ({name})", self.path) from error
        if len(data) > _PART:
            raise InputError("too-large", f"{name} unpacks to more than {_PART // 1_000_000} MB", self.path)
        return data

    def xml(self, name: str) -> Element | None:
        """A part's XML. Declarations of document types and exotic encodings are refused: no résumé has them."""
        data = self.read(name)
        if data is None:
            return None
        head = data[:200].lstrip()
        encoding = _ENCODING.search(head)
        known = head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:1] == b"<" or head[:3] == b"\xef\xbb\xbf"
        declared = (
            b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"<\x00!\x00" in data or b"\x00<\x00!" in data
        )
        if declared or not known or (encoding and encoding[1].lower() not in _PLAIN):
            raise InputError("damaged", f"{name} is not the XML of a Word file", self.path)
        for strict, usual in _STRICT.items():
            if strict in data[:4000]:
                data = data.replace(strict, usual)
        try:
            return ElementTree.fromstring(data)
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise InputError("damaged", f"{name} is broken ({error})", self.path) from error

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relation id to (kind, target) of a part; targets inside the package are full names."""
        folder, name = posixpath.split(part)
        root = self.xml(f"{folder}/_rels/{name}.rels")
        found: dict[str, tuple[str, str]] = {}
        for relation in root if root is not None else ():
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
            found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], target)
        return found
