"""An entry while its columns are read from it."""

from . import granular
from .columns import Record
from .entries import Entry
from .latex import decode


class Reading:
    """Field after field is taken out of `left`; what remains is extra. `archive` is where an eprint lies."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        own = entry.values
        self.left = {**entry.inherited, **{k: v for k, v in own.items() if v}} if entry.inherited else dict(own)
        self.record = Record(entry_type=entry.type, citation_key=entry.key)
        self.take = self.left.pop
        self.archive = ""
        self.references()

    def references(self) -> None:
        """Single values of `@xdata` entries in their place; what names none stays, and is reported."""
        if self.entry.inherited:
            self.left.update(self.entry.resolved)
        for name, value in self.left.items():
            if "xdata=" in value:
                for reference in granular.references(value):
                    self.record.problems.append(f"{name}: '{reference[:60]}' names nothing and was kept as text")

    def text(self, *names: str) -> str:
        """The first filled field of these, decoded, and taken."""
        for name in names:
            value = self.left.get(name)
            if value:
                del self.left[name]
                return decode(value)
        return ""
