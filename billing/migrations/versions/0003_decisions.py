"""What persons decide on disputes, and a trail of it that nobody can edit."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
CHANGES = ("update", "delete")


def upgrade() -> None:
    op.create_table(
        "decision",
        sa.Column("ticket_id", sa.String(), nullable=False),
        sa.Column("officer", sa.String(), nullable=False),
        sa.Column("undue", sa.Boolean(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("decided_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("ticket_id", name="pk_decision"),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_decision_ticket_id"),
    )
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("ticket_id", sa.String(), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_entry"),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_audit_entry_ticket_id"),
    )
    op.create_index("ix_audit_entry_ticket_id", "audit_entry", ["ticket_id"])
    if op.get_bind().dialect.name == "sqlite":
        _forbid_on_sqlite()
    else:
        _forbid_on_postgresql()


def _forbid_on_sqlite() -> None:
    for change in CHANGES:
        op.execute(
            f"create trigger audit_entry_{change} before {change} on audit_entry"
            " begin select raise(abort, 'the audit trail is not changed'); end"
        )


def _forbid_on_postgresql() -> None:
    op.execute(
        "create function audit_entry_stays() returns trigger language plpgsql as"
        " $$ begin raise exception 'the audit trail is not changed'; end $$"
    )
    op.execute(
        "create trigger audit_entry_stays before update or delete or truncate on audit_entry"
        " for each statement execute function audit_entry_stays()"
    )


def downgrade() -> None:
    op.drop_table("audit_entry")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("drop function audit_entry_stays()")
    op.drop_table("decision")
