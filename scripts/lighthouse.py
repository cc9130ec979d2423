"""The reports of scripts/lighthouse.sh as a table: the median of every page's runs."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

SCORES = ("performance", "accessibility", "best-practices", "seo")
SLOWEST = 500  # benchmarkIndex; below it the browser waited for the machine, not for the page
HEADER = """# Lighthouse

{date}, Lighthouse {version}, median of up to {runs} runs, the demo served by gunicorn on the machine that measured
(`make lighthouse`). "Machine" is Lighthouse's own measure of how fast it could compute meanwhile; runs below {slowest}
are left out, since they tell how busy the machine was.

| page | | performance | accessibility | best practices | SEO | LCP | CLS | transferred | requests | machine | runs |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
"""


def main() -> None:
    folder, runs = Path(sys.argv[1]), sys.argv[2]
    reports: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    version = ""
    for file in sorted(folder.glob("*.json")):
        report = json.loads(file.read_text(encoding="utf-8"))
        version = report["lighthouseVersion"]
        if report["environment"]["benchmarkIndex"] < SLOWEST:
            continue
        form = "desktop" if report["configSettings"]["formFactor"] == "desktop" else "phone"
        reports[urlsplit(report["requestedUrl"]).path, form].append(report)
    sys.stdout.write(HEADER.format(date=datetime.now(tz=UTC).date(), version=version, runs=runs, slowest=SLOWEST))
    for (path, form), same in sorted(reports.items()):
        scores = " | ".join(str(round(100 * middle(same, "categories", name, "score"))) for name in SCORES)
        lcp = middle(same, "audits", "largest-contentful-paint", "numericValue") / 1000
        shift = middle(same, "audits", "cumulative-layout-shift", "numericValue")
        weight = middle(same, "audits", "total-byte-weight", "numericValue") / 1000
        requests = median(len(report["audits"]["network-requests"]["details"]["items"]) for report in same)
        sys.stdout.write(
            f"| {path} | {form} | {scores} | {lcp:.1f} s | {shift:.3f} | {weight:.0f} kB | {requests:.0f}"
            f" | {middle(same, 'environment', 'benchmarkIndex'):.0f} | {len(same)} |\n"
        )


def middle(reports: list[dict[str, Any]], *keys: str) -> float:
    values = []
    for report in reports:
        value: Any = report
        for key in keys:
            value = value[key]
        values.append(float(value))
    return median(values)


if __name__ == "__main__":
    main()
