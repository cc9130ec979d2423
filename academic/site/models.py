"""What the first start left behind: the demo, to be taken away again without what was edited, and a password."""

from django.contrib.auth.models import User
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class DemoRecord(models.Model):
    """A row the demo made, with a fingerprint of its content at that time."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    owner = GenericForeignKey("content_type", "object_id")
    fingerprint = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(name="one_record_per_row", fields=["content_type", "object_id"])]

    def __str__(self) -> str:
        return f"{self.content_type} {self.object_id}"


class FirstPassword(models.Model):
    """The password that the first start made and printed, as the user had it then; whether it was ever changed."""

    is_content = False
    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="+")
    encoded = models.CharField(max_length=128)

    def __str__(self) -> str:
        return f"first password of {self.user}"

    @property
    def is_unchanged(self) -> bool:
        return self.user.password == self.encoded
