utter_sign_in =
    Pour cela, il faut vous connecter. Ouvrez cette page et vérifiez qu’elle affiche le code { $code }.
    { $link }
    N’écrivez jamais votre mot de passe ici. Une fois la connexion faite, je continue sans que vous ayez à me prévenir.
utter_sign_in_waiting =
    Je ne vois pas encore votre connexion. Ouvrez cette page et vérifiez qu’elle affiche le code { $code }.
    { $link }
    Je continuerai dès que ce sera fait.
utter_signed_out_meanwhile =
    Par sécurité, votre session a été fermée. J’ai gardé ce que vous m’avez dit : reconnectez-vous et nous reprendrons où nous en étions.
    Ouvrez cette page et vérifiez qu’elle affiche le code { $code }.
    { $link }
utter_sign_in_first = Avant de vous répondre, j’ai besoin que vous vous connectiez.
utter_signed_in = Merci, { $name }, votre connexion a réussi.
utter_already_signed_in = Votre session est déjà ouverte ({ $name }).
utter_logged_out = Votre session est fermée. À bientôt !
utter_not_signed_in = Aucune session n’était ouverte : il n’y a rien à fermer.
utter_login_problem =
    Pour vous connecter, utilisez l’identifiant et le mot de passe de votre compte de facturation.
    • L’un des deux est oublié ou l’accès est bloqué : appelez le { $phone } et nous réglerons cela avec vous.
    • Après plusieurs mots de passe erronés, le blocage se lève de lui-même au bout d’un quart d’heure.
    • Le code que je vous donne est valable un quart d’heure ; je peux vous en donner un nouveau à tout moment.
    N’écrivez jamais votre mot de passe ici.
utter_account =
    Numéro de compte : { $account }
    Titulaire : { $name }
    { $count ->
        [one] Téléphone : { $lines }
       *[other] Téléphones : { $lines }
    }

button_sign_in = Se connecter
