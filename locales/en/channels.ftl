# What messengers say of what they cannot take.
utter_voice_not_heard = I can’t listen to voice messages. Could you write it to me instead, please?
utter_sticker = Thank you! I don’t understand stickers or GIFs, though. Could you tell me in words what I can do for you?
utter_not_read = I can’t open that: I read written messages, and I take photos and PDF documents. Could you put it into words?
utter_file_not_fetched = I couldn’t fetch your file. Could you send it again, please?
utter_edit_not_read = You’ve changed a message, but I only read what is sent the first time. If something is different now, please write it in a new message.
utter_not_in_groups = Thank you for the invitation, but I don’t answer in groups: your bill is a private matter. Write to me directly and I’ll be glad to help.
utter_button_gone = That button no longer works. Just write what you would like to do.
