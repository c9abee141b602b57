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
waiting = Will be sent once you are connected again
failed = Could not be sent
refused-too_long = Your message is too long to be sent.
refused-other = This could not be sent. Please try again in your own words.
you-said = You:
assistant-said = Assistant:
person-said = The person at our desk:
input = Your message
input-hint = Write a message
send = Send
too-long =
    { $over ->
        [one] { $over } character too many. Please shorten your message.
       *[other] { $over } characters too many. Please shorten your message.
    }
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
