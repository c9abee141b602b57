"""Whose a call is, beside the call: a customer's calls in their order are one index."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision: str | None = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # SQLite adds no column that must be filled without a value to fill it with.
    op.add_column("call", sa.Column("customer_id", sa.String(), nullable=False, server_default=""))
    op.execute(
        "update call set customer_id = (select account.customer_id from line"
        " join account on account.id = line.account_id where line.id = call.line_id)"
    )
    if op.get_bind().dialect.name != "sqlite":
        op.alter_column("call", "customer_id", server_default=None)
        op.alter_column("call", "rated_millionths", type_=sa.BigInteger())  # sums in yen or forint
    op.create_index(
        "ix_call_customer_id_started_at_id", "call", ["customer_id", "started_at", "id"]
    )
    op.create_index("ix_call_started_at_id", "call", ["started_at", "id"])


def downgrade() -> None:
    op.drop_index("ix_call_started_at_id", "call")
    op.drop_index("ix_call_customer_id_started_at_id", "call")
    op.drop_column("call", "customer_id")
    if op.get_bind().dialect.name != "sqlite":
        op.alter_column("call", "rated_millionths", type_=sa.Integer())
