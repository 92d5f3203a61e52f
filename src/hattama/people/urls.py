"""Pages of people."""

from django.urls import path

from hattama.people.views import (
    accounts,
    imports,
    institution,
    persons,
    staff,
    structure,
    students,
)

urlpatterns = [
    path("", students.student_list, name="student_list"),
    path("students.xlsx", students.export_students, name="export_students"),
    path("students/add/", students.add_student, name="add_student"),
    path("me/", persons.own_page, name="own_page"),
    path("<int:pk>/", persons.person_page, name="person_page"),
    path("<int:pk>/edit/", persons.edit_person, name="edit_person"),
    path("<int:pk>/studies/", persons.edit_studies, name="edit_studies"),
    path("<int:pk>/appoint/", staff.appoint, name="appoint"),
    path("<int:pk>/guardians/", persons.add_guardian, name="add_guardian"),
    path("guardians/<int:pk>/", persons.edit_guardian, name="edit_guardian"),
    path("guardians/<int:pk>/remove/", persons.remove_guardian, name="remove_guardian"),
    path("staff/", staff.staff_list, name="staff_list"),
    path("staff.xlsx", staff.export_staff, name="export_staff"),
    path("staff/add/", staff.add_staff, name="add_staff"),
    path("posts/", staff.post_list, name="post_list"),
    path("posts/<int:pk>/relieve/", staff.relieve, name="relieve"),
    path("groups/", structure.group_list, name="group_list"),
    path("groups/add/", structure.add_group, name="add_group"),
    path("groups/<int:pk>/", structure.group_page, name="group_page"),
    path("groups/<int:pk>/edit/", structure.edit_group, name="edit_group"),
    path("programmes/", structure.programme_list, name="programme_list"),
    path("programmes/add/", structure.add_programme, name="add_programme"),
    path("programmes/<int:pk>/", structure.edit_programme, name="edit_programme"),
    path("units/", structure.unit_list, name="unit_list"),
    path("units/add/", structure.add_unit, name="add_unit"),
    path("units/<int:pk>/", structure.edit_unit, name="edit_unit"),
    path("imports/", imports.import_list, name="import_list"),
    path("imports/new/", imports.begin_import, name="begin_import"),
    path("imports/<int:pk>/columns/", imports.map_columns, name="map_columns"),
    path("imports/<int:pk>/", imports.preview_import, name="preview_import"),
    path("imports/<int:pk>/confirm/", imports.confirm_import, name="confirm_import"),
    path(
        "imports/<int:pk>/refused.xlsx", imports.export_refused, name="export_refused"
    ),
    path("accounts/", accounts.account_list, name="account_list"),
    path("accounts/invite/", accounts.invite_people, name="invite_people"),
    path("choose/", accounts.choose_person, name="choose_person"),
    path("institution/", institution.institution_page, name="institution_page"),
    path("institution/edit/", institution.edit_institution, name="edit_institution"),
    path("institution/procedure/", institution.edit_procedure, name="edit_procedure"),
    path("institution/rules/", institution.rule_list, name="rule_list"),
    path(
        "institution/rules/<slug:key>/", institution.set_own_value, name="set_own_value"
    ),
    path(
        "institution/values/<int:pk>/drop/",
        institution.drop_own_value,
        name="drop_own_value",
    ),
]
