# Telegram seulement : les commandes de son menu, chacune avec ce qu’elle fait. Une commande a de 1 à 32
# lettres de a à z sans accents, chiffres ou tirets bas ; ce qu’elle fait, jusqu’à 256 caractères.
command_dispute = contester
command_calls = appels
command_reports = dossiers
command_person = conseiller
command_language = langue
command_help = aide
command_cancel = arreter
command_does_start = Commencer et voir ce qui est possible
command_does_dispute = Contester des frais
command_does_calls = Voir mes appels
command_does_reports = Savoir où en sont mes dossiers
command_does_person = Parler à quelqu’un
command_does_language = Changer de langue
command_does_help = Ce que je peux faire pour vous
command_does_cancel = Arrêter ce qui est en cours, sans rien envoyer
