utter_no_reports = You have no reports with us at the moment.
utter_reports =
    { $count ->
        [one] You have one report. Which would you like to see?
       *[other] You have { $count } reports. Which one would you like to see?
    }
utter_report =
    Report { $report } of { $filed }: { $status }
    { $subject }
utter_report_answer_by = You will have an answer by { $answer_by }.
utter_report_note = Our last message about it, on { $date }: “{ $note }”
utter_report_credited = { $amount } has been credited to you.
utter_report_recalculation = The charge was wrong, and your bill is being recalculated. The number of the recalculation is { $number }; it will be done by { $date }.
utter_report_question = We need something from you: “{ $question }”
utter_next_step_complaint = If you don’t agree with this decision, you can make a complaint. Somebody who has not dealt with your report so far will look into it.
utter_next_step_addInformation = If you have something that we haven’t seen yet, a receipt or a date for instance, send it to us and a colleague will look at it.
utter_next_step_viewBill = You will find the amount among the credits on your bill.
utter_next_step_contactUs = If something is still unclear, a colleague will be glad to explain it to you.
button_answer_question = Answer the question
button_complain = Make a complaint
button_add_information = Send more information
utter_report_not_found = I can’t find a report { $report } in your name. Please check the number, or choose one of yours.
utter_report_number_wrong = { $report } isn’t a complete report number: there seems to be a typing error in it. Please check it, or choose one of yours.
utter_credit_timing =
    An approved credit goes to your next bill if the bill it concerns is already paid. If it is not paid yet, the credit comes off the latest bill you still have to pay.
report_title = { $report } · { $filed } · { $status }
subject_calls =
    { $count ->
        [one] One disputed call, { $amount }. Reason: { $reason }
       *[other] { $count } disputed calls, { $amount } in all. Reason: { $reason }
    }
subject_payment = A payment of { $amount }. Reason: { $reason }
subject_other = Reason: { $reason }
subject_fault = A fault
subject_request = A request
subject_serviceRequest = A request
subject_complaint = A complaint
subject_message = A message
subject_fraud = A case of fraud
status_acknowledged = received and under review
status_inProgress = being looked into
status_pending = waiting for an answer from you
status_held = on hold
status_resolved = resolved
status_rejected = refused
status_closed = closed
status_cancelled = withdrawn
utter_report_offer = We’re offering you { $offered } of the { $disputed } that you dispute. The offer is waiting for your answer.
utter_ask_answered_report_answer_offer = You have more than one offer from us. Which one would you like to answer?
utter_ask_answered_report_withdraw_dispute = Which report would you like to withdraw?
utter_ask_offer_answer = For report { $report }, we’re offering you { $offered } of the { $disputed } that you dispute. If you accept, the money will be credited to you and the report will be settled. If you refuse, a person will look at it again. Do you accept the offer?
utter_ask_offer_answer_again = Do you accept { $offered } of the { $disputed } for report { $report }? Please answer yes or no.
utter_ask_withdraw = You’re about to withdraw report { $report }. Nobody will look into it any further. Do you want to withdraw it?
utter_ask_withdraw_sum = You’re about to withdraw report { $report } about { $amount }. Nobody will look into it any further, and the amount will be due as it was billed. Do you want to withdraw it?
utter_ask_withdraw_offer = You’re about to withdraw report { $report } about { $amount }. Our offer of { $offered } will lapse, nobody will look into it any further, and the amount will be due as it was billed. Do you want to withdraw it?
utter_ask_withdraw_again = Shall I withdraw report { $report }? Please answer yes or no.
utter_offer_accepted_next_bill = Thank you. { $amount } will be taken off your next bill. Report { $report } is settled.
utter_offer_accepted_unpaid_bill = Thank you. { $amount } has been taken off bill { $bill }, which is still to be paid. Report { $report } is settled.
utter_offer_refused = I’ve noted that you don’t accept the offer for report { $report }. A person will look at it again, and you will have an answer by { $answer_by }.
utter_offer_refused_undated = I’ve noted that you don’t accept the offer for report { $report }. A person will look at it again and write to you.
utter_report_withdrawn = Done. Report { $report } has been withdrawn.
utter_report_kept = All right, report { $report } stays open.
utter_no_offers = There is no offer waiting for your answer at the moment.
utter_nothing_to_withdraw = You have no open report that can be withdrawn.
utter_report_moved_on = Report { $report } has changed in the meantime. This is how it stands now:
utter_report_answer_unsure = I don’t know yet whether your answer has arrived. Nothing is lost: please try again in a moment, and it will count only once.
button_answer_offer = Answer the offer
button_accept_offer = Accept { $amount }
button_refuse_offer = Refuse the offer
button_withdraw = Withdraw it
button_keep = Keep it open
topic_withdraw_dispute = withdrawing a report
topic_answer_offer = an offer on a report
utter_one_report_at_a_time = One at a time, please: which one first?
utter_left_as_it_is = All right, nothing has changed. Your report stays as it is.
utter_report_cannot_be_answered = There is nothing to answer on report { $report } any more. This is how it stands:
answered_report_title = { $report } · { $filed } · { $amount }
utter_report_news = There’s news on one of your reports.
utter_report_news_signed_out = There’s news on report { $report }. To read it, please sign in.
utter_ask_settled = Does that settle report { $report } for you?
utter_ask_still_wrong = I’m sorry to hear that. Please tell me what still isn’t right; the person who looks after your report will read it.
utter_ask_still_wrong_again = Please tell me in a sentence or two what still isn’t right.
utter_report_closed = Thank you for letting me know. Report { $report } is closed.
utter_report_reopened = Thank you. I’ve passed that on, and report { $report } will be looked at again.
utter_report_words_added = Thank you. I’ve added what you wrote to report { $report }.
utter_nothing_to_confirm = There is nothing for you to confirm at the moment.
utter_ask_answered_report_confirm_report = Which report do you mean?
button_read_news = Read the news
button_settled = Yes, it’s settled
button_not_settled = No, not yet
