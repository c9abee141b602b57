"""TMF632, 629, 666 and 637: a person becomes a customer, gets an account, and a line on it."""

import pytest
from sqlalchemy import select

from billing import clock
from billing.database import Database
from billing.models import Customer
from billing.settings import Settings
from billing.signin import log_ins
from billing.signin.tables import AccessToken, PageLogIn
from tests.integration.billing.server import (
    ACCOUNT,
    CUSTOMER,
    CUSTOMERS,
    INDIVIDUAL,
    JSON,
    PRODUCT,
    Api,
)
from tests.integration.billing.test_errors import REPORT, check
from tests.integration.billing.trail import told
from tests.integration.billing.written import (
    account,
    as_party,
    customer,
    done,
    individual,
    made,
    new_account,
    new_customer,
    new_individual,
    product,
)

NASTY = ["", " ", "a\x00b", "a\nb", "x" * 201, 7, ["a"], {"a": 1}, True]


def user_name(name: object) -> JSON:
    return {"partyCharacteristic": [{"name": "userName", "value": name}]}


def languages(*codes: str) -> JSON:
    return {"languageAbility": [{"languageCode": code} for code in codes]}


def kept(resource: JSON) -> JSON:
    """What of it does not depend on when it is read."""
    return {name: value for name, value in resource.items() if name != "accountBalance"}


def test_from_a_person_to_a_line_and_back(system: Api, billing_settings: Settings):
    person = new_individual(system)
    check(system.http.get(f"{CUSTOMER}/{person['id']}"), 404, "notFound")
    owner = made(system.http.post(CUSTOMER, json=customer(person)))
    opened = made(system.http.post(ACCOUNT, json=account(owner)))
    line = made(system.http.post(PRODUCT, json=product(opened)))

    assert line["relatedParty"][0]["id"] == owner["id"] == person["id"]
    assert done(system.http.get(owner["href"]))["account"][0]["id"] == opened["id"]
    for earlier in (opened, owner, person):
        check(system.http.delete(earlier["href"]), 409, "conflict")
    for each in (line, opened, owner, person):
        answer = system.http.delete(each["href"])
        assert (answer.status_code, answer.content) == (204, b"")
        check(system.http.get(each["href"]), 404, "notFound")
        check(system.http.delete(each["href"]), 404, "notFound")
    assert told(billing_settings, person["id"]) == [
        ("crm", "create individual", {}),
        ("crm", "create customer", {"is_customer": "False → True"}),
        ("crm", "delete customer", {"is_customer": "True → False"}),
        ("crm", "delete individual", {}),
    ]


def test_a_person_is_forgotten_with_every_sign_in(system: Api, billing_settings: Settings):
    person = new_individual(system)
    database, now = Database(billing_settings.database), clock.now()
    with database.write() as session:
        session.add(
            AccessToken(
                digest=person["id"],
                customer_id=person["id"],
                client_id="aclaro",
                scope="selfcare",
                issued_at=now,
                expires_at=now,
            )
        )
        log_ins.begin(session, session.get_one(Customer, person["id"]), now)

    assert system.http.delete(person["href"]).status_code == 204
    with database.read() as session:
        assert session.get(AccessToken, person["id"]) is None
        is_theirs = PageLogIn.customer_id == person["id"]
        assert session.scalar(select(PageLogIn).where(is_theirs)) is None
    database.close()


def test_a_person_s_name_is_kept_in_one_piece(system: Api):
    person = new_individual(system)
    assert person["fullName"] == "Ada Nowak"
    assert person["languageAbility"] == [{"languageCode": "pl", "isFavouriteLanguage": True}]

    assert new_individual(system, fullName="Ada M. Nowak")["fullName"] == "Ada M. Nowak"
    changed = done(system.http.patch(person["href"], json={"fullName": "Ada Lis"}))
    assert changed == person | {"fullName": "Ada Lis"}
    both = {"givenName": "Ada", "familyName": "Nowak"}
    assert done(system.http.patch(person["href"], json=both)) == person
    check(system.http.patch(person["href"], json={"familyName": "Lis"}), 400, "invalid")


def test_the_favourite_language_counts_and_then_the_first(system: Api):
    both = [{"languageCode": "es"}, {"languageCode": "fr", "isFavouriteLanguage": True}]
    person = new_individual(system, languageAbility=both)
    assert person["languageAbility"][0]["languageCode"] == "fr"

    changed = done(system.http.patch(person["href"], json=languages("en", "es")))
    assert changed["languageAbility"][0]["languageCode"] == "en"
    body = individual()
    del body["languageAbility"]
    assert made(system.http.post(INDIVIDUAL, json=body))["languageAbility"]


def test_a_user_name_is_one_person_s(system: Api, ana: Api):
    person = new_individual(system, **user_name("ada.nowak"))
    assert person["partyCharacteristic"][0]["value"] == "ada.nowak"

    taken = individual(**user_name("ada.nowak"))
    check(system.http.post(INDIVIDUAL, json=taken), 409, "conflict")
    other = new_individual(system)
    id_of_another = user_name(person["id"].lower())
    assert system.http.patch(person["href"], json=id_of_another).status_code == 200
    id_of_another = user_name(new_individual(system)["id"].lower())
    check(system.http.patch(other["href"], json=id_of_another), 409, "conflict")
    check(system.http.patch(other["href"], json=user_name("demo-es")), 409, "conflict")
    renamed = done(system.http.patch(other["href"], json=user_name("ada.n")))
    assert renamed["partyCharacteristic"][0]["value"] == "ada.n"
    assert done(system.http.patch(other["href"], json=renamed)) == renamed
    assert done(system.http.patch(other["href"], json={"partyCharacteristic": []})) == other


@pytest.mark.parametrize("name", NASTY, ids=repr)
def test_a_name_is_a_line_of_words(system: Api, name: object):
    owner = new_customer(system)
    party = owner["engagedParty"]
    opened = made(system.http.post(ACCOUNT, json=account(owner)))
    parties = opened["relatedParty"]

    check(system.http.post(INDIVIDUAL, json=individual(familyName=name)), 400, "invalid")
    check(system.http.patch(party["href"], json={"fullName": name}), 400, "invalid")
    check(
        system.http.post(CUSTOMER, json=customer(new_individual(system), name=name)), 400, "invalid"
    )
    body = {"name": name, "engagedParty": party}
    check(system.http.patch(owner["href"], json=body), 400, "invalid")
    check(system.http.post(ACCOUNT, json=account(owner, name=name)), 400, "invalid")
    body = {"name": name, "relatedParty": parties}
    check(system.http.patch(opened["href"], json=body), 400, "invalid")


@pytest.mark.parametrize(
    "change",
    [
        {"givenName": None},
        {"givenName": "A" * 120, "familyName": "N" * 120},
        {"familyName": None},
        languages("de"),
        languages(),
        {"languageAbility": [{"languageCode": "pl", "isFavouriteLanguage": 1}]},
        {"languageAbility": "pl"},
        user_name("Ada"),
        user_name("ada'; drop table customer; --"),
        user_name("a" * 101),
        user_name(7),
        {"partyCharacteristic": user_name("a")["partyCharacteristic"] * 2},
        {"partyCharacteristic": [{"name": "userName"}]},
        {"partyCharacteristic": [{"name": "a\x00", "value": 1}]},
    ],
    ids=str,
)
def test_a_person_who_makes_no_sense_is_not_taken(system: Api, change: JSON):
    check(system.http.post(INDIVIDUAL, json=individual(**change)), 400, "invalid")


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"id": "C-1001"}, 403, "forbidden"),
        ({"status": "deceaded"}, 403, "forbidden"),
        ({"fullName": None}, 400, "invalid"),
        (languages("de"), 400, "invalid"),
        (user_name("Ada"), 400, "invalid"),
        ({"password": "secret"}, 403, "forbidden"),
        ({"fullName": "x" * 1_000_000}, 413, "tooLarge"),
    ],
    ids=lambda change: str(change)[:50],
)
def test_a_person_is_not_changed_into_what_makes_no_sense(
    system: Api, change: JSON, status: int, code: str
):
    person = new_individual(system)
    check(system.http.patch(person["href"], json=change), status, code)
    assert done(system.http.get(person["href"])) == person


def test_a_customer_is_a_person_once(system: Api):
    person = new_individual(system)
    body = customer(person, name="Ada Lis")

    owner = made(system.http.post(CUSTOMER, json=body))

    assert owner["engagedParty"]["id"] == person["id"]
    assert done(system.http.get(person["href"]))["fullName"] == owner["name"] == "Ada Lis"
    check(system.http.post(CUSTOMER, json=body), 409, "conflict")
    party = {"id": "C-NONE", "@referredType": "Individual"}
    check(system.http.post(CUSTOMER, json=body | {"engagedParty": party}), 404, "notFound")
    for wrong in (None, {}, {"id": person["id"]}, [party], party | {"id": "a\x00"}):
        check(system.http.post(CUSTOMER, json=body | {"engagedParty": wrong}), 400, "invalid")


def test_a_customer_is_renamed_and_stays_who_it_is(system: Api):
    owner, other = new_customer(system), new_individual(system)
    party = {"engagedParty": owner["engagedParty"]}

    renamed = done(system.http.patch(owner["href"], json=party | {"name": "Ada Lis"}))

    assert (renamed["name"], renamed["engagedParty"]["name"]) == ("Ada Lis", "Ada Lis")
    assert done(system.http.patch(owner["href"], json=renamed)) == renamed
    theirs = {"engagedParty": {"id": other["id"], "@referredType": "Individual"}}
    check(system.http.patch(owner["href"], json=theirs), 403, "forbidden")
    check(system.http.patch(owner["href"], json={"name": "Ada"}), 400, "invalid")
    check(system.http.patch(owner["href"], json=party | {"status": "gone"}), 403, "forbidden")
    check(system.http.patch(f"{CUSTOMER}/{other['id']}", json=theirs), 404, "notFound")


def test_whoever_has_no_account_reports_nothing(system: Api):
    for party in (new_individual(system), new_customer(system)):
        related = [{"id": party["id"], "role": "customer", "@referredType": "Customer"}]
        check(system.file(REPORT | {"relatedParty": related}), 400, "invalid")


def test_a_customer_who_reported_something_stays(system: Api):
    opened = new_account(system)
    owner = opened["relatedParty"][0]
    assert system.file(REPORT | {"relatedParty": [owner]}).status_code == 201

    check(system.http.delete(opened["href"]), 409, "conflict")
    check(system.http.delete(f"{CUSTOMER}/{owner['id']}"), 409, "conflict")
    check(system.http.delete(f"{INDIVIDUAL}/{owner['id']}"), 409, "conflict")


def test_an_account_has_what_its_dates_and_amounts_need(system: Api, billing_settings: Settings):
    owner = new_customer(system)

    opened = made(system.http.post(ACCOUNT, json=account(owner, currency="PLN", taxRate=23)))

    assert (opened["timeZone"], opened["currency"]) == ("Europe/Madrid", "PLN")
    assert (opened["country"], opened["taxRate"], opened["state"]) == ("ES", 23, "active")
    assert opened["billStructure"]["cycleSpecification"]["billingDateShift"] == 15
    renamed = {"name": "Household", "relatedParty": opened["relatedParty"]}
    changed = done(system.http.patch(opened["href"], json=renamed))
    assert kept(changed) == kept(opened | {"name": "Household"})
    assert kept(done(system.http.patch(opened["href"], json=changed))) == kept(changed)
    actions = [(action, detail) for _, action, detail in told(billing_settings, opened["id"])]
    assert actions == [
        ("create billingAccount", {}),
        ("change billingAccount", {"name": "changed"}),
    ]


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"timeZone": None}, 400, "invalid"),
        ({"timeZone": "Europe/Atlantis"}, 400, "invalid"),
        ({"timeZone": "../../etc/passwd"}, 400, "invalid"),
        ({"currency": None}, 400, "invalid"),
        ({"currency": "EURO"}, 400, "invalid"),
        ({"country": "Spain"}, 400, "invalid"),
        ({"taxRate": None}, 400, "invalid"),
        ({"taxRate": "21"}, 400, "invalid"),
        ({"taxRate": 100}, 400, "invalid"),
        ({"taxRate": -1}, 400, "invalid"),
        ({"taxRate": 5.555}, 400, "invalid"),
        ({"taxRate": 10**400}, 400, "invalid"),
        ({"billStructure": {}}, 400, "invalid"),
        ({"billStructure": {"cycleSpecification": {"billingDateShift": 32}}}, 400, "invalid"),
        ({"billStructure": {"cycleSpecification": {"billingDateShift": "1"}}}, 400, "invalid"),
        ({"relatedParty": None}, 400, "invalid"),
        ({"relatedParty": []}, 400, "invalid"),
        ({"relatedParty": [{"id": "C-1001", "@referredType": "Customer"}]}, 400, "invalid"),
        ({"relatedParty": as_party({"id": "C-NONE", "name": "Nobody"})}, 404, "notFound"),
        (
            {
                "relatedParty": [
                    *as_party({"id": "C-1001", "name": "A"}),
                    *as_party({"id": "C-1002", "name": "B"}),
                ]
            },
            400,
            "invalid",
        ),
        ({"state": "suspended"}, 409, "conflict"),
        ({"state": 7}, 400, "invalid"),
        ({"description": "x" * 1_000_000}, 413, "tooLarge"),
    ],
    ids=lambda change: str(change)[:60],
)
def test_an_account_that_makes_no_sense_is_not_opened(
    system: Api, change: JSON, status: int, code: str
):
    check(system.http.post(ACCOUNT, json=account(new_customer(system), **change)), status, code)


def test_an_account_is_a_customer_s_and_no_mere_person_s(system: Api):
    person = new_individual(system)
    body = account({"id": person["id"], "name": person["fullName"]})

    check(system.http.post(ACCOUNT, json=body), 404, "notFound")


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"timeZone": "Europe/Warsaw"}, 403, "forbidden"),
        ({"currency": "PLN"}, 403, "forbidden"),
        ({"taxRate": 7}, 403, "forbidden"),
        ({"billStructure": None}, 403, "forbidden"),
        ({"state": "closed"}, 409, "conflict"),
        ({"name": None}, 400, "invalid"),
        ({"relatedParty": []}, 400, "invalid"),
        ({"relatedParty": as_party({"id": "C-1001", "name": "Ana"})}, 403, "forbidden"),
    ],
    ids=str,
)
def test_what_bills_stand_on_is_not_changed(system: Api, change: JSON, status: int, code: str):
    opened = new_account(system)
    required = {"name": opened["name"], "relatedParty": opened["relatedParty"]}

    check(system.http.patch(opened["href"], json=required | change), status, code)

    assert kept(done(system.http.get(opened["href"]))) == kept(opened)


@pytest.mark.parametrize("path", [CUSTOMER, INDIVIDUAL, ACCOUNT, PRODUCT])
def test_who_has_a_history_stays(system: Api, path: str):
    for id_ in CUSTOMERS.values():
        found = system.all(
            path, **({"relatedParty__id": id_} if path in (ACCOUNT, PRODUCT) else {"id": id_})
        )
        for each in found:
            check(system.http.delete(each["href"]), 409, "conflict")
            assert system.http.get(each["href"]).json()["id"] == each["id"]


@pytest.mark.parametrize("path", [CUSTOMER, INDIVIDUAL, ACCOUNT, PRODUCT])
def test_a_customer_changes_nothing_of_it(ana: Api, path: str):
    own = ana.all(path)[0]

    check(ana.http.post(path, json=own), 403, "outOfScope")
    check(ana.http.patch(own["href"], json=own), 403, "outOfScope")
    check(ana.http.delete(own["href"]), 403, "outOfScope")
    assert kept(ana.all(path)[0]) == kept(own)


@pytest.mark.parametrize("path", [CUSTOMER, INDIVIDUAL, ACCOUNT, PRODUCT])
@pytest.mark.parametrize("content", [b"", b"{", b"null", b"[]", b'"a"', b"\xff", b"[" * 50_000])
def test_a_body_that_is_no_object_is_400(system: Api, path: str, content: bytes):
    headers = {"Content-Type": "application/json"}
    for method, url in (("POST", path), ("PATCH", f"{path}/C-1001")):
        answer = system.http.request(method, url, content=content, headers=headers)
        check(answer, 400, "invalid")
