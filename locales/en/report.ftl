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
