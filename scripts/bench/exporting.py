"""What a static export costs, beside rendering its publications' pages alone through Django's test client.

CPU seconds in one process and one run; then those of a second export, which may write nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from . import sites, sizes, table
from .timing import cpu

if TYPE_CHECKING:
    from django.test import Client

AT_MOST = 3.0  # × rendering the publications' pages


def render(client: Client, addresses: list[str]) -> None:
    """None of the answers is kept: 2,000 with what they were made from are 400 MB."""
    for address in addresses:
        client.get(address)


def measure(folder: Path) -> None:
    sites.use(folder)
    from django.test import Client

    from academic.site.export import Options, export_site
    from publications.models import Publication

    sites.add(range(sizes.PAPERS), range(0))
    client = Client()
    addresses = [paper.get_absolute_url() for paper in Publication.objects.all()]
    client.get(addresses[0])
    rendered, _ = cpu(lambda: render(client, addresses))
    reference = f"rendering the pages of its {len(addresses):,} publications, {rendered:.1f} s"
    exported, report = cpu(lambda: export_site(folder / "copy", Options()))
    table.line(
        f"static export of {len(addresses):,} publications, {report.files:,} files: CPU",
        f"{exported:.1f} s",
        reference=reference,
        ratio=exported / rendered,
        verdict=table.at_most(exported / rendered, AT_MOST),
    )
    again, second = cpu(lambda: export_site(folder / "copy", Options()))
    table.line("exported again with nothing new: CPU", f"{again:.1f} s", reference=reference, ratio=again / rendered)
    table.line("files it rewrote", str(second.written), verdict=table.none_of(second.written))
