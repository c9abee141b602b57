"""Sign-ins of devices, access tokens, and the tries that were counted."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "device_sign_in",
        sa.Column("device_code_digest", sa.String(), nullable=False),
        sa.Column("user_code_digest", sa.String(), nullable=False),
        sa.Column("client_id", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("customer_id", sa.String(), nullable=True),
        sa.Column("interval", sa.Integer(), nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("polled_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("device_code_digest", name="pk_device_sign_in"),
        sa.UniqueConstraint("user_code_digest", name="uq_device_sign_in_user_code_digest"),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name="fk_device_sign_in_customer_id"
        ),
    )
    op.create_index("ix_device_sign_in_expires_at", "device_sign_in", ["expires_at"])
    op.create_table(
        "access_token",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("customer_id", sa.String(), nullable=False),
        sa.Column("client_id", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("issued_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("revoked_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("digest", name="pk_access_token"),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name="fk_access_token_customer_id"
        ),
    )
    op.create_index("ix_access_token_expires_at", "access_token", ["expires_at"])
    op.create_table(
        "sign_in_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject_digest", sa.String(), nullable=False),
        sa.Column("tried_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sign_in_attempt"),
    )
    op.create_index(
        "ix_sign_in_attempt_subject_digest_tried_at",
        "sign_in_attempt",
        ["subject_digest", "tried_at"],
    )
    op.create_index("ix_sign_in_attempt_tried_at", "sign_in_attempt", ["tried_at"])


def downgrade() -> None:
    op.drop_table("sign_in_attempt")
    op.drop_table("access_token")
    op.drop_table("device_sign_in")
