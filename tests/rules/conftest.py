"""The fixtures of the domain's own tests."""

from tests.domain.conftest import document, english, scheme, shipped

__all__ = ["document", "english", "scheme", "shipped"]
