"""What ui/compile.py made of the forms in ui/. Never edit these files."""
