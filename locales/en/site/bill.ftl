# A bill's document.

bill_title = Bill no. { $number }
bill_customer = Customer
bill_account = Account
bill_period = Billing period
bill_issued = Issued on
bill_due = Please pay by
bill_times = All times are in

bill_charges = Charges
bill_fee = Monthly charge
bill_calls = Calls
bill_calls_counted = { $count ->
    [one] { $count } call
   *[other] { $count } calls
}
bill_before_tax = Total before VAT
bill_tax = VAT at { $rate }
bill_amount_due = Amount due, VAT included

bill_settlement = Credit notes and payments
bill_credit = Credit note { $number }
bill_credit_for_report = Credit note { $number } for your report { $report }
bill_payment = { $means ->
    [direct_debit] Payment by direct debit
    [bank_transfer] Payment by bank transfer
    [card] Payment by card
   *[other] Payment
}
bill_remaining = Still to be paid

bill_dispute = Is something not right?
bill_dispute_text = If you don’t recognise a charge or think that it is wrong, tell our assistant at { $address }, at any hour, or call us: { $phone }. You can ask for a credit for calls on this bill until { $until }.

bill_calls_of = Calls from { $number }
bill_when = Date and time
bill_called = Number called
bill_kind = Type of call
bill_duration = Duration
bill_price = Price
bill_call_type = { $type ->
    [local] Local
    [mobile] To a mobile
    [international] International
    [premium] Premium rate
    [roaming] Roaming
   *[other] { $type }
}
bill_carried = Carried forward
bill_brought = Brought forward
bill_line_total = Total for this line
bill_page = Page { $page } of { $pages }
