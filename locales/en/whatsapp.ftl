# WhatsApp only. The button that opens a list and its last row: at most 20 and 24 characters.
whatsapp_choose = Choose
whatsapp_more = More choices…
utter_more_choices = Here are the other choices.

# Templates that Meta approves, to write first after 24 hours. The button: 25 characters.
whatsapp_news = Hello, this is { -operator }’s assistant. There is news about one of your reports.
whatsapp_person = Hello, this is { -operator }’s assistant. Somebody on our team has replied to your question.
whatsapp_waiting = Hello, this is { -operator }’s assistant. I have a message for you about your enquiry.
whatsapp_read = Read it
