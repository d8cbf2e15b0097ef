"""What a person can do, one function each: one transaction, one group of revisions, one undo.

Both front ends call these. `workspace` comes first; `seen` are the heads that the person had on
screen, None where there is no screen: the current heads then, which must not be in conflict.
"""
