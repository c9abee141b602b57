-operator = Telvia

# La page d’accueil de l’opérateur et ce que partagent toutes ses pages.

page_skip = Aller au contenu
page_languages = Langue
page_home = { -operator } : page d’accueil
page_to_home = Aller à la page d’accueil
page_missing_title = Rien à cette adresse
page_missing = Cette page n’existe pas ou a été déplacée. Veuillez vérifier l’adresse.

front_title = De l’aide pour vos appels et vos factures
front_description = Interrogez l’assistant sur vos appels et vos frais, contestez un montant et suivez votre dossier à toute heure.
front_heading = Un montant que vous ne reconnaissez pas ?
front_lead = Notre assistant parcourt vos appels avec vous, note ce qui ne va pas et vous donne un numéro de dossier. À toute heure et dans votre langue.
front_open_chat = Ouvrir le chat
front_no_script = Le chat a besoin de JavaScript. Vous pouvez aussi nous appeler : { $phone }.
front_topics = Ce que l’assistant fait pour vous
front_calls_title = Vos appels
front_calls_text = Tous les appels du mois : quand, vers qui, combien de temps et à quel prix.
front_dispute_title = Montants erronés
front_dispute_text = Cochez les appels qui ne vont pas, dites pourquoi et demandez un avoir. Vous recevez aussitôt un numéro de dossier.
front_report_title = Vos dossiers
front_report_text = Où en est un dossier et à quelle date, au plus tard, vous aurez une réponse.
front_questions = Bon à savoir
front_password_question = L’assistant me demandera‑t‑il mon mot de passe ?
front_password_answer = Non, jamais. Il vous donne un lien vers notre page de connexion et un code court. Vérifiez que la page et le chat affichent le même code.
front_responsible_question = Quelqu’un d’autre a appelé depuis ma ligne. Dois‑je payer ?
front_responsible_answer = Le titulaire du compte répond des montants de la facture, y compris des appels passés par d’autres. Si vous pensez qu’un appel n’a pas eu lieu ou a été mal facturé, contestez‑le.
front_credit_question = Où verrai‑je l’avoir ?
front_credit_answer = Si nous vous donnons raison et que la facture est payée, l’avoir figure sur la suivante. Si elle ne l’est pas encore, il est déduit de ce que vous devez.
front_contact = Parler à quelqu’un
front_phone = Téléphone
front_email = Courriel
front_office = Agence, sur rendez‑vous
front_assistant = Assistant
front_always = jour et nuit, tous les jours
front_time_zone = Toutes les heures sont à l’heure locale de { $city }.
front_invented = { -operator } est un opérateur fictif. Cette page montre l’assistant tel qu’il apparaît sur le site d’un opérateur.
