"""Who looks after a report and when they are reminded, what was found out about a charge,
recalculations, and notices of unpaid bills.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision: str | None = "0005"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("ticket", sa.Column("remind_at", INSTANT, nullable=True))
    op.add_column("ticket", sa.Column("reminded_at", INSTANT, nullable=True))
    op.add_column("ticket", sa.Column("owner", sa.String(), nullable=True))
    op.create_index("ix_ticket_status_answer_due_at", "ticket", ["status", "answer_due_at"])
    op.execute("update ticket set remind_at = answer_due_at")
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.String(), nullable=False),
        sa.Column("officer", sa.String(), nullable=False),
        sa.Column("undue", sa.Boolean(), nullable=False),
        sa.Column("found_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_finding"),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_finding_ticket_id"),
    )
    op.create_index("ix_finding_ticket_id", "finding", ["ticket_id"])
    _move_findings()
    op.create_table(
        "recalculation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("ticket_id", sa.String(), nullable=False),
        sa.Column("route", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_recalculation"),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_recalculation_ticket_id"),
    )
    op.create_index("ix_recalculation_ticket_id", "recalculation", ["ticket_id"])
    op.create_table(
        "dunning_notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bill_id", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("sent_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_dunning_notice"),
        sa.ForeignKeyConstraint(["bill_id"], ["bill.id"], name="fk_dunning_notice_bill_id"),
        sa.UniqueConstraint("bill_id", "level", name="uq_dunning_notice_bill_id_level"),
    )


def _move_findings() -> None:
    """What offers and decisions went by was found before them."""
    op.execute(
        "insert into finding (ticket_id, officer, undue, found_at)"
        " select ticket_id, officer, true, offered_at from credit_offer order by id"
    )
    op.execute(
        "insert into finding (ticket_id, officer, undue, found_at)"
        " select ticket_id, officer, undue, decided_at from decision order by decided_at"
    )
    op.drop_column("decision", "undue")


def downgrade() -> None:
    op.drop_table("dunning_notice")
    op.drop_table("recalculation")
    op.add_column(
        "decision", sa.Column("undue", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.execute("update decision set undue = (amount is not null)")
    op.drop_table("finding")
    op.drop_index("ix_ticket_status_answer_due_at", "ticket")
    for column in ("owner", "reminded_at", "remind_at"):
        op.drop_column("ticket", column)
