"""The operator's own systems, tokens that stand for them and no customer, bills on demand."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision: str | None = "0008"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "operator_client",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("secret_digest", sa.String(), nullable=False),
        sa.Column("scopes", sa.JSON(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_operator_client"),
    )
    with op.batch_alter_table("access_token") as table:
        table.alter_column("customer_id", existing_type=sa.String(), nullable=True)
    op.create_table(
        "bill_on_demand",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("bill_id", sa.String(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("description", sa.String(), nullable=True),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_bill_on_demand"),
        sa.ForeignKeyConstraint(["bill_id"], ["bill.id"], name="fk_bill_on_demand_bill_id"),
    )
    op.create_index("ix_bill_on_demand_bill_id", "bill_on_demand", ["bill_id"])


def downgrade() -> None:
    op.drop_table("bill_on_demand")
    op.execute("delete from access_token where customer_id is null")
    with op.batch_alter_table("access_token") as table:
        table.alter_column("customer_id", existing_type=sa.String(), nullable=False)
    op.drop_table("operator_client")
