"""How much of a stranger's repository is read. Past a limit the rest is left unread, and the report says so."""

from __future__ import annotations

GIT_SECONDS = 20.0
"""Wall time of one git command; a busy machine reads 200,000 commits in a fifth of it."""
DIFF_SILENCE = 5.0
"""Seconds in which a comparison of commits must give something: git holds all of one commit's changes until it has them."""
GIT_MEMORY = 4 << 30
"""Address space of a git process in bytes, where the system can hold it to that."""
GIT_OUTPUT = 256 << 20
"""Bytes taken from one git command."""
TREE_OUTPUT = 32 << 20
"""Bytes taken from the listing of a tree: many times what an honest repository has."""
DIFF_OUTPUT = 64 << 20
"""Bytes taken from the lists of what the candidate's commits changed, and from their patches."""
DIFF_FILE = "4m"
"""A larger file counts as binary and is not compared, in git's own writing of sizes."""
COMMITS = 200_000
OWN_COMMITS = 8_000
"""The candidate's commits whose changes are read line by line, newest first."""
FILES = 50_000
"""Files listed in a tree or an archive."""
FILES_READ = 6_000
FILE_BYTES = 1 << 20
"""A larger source file is data, generated or bundled."""
NOTEBOOK_BYTES = 8 << 20
TOTAL_BYTES = 96 << 20
PARSED_BYTES = 3 << 18
"""Python source handed to `ast` in one repository."""
REPOSITORIES = 200
"""Repositories looked at in one run."""
FOLDER_DEPTH = 3
"""How deep below a given folder repositories are looked for."""
REFS = 5_000
LOOSE_OBJECTS = 400_000
ARCHIVE_BYTES = 512 << 20
"""Bytes that an archive may unpack to, whatever its directory says."""
ARCHIVE_RATIO = 200
"""A member packed tighter than this, beyond a megabyte, is taken for a bomb and not unpacked."""
