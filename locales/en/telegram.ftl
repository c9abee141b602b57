# Telegram only: the commands of its menu, each with what it does. A command has 1 to 32 of the
# letters a to z without accents, digits and underscores; what it does has up to 256 characters.
command_dispute = dispute
command_calls = calls
command_reports = reports
command_person = person
command_language = language
command_help = help
command_cancel = stop
command_does_start = Begin, and see what there is
command_does_dispute = Dispute a charge
command_does_calls = See my calls
command_does_reports = See how my reports are getting on
command_does_person = Talk to a person
command_does_language = Change language
command_does_help = What I can do for you
command_does_cancel = Stop what we are doing; nothing is sent
