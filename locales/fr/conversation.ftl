# Rien ne s’élide devant le nom de l’opérateur : il peut commencer par une voyelle.
utter_greet =
    Bonjour, je suis l’assistant { -operator }. Je peux vous montrer vos appels, vous aider à contester des frais et vous dire où en est un dossier.
    Que souhaitez-vous faire ?
utter_goodbye = Au revoir, et merci de votre message. Je suis là jour et nuit.
utter_thank = Avec plaisir. Puis-je faire autre chose pour vous ?
utter_thank_meanwhile = Avec plaisir.
utter_help =
    Voici ce que je peux faire pour vous :
    • vous montrer les appels d’une période de facturation
    • vous aider à contester un appel ou des frais, et vous donner un numéro de dossier
    • vous dire où en est un dossier
    • transmettre par écrit toute autre demande (panne, commande, changement) et vous dire qui répond et quand
    • vous donner nos coordonnées et nos horaires
    Écrivez avec vos mots ou utilisez les boutons. À tout moment, vous pouvez arrêter, revenir en arrière ou changer de langue.
utter_bot_challenge = Je suis un assistant automatique, pas une personne. Si vous préférez parler à quelqu’un, dites-le-moi.
utter_complain_about_bot = Je regrette de ne pas mieux vous aider. Voulez-vous essayer autrement ou parler à quelqu’un ?
utter_out_of_scope = Désolé, là, je ne peux pas vous aider : cela ne concerne pas votre compte { -operator }. Voici ce que je peux faire pour vous.
utter_language_changed = Bien sûr, continuons en français.
utter_languages = Je parle espagnol, français, polonais et anglais. Quelle langue préférez-vous ?
utter_ask_meaning = Je ne suis pas sûr d’avoir bien compris. Est-ce l’une de ces choses ?
utter_not_understood = Désolé, je n’ai pas compris. Pouvez-vous le dire autrement ou choisir l’une de ces options ?
utter_not_understood_again = Désolé, je ne comprends toujours pas. Je ne veux pas vous faire perdre de temps : préférez-vous parler à quelqu’un ?
utter_what_next = Que souhaitez-vous faire ?
utter_question_closed = Cette question n’est plus d’actualité. Que souhaitez-vous faire ?
utter_stopped = D’accord, je m’arrête là. Rien n’a été envoyé.
utter_nothing_to_stop = Il n’y a rien en cours. Que souhaitez-vous faire ?
utter_nothing_to_go_back_to = Il n’y a pas de réponse précédente à changer. Que souhaitez-vous faire ?
utter_restart = D’accord, reprenons depuis le début. Que souhaitez-vous faire ?
utter_back_to_dispute = Revenons à votre contestation.
# Before the first answer to somebody who complains angrily. It admits nothing.
regret = Je regrette que vous rencontriez ces difficultés.
utter_too_long = Votre message est très long et je ne peux pas le lire en entier. Pouvez-vous le raccourcir, à { $limit } caractères au plus ?
utter_not_text = Je n’arrive pas à lire ce message. Pouvez-vous l’écrire avec des mots ?

button_dispute = Contester des frais
button_view_calls = Voir mes appels
button_check_report = Suivre un dossier
button_something_else = Autre chose
button_opening_hours = Horaires
# Le nom de la langue arrive écrit dans cette langue.
button_in_language = { $language }
