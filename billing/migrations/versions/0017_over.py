"""On SQLite, INSERT OR REPLACE takes a row away without a trigger that forbids it to be deleted:
nothing takes the place of what is kept.
"""

from alembic import op

revision = "0017"
down_revision: str | None = "0016"
branch_labels = None
depends_on = None

SAME_ID = "id = new.id"
#: Table → what makes a new row take an old one's place, and what is said then.
KEPT = {
    "audit_entry": (SAME_ID, "the audit trail is not changed"),
    "attachment": (SAME_ID, "evidence is not changed"),
    "signed_order": (
        f"{SAME_ID} or (account_id = new.account_id and sha256 = new.sha256)",
        "evidence is not changed",
    ),
}


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table, (takes_its_place, said) in KEPT.items():
            op.execute(
                f"create trigger {table}_over before insert on {table}"
                f" when exists (select 1 from {table} where {takes_its_place})"
                f" begin select raise(abort, '{said}'); end"
            )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in KEPT:
            op.execute(f"drop trigger {table}_over")
