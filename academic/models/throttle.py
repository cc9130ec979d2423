"""How often something may be tried: a token bucket in the database, so that every process counts the same."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone


class TokenBucket(models.Model):
    """Tokens left for one key; they come back evenly over time. Keys are hashed: no addresses are kept."""

    is_content = False
    key = models.CharField(max_length=64, unique=True)
    tokens = models.FloatField()
    updated = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.key[:8]}: {self.tokens:.1f}"

    @classmethod
    def take(cls, key: str, capacity: int, window: int) -> int:
        """Take a token of `key` and return 0, or return the seconds until there is one.

        `capacity` tokens come back in `window` seconds. Taking comes before the attempt, so that attempts
        made at the same time cannot all slip through.
        """
        now = timezone.now()
        with transaction.atomic():
            cls.objects.filter(updated__lt=now - timedelta(seconds=window)).delete()  # full again: forget them
            cls.objects.get_or_create(key=_digest(key), defaults={"tokens": capacity, "updated": now})
            bucket = cls.objects.select_for_update().get(key=_digest(key))
            tokens = bucket._refilled(capacity, window, now)
            if tokens < 1:
                return max(1, round((1 - tokens) * window / capacity))
            bucket.tokens, bucket.updated = tokens - 1, now
            bucket.save()
        return 0

    @classmethod
    def refill(cls, key: str) -> None:
        """All tokens back, after a success."""
        cls.objects.filter(key=_digest(key)).delete()

    def _refilled(self, capacity: int, window: int, now: datetime) -> float:
        elapsed = (now - self.updated).total_seconds()
        return min(float(capacity), self.tokens + elapsed * capacity / window)


def _digest(key: str) -> str:
    return sha256(f"{settings.SECRET_KEY}|{key}".encode()).hexdigest()
