title = { $operator } assistant
title-plain = Assistant
launcher = Open the chat
launcher-unread =
    { $count ->
        [one] Open the chat, { $count } new message
       *[other] Open the chat, { $count } new messages
    }
close = Close the chat
language = Language: { $language }
log = Conversation
more = More below
typing = The assistant is writing
connecting = Connecting…
reconnecting = Connection lost. Reconnecting…
reconnected = Connected again.
waiting-kept = Will be sent once you are connected again
failed = Could not be sent
refused-too_long = Your message is too long to be sent.
refused-other = Please try again in your own words.
refused-too_large = This file is larger than { $size }, which is the most that can be sent.
refused-wrong_type = Only photos (JPEG, PNG, WebP) and PDF documents can be sent.
refused-too_many = Too many files are waiting already. Please say first what they are for.
refused-empty = This file is empty.
refused-lost = Your browser no longer has this file. Please attach it again.
refused-no_file = This file has been waiting for too long. Please attach it again.
refused-file = Please attach the file again.
you-said = You:
assistant-said = Assistant:
person-said = The person at our desk:
input = Your message
input-hint = Write a message
attach = Attach a photo or document
attached = Attached
remove = Remove { $name }
sending = Sending { $name }
file = File:
waiting-here = Will be sent once you are connected again. Please keep this page open until then.
waiting-no_room = Your browser has no room left to keep this. Please leave this page open: it will be sent once you are connected again.
waiting-no_place = Your browser cannot keep this for later. Please leave this page open: it will be sent once you are connected again.
send = Send
too-long =
    { $over ->
        [one] { $over } character too many. Please shorten your message.
       *[other] { $over } characters too many. Please shorten your message.
    }
column-mark = Select
column-when = Date and time
column-number = Number called
column-place = Destination
column-length = Duration
column-price = Price
column-note = Remark
select-all = Select all
selected =
    { $count ->
        [0] No calls selected
        [one] { $count } call selected
       *[other] { $count } calls selected
    }
submitted = { $submit }: { $positions }
select-first = Select at least one call first.
new-tab = opens in a new tab
code = Your code
