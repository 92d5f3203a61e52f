"""Static files under names that change with their content."""

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage


class HashedStatic(ManifestStaticFilesStorage):
    """Also rewrites the imports inside ES modules, so no bundler is needed."""

    support_js_module_import_aggregation = True
