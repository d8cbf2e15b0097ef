"""Evaluator Desktop: site visits, scores and reports of the SME service evaluation, offline."""

__version__ = "0.1.0"
