"""The demo: the homepage this project was made for, loaded into a site and taken away again.

`load` adds it, `clear` removes what nobody edited since. The facts are public ones about a real person, so a demo that
others can reach says that it is one (academic/site/context_processors.py).
"""

from .clearing import clear
from .loading import Summary, load

__all__ = ["Summary", "clear", "load"]
