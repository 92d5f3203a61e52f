"""Pages of calendars."""

from django.urls import path

from hattama.calendars import views

urlpatterns = [
    path("", views.work_calendar, name="work_calendar"),
    path("days.xlsx", views.export_days, name="export_days"),
    path("days/add/", views.add_own_day, name="add_own_day"),
    path("national/add/", views.add_national_day, name="add_national_day"),
    path("national/year/", views.lay_in_year, name="lay_in_year"),
    path("days/<int:pk>/", views.edit_day, name="edit_day"),
    path("days/<int:pk>/remove/", views.remove_day, name="remove_day"),
    path("periods/add/", views.add_period, name="add_period"),
    path("periods/<int:pk>/", views.edit_period, name="edit_period"),
    path("periods/<int:pk>/remove/", views.remove_period, name="remove_period"),
]
