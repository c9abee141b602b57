# The staff’s desk. What begins with words_ is a first draft of what the customer is told.

staff_title = Staff desk
staff_sign_in_intro = For members of staff. After the password you are asked for the code from your authenticator app.
staff_go_on = Continue
staff_code_title = Enter the code
staff_code_intro = The six digits that your authenticator app shows at this moment.
staff_code_wrong = That code is wrong or has been used already. Please wait for the next one.
staff_other_officer = Sign in with another user name
staff_over_title = You are signed out
staff_over = You were away for a long time, so nothing was sent. Please sign in again.
staff_your_words = What you had written
staff_to_sign_in = Sign in
staff_to_desk = To the desk
staff_stale_title = This form is out of date
staff_stale = It belongs to another log-in. Go back, copy what you wrote, and load the page again.
staff_unknown_title = Nothing here
staff_unknown = There is no report of this number.
staff_reads_only_title = Only to read
staff_reads_only = Your role reads reports and does not answer them.
staff_no_auditor_title = Not for your role
staff_no_auditor = The audit trail is for auditors and supervisors.

staff_queues = Queues
staff_audit = Audit trail
staff_sign_out = Sign out
staff_as_role = { $role ->
    [clerk] clerk
    [supervisor] supervisor
    [auditor] auditor
   *[other] { $role }
}
staff_failed_before = { $count ->
    [one] Since your last log-in somebody tried to sign in as you once and failed. If it wasn’t you, tell your supervisor.
   *[other] Since your last log-in somebody tried to sign in as you { $count } times and failed. If it wasn’t you, tell your supervisor.
}
staff_search_label = Report number, name or telephone number
staff_search = Search
staff_found = Search: { $typed }
staff_none_found = Nothing fits. A report number may be typed without hyphens, a telephone number without its country code.
staff_most_found = Only the newest { $count } are shown; type more to find older ones.
staff_queue_open = All open
staff_queue_overdue = Overdue
staff_queue_new = New
staff_queue_waiting = Waiting for the customer
staff_queue_dueSoon = Due soon
staff_queue_mine = Mine
staff_queue_aboveLimits = For supervisors
staff_none_here = Nothing is waiting here.
staff_pages = Pages
staff_page_before = Previous
staff_page_after = Next
staff_page_of = Page { $number } of { $pages }

staff_number = Report
staff_customer = Customer
staff_kind = Kind
staff_amount = Amount
staff_status = Status
staff_due = Answer due
staff_days_left = { $count ->
    [0] today
    [1] tomorrow
   *[other] in { $count } days
}
staff_days_over = { $count ->
    [one] one day overdue
   *[other] { $count } days overdue
}
staff_kind_billingDispute = Billing dispute
staff_kind_fraud = Fraud report
staff_kind_fault = Fault report
staff_kind_request = Request
staff_kind_serviceRequest = Service request
staff_kind_complaint = Complaint
staff_kind_message = Message
staff_about_payment_not_credited = Payment not credited
staff_about_payment_plan_denied = Payment plan refused
staff_about_service_lost = Service lost through our fault
staff_about_unrecognised_call = Charge not recognised
staff_about_fraud = Somebody else called
staff_about_wrong_rate = Wrong rate, duration or destination
staff_about_duplicate_charge = Charged twice
staff_about_not_contracted = Never ordered
staff_about_higher_than_quoted = More than was promised
staff_about_promotion_not_applied = Discount missing
staff_about_setup_fee = Set-up fee not announced
staff_about_charged_after_cancellation = Charged after leaving
staff_about_roaming = Unexpected roaming
staff_about_not_installed = Never delivered or installed
staff_about_wrong_plan_or_sim = Wrong plan or SIM card
staff_about_other = Something else

staff_what = What it is about
staff_reason = Reason
staff_disputed = Disputed amount
staff_no_sum = not named
staff_payment = Missing payment
staff_credit_goes = The credit goes
staff_to_bill = to bill { $bill }
staff_to_next_bill = on the next bill
staff_given_back = Given back
staff_offered = Offered
staff_owner = Looked after by
staff_finding = Finding
staff_recalculation = Recalculation
staff_received = Received
staff_calls = Disputed calls
staff_call_when = When
staff_call_to = To
staff_call_length = Length
staff_call_type_local = landline
staff_call_type_mobile = mobile
staff_call_type_premium = premium rate
staff_call_type_international = international
staff_call_type_roaming = roaming
staff_from_line = from { $number }
staff_plan = Plan
staff_included = included in the plan
staff_not_included = charged for in this plan
staff_same_number = Same number
staff_other_calls = { $count ->
    [0] no other call
    [one] one other call
   *[other] { $count } other calls
}
staff_last_before = last before: { $when }
staff_bills = Disputed bills
staff_bill = Bill
staff_bill_date = Date
staff_bill_due = Due
staff_paid = Paid
staff_remaining = Still owed
staff_evidence = Documents
staff_attached = attached by the customer, { $when }
staff_signed = order signed on { $when }
staff_history = History
staff_wrote = wrote:
staff_operator = Operator
staff_name = Name
staff_speaks = Language
staff_not_signed_in = Not signed in
staff_answer_to = Answer to
staff_answer_to_chat = here, in the chat
staff_answer_there = The customer wants the answer at this address or number. They will read what you write here in the chat; please send it there as well, or ring.
staff_account = Account
staff_since = Customer since
staff_lines = Numbers
staff_time_of = All times are local to the account: { $place }.
staff_customers = Customers
staff_reports = Reports
staff_payments = Payments and credit notes
staff_payment_of = payment { $id }
staff_credit_note = credit note { $id }
staff_calls_billed = { $count ->
    [0] No calls
    [one] One call
   *[other] { $count } calls
}
staff_others = Other reports of this customer

staff_status_acknowledged = new
staff_status_inProgress = in progress
staff_status_pending = waiting for the customer
staff_status_held = on hold
staff_status_resolved = resolved
staff_status_rejected = refused
staff_status_closed = closed
staff_status_cancelled = withdrawn
staff_status_why = { $status } ({ $reason })
staff_reason_credited = credited
staff_reason_creditOffered = a part is offered
staff_reason_offerAccepted = offer accepted
staff_reason_offerRefused = offer declined
staff_reason_underReview = under review
staff_reason_withdrawnByCustomer = by the customer
staff_reason_confirmedByCustomer = confirmed by the customer
staff_reason_chargeIsDue = the charge is due
staff_reason_alreadyCredited = already credited
staff_reason_tooLate = disputed too late
staff_reason_evidenceMissing = nothing shows it
staff_reason_informationRequired = asked for information
staff_reason_customerAnswered = the customer has answered
staff_reason_recalculation = being recalculated
staff_reason_resolvedByOperator = by the operator
staff_reason_notResolved = not solved, says the customer
staff_reason_notPossible = not possible
staff_reason_notOurService = not our service
staff_reason_notReproducible = not reproducible
staff_reason_informationMissing = information missing
staff_reason_doneAlready = done already
staff_reason_undue = the charge was wrong
staff_reason_due = the charge was right

staff_acts = What to do
staff_act_credit = Give it all back
staff_act_offer = Offer a part
staff_act_refuse = Refuse
staff_act_take = Take it
staff_act_resolve = Say that it is done
staff_act_reject = Reject
staff_act_find = Record the finding
staff_act_ask = Ask the customer
staff_act_note = Write to the customer
staff_do_credit = Give back { $amount }
staff_do_offer = Offer { $amount }
staff_do_refuse = Refuse
staff_do_take = Take it
staff_do_resolve = It is done
staff_do_reject = Reject
staff_do_find = Record the finding
staff_do_ask = Ask
staff_do_note = Send
staff_done_credit = The amount has been given back, and the customer has been told.
staff_done_offer = The part has been offered. The customer accepts it or declines it.
staff_done_refuse = The dispute has been refused, and the customer has been told why.
staff_done_take = You look after this report now.
staff_done_resolve = The customer has been told that it is done, and confirms it or not.
staff_done_reject = The report has been rejected, and the customer has been told why.
staff_done_find = The finding is on record, and the customer has been told.
staff_done_ask = The question has been sent. The report waits for the answer.
staff_done_note = Your words have been sent to the customer.
staff_above_limit = You may give back up to { $limit } on your own. Above that a supervisor decides.
staff_offer_waits = An offer is waiting for the customer’s answer; nothing else is decided until then.
staff_which_reason = For what reason?
staff_which_sum = How much, in { $currency }? 12.50 or 12,50
staff_other_sum = Another amount
staff_other_reason = Another reason
staff_sum_credit = You give back
staff_sum_offer = You offer
staff_words_for_customer = Message to the customer, in their language ({ $name })
staff_words_hint = A beginning is there: change it as you see fit. The customer reads it in the chat.
staff_not_done = Nothing has been done yet.
staff_choose_reason = There is no such reason.
staff_sum_unclear = That is no amount. Please write it as 12.50 or 12,50.
staff_sum_no_part = A part is less than the disputed amount. To give it all back, choose that on the report’s page.
staff_sum_above_limit = That is more than your role may give back.
staff_not_yours = Your role may not do that.
staff_words_missing = Please tell the customer something, in at most 2,000 characters.
staff_other_target = A payment has come in meanwhile, so the credit goes elsewhere. Please look at it once more.
staff_meanwhile = Somebody was faster.
staff_meanwhile_over = So this can’t be done any more. What you wrote is below.
staff_meanwhile_look = What you wrote has been kept. If it still fits, send it again.
staff_to_report = To the report

staff_officer = Officer
staff_day = Day
staff_what_was_done = What was done
staff_entries = { $count ->
    [0] No entries.
    [one] One entry.
   *[other] { $count } entries.
}
staff_time_utc = All times in UTC.
staff_factor = { $factor ->
    [password] wrong password
   *[code] wrong code
}
staff_action_decide = decided
staff_action_offer = offered a part
staff_action_answer = answered
staff_action_take = took it
staff_action_ask = asked the customer
staff_action_note = wrote to the customer
staff_action_resolve = said that it is done
staff_action_reject = rejected it
staff_action_find = recorded a finding
staff_action_file = filed it for the customer
staff_action_remind = reminded the desk
staff_action_order = kept a signed order
staff_action_availability = credited a line’s availability
staff_action_billCredit = put a credit on a bill
staff_action_logIn = signed in
staff_action_logInFailed = failed to sign in
staff_action_logOut = signed out
staff_action_officerAdded = added an officer
staff_action_officerDisabled = disabled an officer
staff_action_secondFactorReset = reset a second factor
staff_action_officerPasswordSet = set an officer's password
staff_action_setPassword = set a customer's password

words_credit_next = Thank you for letting us know. We have checked the charge: it was not correct, and we are giving you back { $amount }. You will find the credit on your next bill.
words_credit_bill = Thank you for letting us know. We have checked the charge: it was not correct, and we are giving you back { $amount }. Your bill { $bill } is lower by that amount.
words_offer = We have looked into your dispute and can give you back { $amount } of the disputed amount. Please tell us whether you accept.
words_refuse_chargeIsDue = We have checked the charge against our records. It was calculated correctly under your plan, so we cannot give it back.
words_refuse_alreadyCredited = We have checked the charge. The amount has already been credited to you, so there is nothing more to give back.
words_refuse_tooLate = We are sorry, but the deadline for disputing this charge has passed, so we can no longer give it back.
words_refuse_evidenceMissing = Nothing that we have shows that the charge is wrong. If you have anything that does, please send it to us and we will look into it again.
words_find_undue = We have checked the charge, and it was not correct. We are recalculating your bill and will tell you the result.
words_find_due = We have checked the charge, and it was calculated correctly under your plan.
words_ask = We are looking into your report and need one more detail from you:
words_note = We are looking into your report and will get back to you as soon as we have a result.
words_resolve = We have dealt with your request. If anything is still not right, please tell us.
words_reject_notPossible = We have looked into your request carefully. We are sorry, but it is not possible.
words_reject_notOurService = What you describe is not part of our service, so we cannot change it. Please contact the provider concerned.
words_reject_notReproducible = We have tested your line and found no fault. If it happens again, please tell us when and where.
words_reject_informationMissing = Without the details that we asked for, we cannot take this any further. Once you have them, please report it again.
words_reject_doneAlready = What you asked for has already been done, so there is nothing more for us to do.
