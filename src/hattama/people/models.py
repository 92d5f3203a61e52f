"""Who there is: institutions, their parts, people, and who holds which office."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hattama.base.fields import TextsField
from hattama.core.sorting import search_key, sort_key


class Institution(models.Model):
    """A college or a university. Nothing is ever seen across two of them."""

    class Kind(models.TextChoices):
        """Which rulebook binds it."""

        COLLEGE = "tve", _("College")
        UNIVERSITY = "he", _("University")

    class Names(models.TextChoices):
        """How results name a person on the public site."""

        FULL = "full", _("Full name")
        INITIALS = "initials", _("Surname and initials")
        CODE = "code", _("Code only")

    slug = models.SlugField(unique=True)
    kind = models.CharField(max_length=3, choices=Kind)
    name = TextsField()
    short_name = TextsField()
    city = TextsField()
    bin = models.CharField(max_length=12, blank=True)
    zone = models.CharField(max_length=40, default="Asia/Almaty")
    week = models.PositiveSmallIntegerField(default=5, help_text="working days")
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    public_names = models.CharField(max_length=8, choices=Names, default=Names.INITIALS)
    procedure = TextsField(help_text="The procedure of final attestation.")
    technical_requirements = TextsField()

    class Meta:
        constraints: ClassVar[Any] = [
            models.CheckConstraint(
                condition=Q(week__in=[5, 6]), name="week_of_five_or_six_days"
            ),
        ]

    def __str__(self) -> str:
        return self.slug

    @property
    def book(self) -> str:
        """The rulebook in force here: kz-he or kz-tve."""
        return f"kz-{self.kind}"


class OwnValue(models.Model):
    """What the institution itself decided where a norm leaves it the choice."""

    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="own_values"
    )
    key = models.CharField(max_length=60, help_text="as in the rulebook")
    value = models.JSONField()
    order = models.CharField(max_length=200, help_text="the order that set it")
    since = models.DateField()

    class Meta:
        ordering: ClassVar[Any] = ["key", "-since"]
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["institution", "key", "since"], name="one_own_value_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} = {self.value}"


class Unit(models.Model):
    """A faculty, a department, an office."""

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="units")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True)
    name = TextsField()

    def __str__(self) -> str:
        return str(self.name)


class Programme(models.Model):
    """An educational programme (HE) or a qualification (TVE)."""

    class Profile(models.TextChoices):
        """What changes the rules of final attestation."""

        GENERAL = "general", _("General")
        ART = "art", _("Art and culture")
        MEDICAL = "medical", _("Medical")

    class Level(models.TextChoices):
        """What is awarded at the end."""

        TVE = "tve", _("Technical and vocational")
        BACHELOR = "bachelor", _("Bachelor")
        MASTER = "master", _("Master")

    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="programmes"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="programmes")
    code = models.CharField(max_length=20)
    name = TextsField()
    level = models.CharField(max_length=8, choices=Level)
    profile = models.CharField(max_length=8, choices=Profile, default=Profile.GENERAL)
    credits = models.PositiveSmallIntegerField(
        help_text="credits of the whole programme"
    )

    class Meta:
        ordering: ClassVar[Any] = ["code"]
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["institution", "code"], name="programme_code_once"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class User(AbstractUser):
    """Somebody who can sign in. Names live with the person, not here."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    email = models.EmailField(unique=True, null=True, blank=True)  # type: ignore[assignment]


class Person(models.Model):
    """Somebody at one institution: student, teacher, official, outside member."""

    class Sex(models.TextChoices):
        """As in the identity document."""

        MALE = "m", _("Male")
        FEMALE = "f", _("Female")

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="people")
    user = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="persons"
    )
    surname = models.CharField(max_length=100)
    given = models.CharField(max_length=100, blank=True)
    patronymic = models.CharField(max_length=100, blank=True)
    iin = models.CharField(max_length=12, blank=True)
    birth = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=1, choices=Sex, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    language = models.CharField(max_length=2, default="kk")
    position = TextsField()
    administrative = models.BooleanField(
        default=False, help_text="administrative staff (he-attestation-2020/p65c)"
    )
    outside = models.CharField(
        max_length=200, blank=True, help_text="where an outside member works"
    )
    sort_key = models.CharField(max_length=400, editable=False)
    search_key = models.CharField(max_length=310, editable=False)

    class Meta:
        ordering: ClassVar[Any] = ["sort_key", "pk"]
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["institution", "iin"],
                condition=~Q(iin=""),
                name="iin_once_an_institution",
            ),
        ]
        indexes: ClassVar[Any] = [
            models.Index(fields=["institution", "sort_key"]),
        ]

    def __str__(self) -> str:
        return self.full_name

    def save(self, **kwargs: Any) -> None:
        """Keep the keys by which both databases sort and search alike."""
        self.fill_keys()
        super().save(**kwargs)

    def fill_keys(self) -> None:
        """Make the keys from the name; needed before a bulk write, which saves past."""
        self.sort_key = sort_key(self.full_name)[:400]
        self.search_key = search_key(self.full_name)[:310]

    @property
    def full_name(self) -> str:
        """Surname, given name, patronymic."""
        return " ".join(filter(None, (self.surname, self.given, self.patronymic)))

    @property
    def short_name(self) -> str:
        """Surname and initials."""
        initials = "".join(
            f"{part[0]}." for part in (self.given, self.patronymic) if part
        )
        return f"{self.surname} {initials}".strip()

    @property
    def key(self) -> str:
        """How the ledger and the rules name the person."""
        return str(self.pk)


class Group(models.Model):
    """A study group."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="groups")
    name = models.CharField(max_length=200)
    curator = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="curated"
    )

    class Meta:
        ordering: ClassVar[Any] = ["name"]
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["programme", "name"], name="group_name_once_a_programme"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Student(models.Model):
    """A person who studies in a group."""

    class Status(models.TextChoices):
        """Where the studies stand."""

        STUDYING = "studying", _("Studying")
        LEAVE = "leave", _("On leave")
        GRADUATED = "graduated", _("Graduated")
        EXPELLED = "expelled", _("Expelled")

    class Funding(models.TextChoices):
        """Who pays."""

        STATE = "state", _("State order")
        PAID = "paid", _("Paid")

    person = models.OneToOneField(Person, models.CASCADE, related_name="student")
    group = models.ForeignKey(Group, models.PROTECT, related_name="students")
    course = models.PositiveSmallIntegerField(default=1)
    language = models.CharField(max_length=2, default="kk", help_text="of study")
    funding = models.CharField(max_length=6, choices=Funding, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.STUDYING)
    debts = models.PositiveSmallIntegerField(default=0, help_text="subjects not passed")
    credits = models.PositiveSmallIntegerField(default=0, help_text="credits earned")

    def __str__(self) -> str:
        return str(self.person)


class Guardian(models.Model):
    """A parent or another lawful representative."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="guardians")
    name = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """An office held: by whom, where, since when, until when, by which order."""

    class Office(models.TextChoices):
        """The offices that the regulations name."""

        HEAD = "head", _("Head of the institution")
        VICE_HEAD = "vice_head", _("Deputy head for studies")
        DEAN = "dean", _("Dean")
        DEPARTMENT_HEAD = "department_head", _("Head of department")
        REGISTRAR = "registrar", _("Registrar")
        CURATOR = "curator", _("Curator")
        TEACHER = "teacher", _("Teacher")
        TECHNICAL_SECRETARY = "technical_secretary", _("Technical secretary")
        INSPECTOR = "inspector", _("Inspector")
        ADMINISTRATOR = "administrator", _("System administrator")

    person = models.ForeignKey(Person, models.CASCADE, related_name="posts")
    office = models.CharField(max_length=20, choices=Office)
    unit = models.ForeignKey(
        Unit, models.CASCADE, null=True, blank=True, help_text="empty: everywhere"
    )
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    order = models.CharField(max_length=200, help_text="the order of appointment")

    class Meta:
        ordering: ClassVar[Any] = ["office", "since"]

    def __str__(self) -> str:
        return f"{self.office}: {self.person}"


class Invitation(models.Model):
    """A person was given an account; the letter with the way in follows."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="invitations")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, help_text="when the letter was handed on")

    class Meta:
        ordering: ClassVar[Any] = ["-at"]
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(told_at__isnull=True),
                name="one_open_invitation_a_person",
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)


class RosterImport(models.Model):
    """A file of students or staff that was read, and what came of it."""

    class Kind(models.TextChoices):
        """Whom the file lists."""

        STUDENTS = "students", _("Students")
        STAFF = "staff", _("Staff")

    institution = models.ForeignKey(Institution, models.CASCADE)
    kind = models.CharField(max_length=8, choices=Kind)
    file = models.ForeignKey("base.StoredFile", models.PROTECT)
    mapping = models.JSONField(default=dict)
    by = models.ForeignKey(Person, models.PROTECT)
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    counts = models.JSONField(default=dict, help_text="added, changed, same, refused")
    problems = models.JSONField(default=list, encoder=DjangoJSONEncoder)

    class Meta:
        ordering: ClassVar[Any] = ["-at"]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d}"
