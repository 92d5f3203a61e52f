from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    name = "hattama.calendars"
    label = "calendars"
