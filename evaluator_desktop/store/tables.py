"""The tables as peewee sees them; `migrations/` makes them.

`Revision`, `Parent` and `Personal` are the history and travel in packages. `Head` and
`Summary` are projections that `check` can rebuild. `Setting`, `Draft` and `MergeLog` are this
computer's own and never leave it. Models are not bound to a database: a query is given the one to
run on, so that two workspaces can be open in one process.
"""

from peewee import BlobField, CompositeKey, IntegerField, Model, TextField


class Revision(Model):
    id = BlobField(primary_key=True)
    entity = BlobField()
    run = BlobField()
    seq = IntegerField()
    content = BlobField()

    class Meta:
        table_name = "revision"
        without_rowid = True


class Parent(Model):
    parent = BlobField()
    revision = BlobField()

    class Meta:
        table_name = "parent"
        primary_key = CompositeKey("parent", "revision")
        without_rowid = True


class Personal(Model):
    digest = BlobField(primary_key=True)
    content = BlobField()

    class Meta:
        table_name = "personal"
        without_rowid = True


class Head(Model):
    entity = BlobField()
    revision = BlobField()
    kind = TextField()
    provider = BlobField(null=True)

    class Meta:
        table_name = "head"
        primary_key = CompositeKey("entity", "revision")
        without_rowid = True


class Summary(Model):
    provider = BlobField(primary_key=True)
    content = BlobField()

    class Meta:
        table_name = "summary"
        without_rowid = True


class Setting(Model):
    name = TextField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "setting"
        without_rowid = True


class Draft(Model):
    place = TextField(primary_key=True)
    text = TextField()
    at = TextField()

    class Meta:
        table_name = "draft"
        without_rowid = True


class MergeLog(Model):
    package = BlobField()
    file = TextField()
    at = TextField()
    content = BlobField()

    class Meta:
        table_name = "merge_log"
