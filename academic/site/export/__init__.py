"""The public site as a folder of files, for any web server, GitHub Pages or a CDN (docs/publishing.md).

`asking` gives the live site's answers, `crawling` follows their links, `rewriting` turns an answer into a file that
needs no server behind it, `folder` changes only what changed.
"""

from .exporting import export_site
from .options import ExportFailed, Options, Report

__all__ = ["ExportFailed", "Options", "Report", "export_site"]
