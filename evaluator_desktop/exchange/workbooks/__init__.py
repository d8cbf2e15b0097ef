"""Excel files: read into dataclasses and written from them, with no store behind.

Apart because a workbook from outside is the most hostile file an evaluator opens every day, and
because openpyxl is at home nowhere else. Whoever reads goes through `sheet_reader`, whoever writes
text goes through `cells.write_text`.
"""
