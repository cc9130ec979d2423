#!/usr/bin/env python
"""Django's command line, for this site."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "academic.settings")
    try:
        from django.core.management import execute_from_command_line
    except ImportError:
        sys.exit("Django is not installed here. Run `make run` once, or activate the environment: . .venv/bin/activate")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
