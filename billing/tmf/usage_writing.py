"""TMF635, writing: call records come in rated, and stay once something relies on them."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request
from pydantic import AfterValidator, Field, StringConstraints, ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, Response

from billing.access import USAGE as SCOPE
from billing.access import Caller, requires
from billing.calls import CREDITED, DISPUTED
from billing.codes import CallType, Country, Number
from billing.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError
from billing.models import Account, Bill, Call, Customer, Line
from billing.money import MILLIONTHS, billed
from billing.tmf.body import Reference, Token
from billing.tmf.described import WRITING_ERRORS, Description
from billing.tmf.usage import PATH, USAGE
from billing.tmf.writing import (
    CHANGING,
    DELETING,
    Act,
    Change,
    Characteristic,
    Id,
    New,
    PartyRef,
    When,
    acting,
    by_name,
    check_the_rest,
    decimals,
    differences,
    gone,
    locked,
    new_id,
    shown,
    the_customer,
)

LARGEST_PRICE = 1_000_000  # units of the currency
LONGEST_CALL = 10_000_000  # seconds
#: With the line, what makes two records those of the same call.
IDENTITY = ("started_at", "called_number", "duration")
THERE: dict[int | str, Description] = {200: {"description": "The call that was there already"}}

router = APIRouter(tags=[USAGE.name])
Writer = Annotated[Caller, requires(SCOPE)]
Values = dict[str, Any]


class Price(New):
    """What a call was rated at, tax included, to the millionth of the currency's unit."""

    unit: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    value: Annotated[float, Field(ge=0, le=LARGEST_PRICE, strict=True), decimals(6)]


class Rating(New):
    """RatedProductUsage: the price, and whose it is."""

    tax_included_rating_amount: Price
    rating_date: When | None = None
    product_ref: Reference | None = None


class CallTraits(New):
    """What the characteristics say of a call; `duration` in seconds."""

    calling_number: Number
    called_number: Number
    duration: Annotated[int, Field(ge=0, lt=LONGEST_CALL, strict=True)]
    destination_country: Country
    call_type: CallType
    bill_id: Token | None = None


def _traits(characteristics: Sequence[Characteristic]) -> CallTraits:
    """Raises ValueError."""
    try:
        return CallTraits.model_validate(by_name(characteristics))
    except ValidationError as error:
        problems = (f"{'.'.join(map(str, it['loc']))}: {it['msg']}" for it in error.errors())
        raise ValueError("; ".join(problems)) from None


def _readable(characteristics: list[Characteristic]) -> list[Characteristic]:
    _traits(characteristics)
    return characteristics


Traits = Annotated[list[Characteristic], Field(max_length=50), AfterValidator(_readable)]
Ratings = Annotated[list[Rating], Field(min_length=1, max_length=1)]
Status = Literal["rated", "billed"]


class UsageCreate(New):
    """Usage_Create."""

    usage_date: When
    usage_characteristic: Traits
    rated_product_usage: Ratings
    status: Status = "rated"
    related_party: list[PartyRef] = Field(default=[], max_length=20)


class UsageUpdate(Change):
    """Usage_Update."""

    usage_date: When | None = None
    usage_characteristic: Traits | None = None
    rated_product_usage: Ratings | None = None
    status: Status | None = None


@router.post(f"/{PATH}", responses={**WRITING_ERRORS, **THERE}, status_code=201)
def create(request: Request, caller: Writer, body: UsageCreate) -> JSONResponse:
    """Bring in a call record: 201, or 200 with the one that is there if it came before: the same
    line, moment, called number and duration.
    """
    with acting(request, caller) as act:
        call_id, is_new = _bring_in(act, body)
    return shown(request, caller, USAGE, call_id, 201 if is_new else 200)


@router.patch(f"/{PATH}/{{id}}", **CHANGING)
def update(request: Request, id_: Id, caller: Writer, body: UsageUpdate) -> JSONResponse:
    """Rate a call anew, correct it, or put it on a bill, as long as it is neither billed nor
    disputed.
    """
    with acting(request, caller) as act:
        check_the_rest(request, act, caller, USAGE, id_, body)
        call = _locked_call(act.session, id_)
        values = _changed(act, call, body)
        status = body.status or _status(call)
        if status != _status(call) or differences(call, values):
            _check_free(act.session, call)
            _check_status(call.line, values, status, act.session)
            _check_single(act.session, call, values)
        act.change(call, "change usage", values)
    return shown(request, caller, USAGE, id_)


@router.delete(f"/{PATH}/{{id}}", **DELETING)
def delete(request: Request, id_: Id, caller: Writer) -> Response:
    """Take a call out that is neither billed nor credited, and that no report was ever about."""
    with acting(request, caller) as act:
        call = _locked_call(act.session, id_)
        _check_free(act.session, call)
        act.remove(call, "Usage", "delete usage")
    return gone()


def _bring_in(act: Act, body: UsageCreate) -> tuple[str, bool]:
    """The call's id, and whether it is new."""
    traits, (rating,) = _traits(body.usage_characteristic), body.rated_product_usage
    line = _line(act.session, traits, rating.product_ref)
    if body.related_party and the_customer(body.related_party) != line.account.customer_id:
        raise NotFoundError(f"relatedParty has no line {traits.calling_number}")
    values = {
        "started_at": body.usage_date,
        "rated_at": act.now,
        **_of_traits(traits),
        **_of_rating(rating, line.account),
    }
    _check_date(body.usage_date, act)
    _check_status(line, values, body.status, act.session)
    earlier = _twin(act.session, line.id, values)
    if earlier is not None:
        told = ["amount", "call_type", "destination_country"]
        if body.status == "billed":  # one that is only rated may have been billed since
            told.append("bill_id")
        if different := differences(earlier, {name: values[name] for name in told}):
            raise ConflictError(
                f"{earlier.id} is the same call, with another {', '.join(different)}"
            )
        return earlier.id, False
    call = Call(id=new_id("USG"), line_id=line.id, customer_id=line.account.customer_id, **values)
    act.session.add(call)
    act.note("create usage", call.id)
    return call.id, True


def _line(session: Session, traits: CallTraits, product: Reference | None) -> Line:
    """The line that called, for one record at a time: so none comes in twice."""
    line = session.scalar(
        select(Line).where(Line.number == traits.calling_number).with_for_update(key_share=True)
    )
    if line is None or (product is not None and product.id != line.id):
        raise NotFoundError(f"no such line: {traits.calling_number}")
    return line


def _locked_call(session: Session, id_: str) -> Call:
    """The call; its customer files no report about it meanwhile. Raises NotFoundError."""
    customer_id = session.scalar(select(Call.customer_id).where(Call.id == id_))
    if customer_id is not None:
        locked(session, Customer, customer_id)
    return locked(session, Call, id_)


def _changed(act: Act, call: Call, body: UsageUpdate) -> Values:
    """The columns that the body gives."""
    values: Values = {}
    if body.usage_date is not None:
        _check_date(body.usage_date, act)
        values["started_at"] = body.usage_date
    if body.usage_characteristic is not None:
        traits = _traits(body.usage_characteristic)
        _check_line(traits.calling_number, call.line.number)
        values |= _of_traits(traits)
    if body.rated_product_usage is not None:
        (rating,) = body.rated_product_usage
        if rating.product_ref is not None:
            _check_line(rating.product_ref.id, call.line_id)
        values |= _rated_anew(act, call, rating)
    return values


def _check_line(named: str, own: str) -> None:
    if named != own:
        raise ForbiddenError("a call stays on its line: delete it, and bring it in anew")


def _rated_anew(act: Act, call: Call, rating: Rating) -> Values:
    """A price that is the one that is shown is none: that one is rounded."""
    rated = _of_rating(rating, call.line.account)
    if rated["amount"] != call.amount:
        return {"rated_at": act.now, **rated}
    return {} if rating.rating_date is None else {"rated_at": rating.rating_date}


def _of_traits(traits: CallTraits) -> Values:
    return traits.model_dump(exclude={"calling_number"})


def _of_rating(rating: Rating, account: Account) -> Values:
    price = rating.tax_included_rating_amount
    if price.unit != account.currency:
        raise InvalidError(f"calls of this account are rated in {account.currency}")
    millionths = int(Decimal(str(price.value)) * MILLIONTHS)
    rated_at = {} if rating.rating_date is None else {"rated_at": rating.rating_date}
    amount = billed(millionths, account.currency)
    return {"rated_millionths": millionths, "amount": amount, **rated_at}


def _check_single(session: Session, call: Call, values: Values) -> None:
    """A call that is corrected does not become the same as another one."""
    identity = {name: getattr(call, name) for name in IDENTITY}
    changed = {**identity, **{name: values[name] for name in IDENTITY if name in values}}
    if changed != identity and (twin := _twin(session, call.line_id, changed)) is not None:
        raise ConflictError(f"{twin.id} is the same call")


def _twin(session: Session, line_id: str, values: Mapping[str, Any]) -> Call | None:
    """A record of the same call, preferably one of the same price."""
    twins = session.scalars(
        select(Call)
        .where(Call.line_id == line_id, *(getattr(Call, name) == values[name] for name in IDENTITY))
        .order_by(Call.id)
    ).all()
    same = (call for call in twins if call.amount == values.get("amount"))
    return next(same, twins[0] if twins else None)


def _status(call: Call) -> Status:
    return "rated" if call.bill_id is None else "billed"


def _check_date(date: Any, act: Act) -> None:
    if date > act.now:
        raise InvalidError("usageDate: a call that has not been made yet")


def _check_status(line: Line, values: Values, status: Status, session: Session) -> None:
    """Usage is billed on a bill of its own account, and on none while it is only rated."""
    bill_id = values.get("bill_id")
    if (status == "billed") != (bill_id is not None):
        raise InvalidError(
            "usage that is billed has the characteristic billId, and no other has it"
        )
    bill = None if bill_id is None else session.get(Bill, bill_id)
    if bill_id is not None and (bill is None or bill.account_id != line.account_id):
        raise NotFoundError(f"no bill {bill_id} of this account")


def _check_free(session: Session, call: Call) -> None:
    """Nobody relies on the call. Raises ConflictError."""
    if call.bill_id is not None:
        raise ConflictError("the call is billed")
    credited, disputed = session.execute(select(CREDITED, DISPUTED).where(Call.id == call.id)).one()
    if credited or disputed:
        raise ConflictError("the call is disputed or credited")
