"""The whole site in one file, and back into an empty one.

The file is a zip: `backup.json` (what it is of, how many rows, the hashes of all media), `rows.jsonl` (every row, in a
form that both databases take), `database.sqlite3` (where the site runs on SQLite: exact, and an older one can be
migrated), `media/`. Sessions stay out: nobody is logged in by a restore.
"""

from .archive import BackupFailed
from .restoring import restore
from .saving import back_up

__all__ = ["BackupFailed", "back_up", "restore"]
