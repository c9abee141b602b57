"""Who asked for a bill's document, and when."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from billing.models import Base, Bill


class BillOnDemand(Base):
    """A bill's document that `asked_by`, a customer or a system of the operator's, asked for."""

    __tablename__ = "bill_on_demand"

    id: Mapped[str] = mapped_column(primary_key=True)
    bill_id: Mapped[str] = mapped_column(ForeignKey("bill.id"), index=True)
    asked_by: Mapped[str]
    name: Mapped[str | None]
    description: Mapped[str | None]
    asked_at: Mapped[datetime]

    bill: Mapped[Bill] = relationship()
