"""The parts of the customers tab of the verification page."""
