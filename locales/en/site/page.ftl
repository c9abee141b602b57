-operator = Telvia

# The operator's front page, and what all its pages share.

page_skip = Skip to the content
page_languages = Language
page_home = { -operator }: home page
page_to_home = To the home page
page_missing_title = Nothing here
page_missing = This page does not exist, or it has moved. Please check the address.

front_title = Help with calls and bills
front_description = Ask the assistant about your calls and charges, dispute a charge and follow up your report, at any hour.
front_heading = A charge you don’t recognise?
front_lead = Our assistant goes through your calls with you, takes down what is wrong and gives you a report number. At any hour, in your language.
front_open_chat = Open the chat
front_no_script = The chat needs JavaScript. You can also call us: { $phone }.
front_topics = What the assistant does for you
front_calls_title = Your calls
front_calls_text = Every call of a month: when, to whom, how long, and what it cost.
front_dispute_title = Wrong charges
front_dispute_text = Mark the calls that are wrong, say why, and ask for a credit. You get a report number at once.
front_report_title = Your reports
front_report_text = What has become of a report, and the date by which you will have an answer.
front_questions = Good to know
front_password_question = Will the assistant ask for my password?
front_password_answer = No, never. It gives you a link to our sign-in page and a short code. Please check that the page and the chat show the same code.
front_responsible_question = Somebody else made the calls from my line. Do I have to pay?
front_responsible_answer = The holder of the account is responsible for the charges on the bill, including calls made by other people. If you think a call was never made, or was charged wrongly, please dispute it.
front_credit_question = Where do I see the credit?
front_credit_answer = If we find in your favour and the bill has been paid, the credit is on your next bill. If it has not been paid yet, it is taken off what you owe.
front_contact = Talk to a person
front_phone = Telephone
front_email = E-mail
front_office = Office, by appointment
front_assistant = Assistant
front_always = day and night, every day
front_time_zone = All times are local time in { $city }.
front_invented = { -operator } is a fictional operator. This page shows what the assistant looks like on an operator’s site.
