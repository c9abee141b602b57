"""Officers, and who of them is signed in at the staff's desk."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision: str | None = "0004"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "officer",
        sa.Column("user_name", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("totp_secret", sa.LargeBinary(), nullable=False),
        sa.Column("totp_step", sa.Integer(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("failed_attempts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("user_name", name="pk_officer"),
    )
    op.create_table(
        "officer_session",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("user_name", sa.String(), nullable=False),
        sa.Column("begun_at", INSTANT, nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_officer_session"),
        sa.ForeignKeyConstraint(
            ["user_name"], ["officer.user_name"], name="fk_officer_session_user_name"
        ),
    )
    op.create_index("ix_officer_session_user_name", "officer_session", ["user_name"])
    op.create_index("ix_officer_session_begun_at", "officer_session", ["begun_at"])


def downgrade() -> None:
    op.drop_table("officer_session")
    op.drop_table("officer")
