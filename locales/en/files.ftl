utter_file_received =
    { $count ->
        [one] Thank you, I have your file.
       *[other] Thank you, I have your { $count } files.
    }
utter_file_with_draft =
    { $count ->
        [one] Thank you, I have your file. It will go with your report.
       *[other] Thank you. { $count } files will go with your report now.
    }
utter_file_with_unsent = Thank you, I have your file. Your report has not been sent yet, because our system did not answer. The file will go with it. Shall I try again?
utter_file_kept = Thank you, I have your file and will keep it for { $hours } hours. Let’s finish this first. Then write “add the file”, or begin a dispute and it will go with it.
utter_file_gone = I don’t have that file any more: I keep files for { $hours } hours. Please send it again.
utter_files_go_along =
    { $count ->
        [one] The file you sent me goes with this report.
       *[other] The { $count } files you sent me go with this report.
    }
utter_ask_file_report =
    { $count ->
        [one] Shall I add it to report { $report }?
       *[other] Shall I add them to report { $report }?
    }
utter_ask_which_file_report =
    { $count ->
        [one] Which report shall I add your file to?
       *[other] Which report shall I add your { $count } files to?
    }
utter_ask_file_report_again =
    { $count ->
        [one] Shall I add your file to report { $report }? Please answer yes or no, or choose another report.
       *[other] Shall I add your { $count } files to report { $report }? Please answer yes or no, or choose another report.
    }
utter_ask_which_file_report_again = I’m not sure which report you mean. Please choose one, or write its number.
utter_ask_file_dispute =
    { $count ->
        [one] You have no open report that I could add it to. Shall I begin a dispute? Your file will go with it.
       *[other] You have no open report that I could add them to. Shall I begin a dispute? Your files will go with it.
    }
utter_words_with_file = I’ll pass on what you wrote with it.
utter_files_attached =
    { $count ->
        [one] Done: your file is on report { $report } now.
       *[other] Done: your { $count } files are on report { $report } now.
    }
utter_files_refused =
    { $count ->
        [one] Our system did not accept a file for report { $report }. The rest of the report stands. A colleague can tell you another way to send it.
       *[other] Our system did not accept { $count } files for report { $report }. The rest of the report stands. A colleague can tell you another way to send them.
    }
utter_files_gone =
    { $count ->
        [one] One file is missing: I keep files for { $hours } hours, and that time is over. Please send it again.
       *[other] { $count } files are missing: I keep files for { $hours } hours, and that time is over. Please send them again.
    }
utter_files_waiting =
    { $count ->
        [one] One file is not on report { $report } yet, because our system did not answer. I’m keeping it here. Press “Try again” in a moment; it will not be added twice.
       *[other] { $count } files are not on report { $report } yet, because our system did not answer. I’m keeping them here. Press “Try again” in a moment; none will be added twice.
    }
utter_files_left =
    { $count ->
        [one] All right. I’ll keep your file for { $hours } hours from when you sent it. Nothing has been added to any report.
       *[other] All right. I’ll keep your { $count } files for { $hours } hours from when you sent them. Nothing has been added to any report.
    }
utter_files_left_out =
    { $count ->
        [one] All right, the file will not be sent.
       *[other] All right, the files will not be sent.
    }
utter_report_files =
    { $count ->
        [one] There is one file from you with it.
       *[other] There are { $count } files from you with it.
    }
words_and_files =
    { $words }
    { $count ->
        [one] With it: one file
       *[other] With it: { $count } files
    }
only_files =
    { $count ->
        [one] One file from you
       *[other] { $count } files from you
    }
utter_how_to_send_web = Gladly. Press the paper clip beside the message box and choose a photo or a PDF: JPEG, PNG, WebP or PDF, up to { $megabytes } MB each and { $most } files at a time.
utter_how_to_send_telegram = Gladly. Just send it here as a photo or as a file: JPEG, PNG, WebP or PDF, up to { $megabytes } MB each and { $most } files at a time.
utter_how_to_send_whatsapp = Gladly. Just send it here as a photo or as a document: JPEG, PNG, WebP or PDF, up to { $megabytes } MB each and { $most } files at a time.
utter_how_to_send_elsewhere = I can’t take files here. Please tell me in words what it shows, or send the file to { $email }.
utter_file_too_large = That file is too large for me: I can take up to { $megabytes } MB. Could you send a smaller one, or a photo of the part that matters?
utter_file_wrong_type = I can’t take files of that kind. Please send it as a photo (JPEG, PNG or WebP) or as a PDF.
utter_file_too_many = I have { $most } files from you already and can’t keep more at a time. Let’s first settle where those go.
utter_file_empty = That file is empty. Please check it and send it again.

button_yes_add_file = Yes, add
button_add_file = Add the file
button_another_report = Another report
button_file_dispute = Begin a new dispute
button_begin_dispute = Yes, begin a dispute
button_not_now = Not now
button_change_files = Leave out the files
button_only_file = Just the file
