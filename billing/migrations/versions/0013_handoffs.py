"""Conversations that the assistant hands to the desk, who is there for them, and what the assistant
is told of them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision: str | None = "0012"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "handoff",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("customer_name", sa.String(), nullable=True),
        sa.Column("account_id", sa.String(), nullable=True),
        sa.Column("wish", sa.String(), nullable=True),
        sa.Column("report", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("officer", sa.String(), nullable=True),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("taken_at", INSTANT, nullable=True),
        sa.Column("owed_since", INSTANT, nullable=True),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_handoff"),
    )
    op.create_index("ix_handoff_state_opened_at", "handoff", ["state", "opened_at"])
    op.create_table(
        "handoff_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("handoff_id", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("officer", sa.String(), nullable=True),
        sa.Column("officer_name", sa.String(), nullable=True),
        sa.Column("message_id", sa.String(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_handoff_line"),
        sa.ForeignKeyConstraint(["handoff_id"], ["handoff.id"], name="fk_handoff_line_handoff_id"),
        sa.UniqueConstraint(
            "handoff_id", "message_id", name="uq_handoff_line_handoff_id_message_id"
        ),
    )
    op.create_index("ix_handoff_line_handoff_id", "handoff_line", ["handoff_id"])
    op.create_table(
        "officer_presence",
        sa.Column("user_name", sa.String(), nullable=False),
        sa.Column("there_since", INSTANT, nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("user_name", name="pk_officer_presence"),
        sa.ForeignKeyConstraint(
            ["user_name"], ["officer.user_name"], name="fk_officer_presence_user_name"
        ),
    )
    op.create_index("ix_officer_presence_seen_at", "officer_presence", ["seen_at"])
    with op.batch_alter_table("outbox") as table:
        table.alter_column("ticket_id", existing_type=sa.String(), nullable=True)
        table.add_column(sa.Column("handoff_id", sa.String(), nullable=True))
        table.add_column(sa.Column("line_id", sa.Integer(), nullable=True))
        table.create_foreign_key("fk_outbox_handoff_id", "handoff", ["handoff_id"], ["id"])
        table.create_foreign_key("fk_outbox_line_id", "handoff_line", ["line_id"], ["id"])
    op.create_index(
        "ix_outbox_subscription_id_handoff_id", "outbox", ["subscription_id", "handoff_id"]
    )


def downgrade() -> None:
    op.execute("delete from outbox where ticket_id is null")
    op.execute("delete from event_subscription where id = 'handoff'")
    op.drop_index("ix_outbox_subscription_id_handoff_id", "outbox")
    with op.batch_alter_table("outbox") as table:
        table.drop_constraint("fk_outbox_line_id", type_="foreignkey")
        table.drop_constraint("fk_outbox_handoff_id", type_="foreignkey")
        table.drop_column("line_id")
        table.drop_column("handoff_id")
        table.alter_column("ticket_id", existing_type=sa.String(), nullable=False)
    for name in ("officer_presence", "handoff_line", "handoff"):
        op.drop_table(name)
