"""Evidence that nobody edits: attachments, signed orders; outages and monthly availability."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision: str | None = "0007"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
EVIDENCE = ("attachment", "signed_order")
CHANGES = ("update", "delete")


def upgrade() -> None:
    _add_attachments()
    _add_orders()
    _add_availability()
    if op.get_bind().dialect.name == "sqlite":
        _forbid_on_sqlite()
    else:
        _forbid_on_postgresql()


def _add_attachments() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("attached_at", INSTANT, nullable=False),
        sa.Column("attachment_type", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("mime_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attachment"),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_attachment_ticket_id"),
    )
    op.create_index("ix_attachment_ticket_id", "attachment", ["ticket_id"])


def _add_orders() -> None:
    op.create_table(
        "signed_order",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("signed_at", INSTANT, nullable=False),
        sa.Column("kept_at", INSTANT, nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_signed_order"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_signed_order_account_id"),
        sa.UniqueConstraint("account_id", "sha256", name="uq_signed_order_account_id_sha256"),
    )


def _add_availability() -> None:
    op.add_column("plan", sa.Column("promised_ppm", sa.Integer(), nullable=True))
    op.create_table(
        "outage",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("line_id", sa.String(), nullable=False),
        sa.Column("began_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("reported_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outage"),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name="fk_outage_line_id"),
    )
    op.create_index("ix_outage_line_id_began_at", "outage", ["line_id", "began_at"])
    op.create_table(
        "line_month",
        sa.Column("line_id", sa.String(), nullable=False),
        sa.Column("month", sa.String(), nullable=False),
        sa.Column("planned_minutes", sa.Integer(), nullable=False),
        sa.Column("lost_minutes", sa.Integer(), nullable=False),
        sa.Column("measured_ppm", sa.Integer(), nullable=False),
        sa.Column("promised_ppm", sa.Integer(), nullable=True),
        sa.Column("credit_id", sa.String(), nullable=True),
        sa.Column("measured_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("line_id", "month", name="pk_line_month"),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name="fk_line_month_line_id"),
        sa.ForeignKeyConstraint(["credit_id"], ["credit.id"], name="fk_line_month_credit_id"),
        sa.UniqueConstraint("credit_id", name="uq_line_month_credit_id"),
    )


def _forbid_on_sqlite() -> None:
    for table in EVIDENCE:
        for change in CHANGES:
            op.execute(
                f"create trigger {table}_{change} before {change} on {table}"
                " begin select raise(abort, 'evidence is not changed'); end"
            )


def _forbid_on_postgresql() -> None:
    op.execute(
        "create function evidence_stays() returns trigger language plpgsql as"
        " $$ begin raise exception 'evidence is not changed'; end $$"
    )
    for table in EVIDENCE:
        op.execute(
            f"create trigger {table}_stays before update or delete or truncate on {table}"
            " for each statement execute function evidence_stays()"
        )


def downgrade() -> None:
    op.drop_table("line_month")
    op.drop_table("outage")
    op.drop_column("plan", "promised_ppm")
    for table in EVIDENCE:
        op.drop_table(table)
    if op.get_bind().dialect.name != "sqlite":
        op.execute("drop function evidence_stays()")
