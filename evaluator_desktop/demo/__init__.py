"""The demo workspace: invented providers with real small files, made through operations.

Apart because it is a user of the program like the window and the command line, only quicker.
"""
