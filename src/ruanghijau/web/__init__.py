"""What every request passes: errors, guard, language, limits, logs."""

from ruanghijau.web import validation

# APIFlask picks the adapter of a schema when a route is declared, so ours has to be known before any is.
validation.register()
