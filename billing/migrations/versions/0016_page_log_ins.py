"""Log-ins on the operator's page, and by which password a device was signed in.

A device that was signed in before there was such a note, and has not fetched its token, asks again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision: str | None = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "page_log_in",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("customer_id", sa.String(), nullable=False),
        sa.Column("of_password", sa.String(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_page_log_in"),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name="fk_page_log_in_customer_id_customer"
        ),
    )
    op.create_index("ix_page_log_in_customer_id", "page_log_in", ["customer_id"])
    op.create_index("ix_page_log_in_begun_at", "page_log_in", ["begun_at"])
    op.add_column("device_sign_in", sa.Column("of_password", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("device_sign_in", "of_password")
    op.drop_table("page_log_in")
