"""The ledger, the files, and the forms that were already sent."""

from typing import Any, ClassVar

from django.db import models


class LedgerStream(models.Model):
    """A stream's name; its row is the lock under which lines are appended."""

    institution = models.BigIntegerField()
    name = models.CharField(max_length=80, unique=True)

    def __str__(self) -> str:
        return self.name


class LedgerLine(models.Model):
    """One act that has legal effect. The database refuses to change or delete it."""

    stream = models.ForeignKey(LedgerStream, models.PROTECT, related_name="lines")
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=40)
    act = models.CharField(max_length=60)
    facts = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar[Any] = ["stream", "seq"]
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["stream", "seq"], name="ledger_no_fork"),
        ]

    def __str__(self) -> str:
        return f"{self.stream_id}/{self.seq} {self.act}"


class LedgerText(models.Model):
    """A personal text, beside the chain: the line holds only its salted hash."""

    line = models.ForeignKey(LedgerLine, models.PROTECT, related_name="texts")
    field = models.CharField(max_length=40)
    salt = models.CharField(max_length=32)
    text = models.TextField()

    class Meta:
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["line", "field"], name="one_text_a_field"),
        ]

    def __str__(self) -> str:
        return f"{self.line_id}/{self.field}"


class StoredFile(models.Model):
    """A file that was handed in or made here; its name on disk is its digest."""

    institution = models.BigIntegerField()
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(help_text="bytes")
    sha256 = models.CharField(max_length=64)
    kept_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class SentForm(models.Model):
    """A form's token, taken once: the same click twice does no harm."""

    token = models.UUIDField(primary_key=True)
    user = models.BigIntegerField(null=True)
    path = models.CharField(max_length=300)
    location = models.CharField(max_length=500, blank=True)
    sent_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return str(self.token)
