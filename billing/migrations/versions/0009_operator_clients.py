"""The operator's own systems, and tokens that stand for them and no customer."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision: str | None = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "operator_client",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("secret_digest", sa.String(), nullable=False),
        sa.Column("scopes", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_operator_client"),
    )
    with op.batch_alter_table("access_token") as table:
        table.alter_column("customer_id", existing_type=sa.String(), nullable=True)


def downgrade() -> None:
    op.execute("delete from access_token where customer_id is null")
    with op.batch_alter_table("access_token") as table:
        table.alter_column("customer_id", existing_type=sa.String(), nullable=False)
    op.drop_table("operator_client")
