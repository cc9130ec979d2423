from typing import Any

from django.core.management.base import BaseCommand

from academic.site import demo


class Command(BaseCommand):
    help = "Take the demo away again, except what was edited since and what that needs."

    def handle(self, *args: Any, **options: Any) -> None:
        for line in demo.clear().lines():
            self.stdout.write(line)
