"""What is printed: PDF reports and result workbooks.

`report_model` says what a report contains, as plain text in the user's language; `pdf` only lays it
out. Nothing here reads the store: an assessment comes in, bytes go out.
"""
