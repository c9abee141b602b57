"""Parts of disputed sums that are offered to customers, and what they answered."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "credit_offer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.String(), nullable=False),
        sa.Column("officer", sa.String(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("offered_at", INSTANT, nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("answered_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_credit_offer"),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_credit_offer_ticket_id"),
    )
    op.create_index("ix_credit_offer_ticket_id", "credit_offer", ["ticket_id"])


def downgrade() -> None:
    op.drop_table("credit_offer")
