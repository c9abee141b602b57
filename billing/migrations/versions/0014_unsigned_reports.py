"""Reports of people who have not signed in, and where a report's answer is wanted."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision: str | None = "0013"
branch_labels = None
depends_on = None

COLUMNS = ("filed_by", "writer", "language", "contact")
#: Whose the reports without a customer are while every report must have one.
NOBODY = "not-signed-in"


def upgrade() -> None:
    for name in COLUMNS:
        op.add_column("ticket", sa.Column(name, sa.String(), nullable=True))
    op.create_index("ix_ticket_writer", "ticket", ["writer"])
    op.create_index(
        "ix_ticket_filed_by_external_id", "ticket", ["filed_by", "external_id"], unique=True
    )
    _allow_nobody(True)
    op.execute(f"update ticket set customer_id = null where customer_id = '{NOBODY}'")
    op.execute(f"delete from customer where id = '{NOBODY}'")


def downgrade() -> None:
    op.execute(
        "insert into customer (id, name, user_name, password_hash, language, is_customer)"
        f" select '{NOBODY}', 'Not signed in', '{NOBODY}', '-', 'en', false"
        " where exists (select 1 from ticket where customer_id is null)"
    )
    op.execute(f"update ticket set customer_id = '{NOBODY}' where customer_id is null")
    _allow_nobody(False)
    op.drop_index("ix_ticket_filed_by_external_id", "ticket")
    op.drop_index("ix_ticket_writer", "ticket")
    for name in COLUMNS:
        op.drop_column("ticket", name)


def _allow_nobody(allowed: bool) -> None:
    """Whether a report may have no customer.

    SQLite cannot copy the table as it does with others, because reports' notes and history refer to
    it. Taking a NOT NULL away, or putting it where nothing is null, changes nothing of what is
    stored, so the schema's text alone is rewritten (https://sqlite.org/lang_altertable.html, 7).
    """
    if op.get_bind().dialect.name != "sqlite":
        op.alter_column("ticket", "customer_id", existing_type=sa.String(), nullable=allowed)
        return
    needed, may_be = "customer_id VARCHAR NOT NULL", "customer_id VARCHAR"
    old, new = (needed, may_be) if allowed else (may_be, needed)
    version = op.get_bind().exec_driver_sql("pragma schema_version").scalar_one()
    op.execute("pragma writable_schema = on")
    op.execute(
        f"update sqlite_schema set sql = replace(sql, '{old},', '{new},')"
        " where type = 'table' and name = 'ticket'"
    )
    op.execute(f"pragma schema_version = {version + 1}")
    op.execute("pragma writable_schema = off")
