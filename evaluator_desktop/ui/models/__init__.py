"""Item models: what lists show, one module a list."""
