"""What `make bench` measures: one module for each kind of number, each in a process of its own (__main__.py)."""
