from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from academic.site.doctor import findings


class Command(BaseCommand):
    help = _("Says in plain words what is wrong with this installation; exits 1 when something must be mended.")
    requires_system_checks: list[str] = []  # it runs them itself, and says more than the first that fails

    def handle(self, *args: Any, **options: Any) -> None:
        faults = 0
        for name, found in findings():
            self.stdout.write(f"{name}: " + ("" if found else _("fine")))
            for finding in found:
                faults += finding.is_fault
                sign = _("WRONG") if finding.is_fault else _("note")
                self.stdout.write(f"  {sign}: {finding.what}" + (f"\n    → {finding.mend}" if finding.mend else ""))
        if faults:
            self.stderr.write(_("%d things are to be mended.") % faults)
            sys.exit(1)
