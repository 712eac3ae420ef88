/** What passwords are made of again and again, in Italy above all: lower case, without accents, four letters or more. */
export const COMMON_WORDS: readonly string[] = `
password passwords passwort passord passphrase parola parolachiave segreta segreto secret secrets
admin admins administrator administrators amministratore amministrazione root superuser supervisor operator operatore
user username utente guest ospite test testing tester prova demo default master login logon access accesso account
welcome benvenuto benvenuti hello ciao salve buongiorno buonasera letmein changeme cambiami temporary temporanea temp
manager direttore ufficio office azienda ditta societa cliente clienti fattura fatture fatturazione contratto
internet wireless wifi router network rete antenna antenne traliccio server computer laptop windows linux ubuntu
microsoft google facebook instagram apple samsung android iphone mikrotik ubiquiti cisco backup database system sistema
qwerty qwertz azerty asdf zxcv abcd iloveyou tiamo teamo loveyou love amore amoremio amici amicizia famiglia mamma papa
sunshine princess principessa dragon monkey shadow superman batman pokemon starwars football baseball basketball
calcio juventus juve inter milan napoli roma lazio fiorentina torino atalanta bologna sampdoria genoa udinese cagliari
palermo catania verona venezia milano firenze trieste udine padova vicenza treviso brescia bergamo modena parma
perugia ancona pescara bari lecce salerno messina siracusa sassari trento bolzano aosta italia italiano italiana forza
forzaitalia forzanapoli forzajuve forzaroma forzamilan forzainter ferrari ducati vespa maserati lamborghini
alessandro alessandra alessio alessia andrea angela angelo anna antonella antonio barbara beatrice camilla carlo
caterina chiara claudia claudio cristian cristina daniela daniele davide diego elena eleonora elisa emanuele enrico
fabio federica federico filippo francesca francesco gabriele giacomo giorgia giorgio giovanna giovanni giulia giulio
giuseppe ilaria jessica laura leonardo lorenzo luca lucia luigi marco maria marina mario martina massimo matteo
mattia maurizio michela michele monica nicola nicolo paola paolo patrizia pietro riccardo roberta roberto salvatore
samuele sara serena sergio silvia simona simone sofia stefania stefano teresa tommaso valentina valeria veronica
vincenzo vittoria michael jennifer jordan thomas robert daniel andrew charlie george ashley nicole matthew
rossi russo bianchi esposito romano colombo ricci marino greco bruno gallo conti costa mancini rizzo lombardi moretti
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
january february march april june july august september october november december
lunedi martedi mercoledi giovedi venerdi sabato domenica monday tuesday wednesday thursday friday saturday sunday
primavera estate autunno inverno spring summer autumn winter natale pasqua ferragosto christmas
stella luna sole mare montagna terra fuoco acqua cielo angel angelo gatto gattino cane cagnolino leone tigre aquila
rosso verde azzurro giallo bianco nero orange purple silver golden diamond cookie chocolate cioccolato pizza pasta
banana ginger pepper summer flower freedom liberta computer whatever trustno trustnoone killer hunter ranger soccer
hockey tigger maggie buster harley mustang corvette matrix phoenix nirvana metallica
casa casamia cambio nuova nuovo vecchia giorno notte tempo mondo vita bella bello ragazzo ragazza
`
  .trim()
  .split(/\s+/);

/** Walks over keyboard, alphabet and digits: any stretch of one of them, either way, counts as one piece. */
export const WALKS: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'qsdfghjklm',
  'zxcvbnm',
  'yxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgbyhnujm',
  'zaq1xsw2cde3vfr4bgt5nhy6',
  'zaqxswcdevfrbgtnhy',
  '!@#$%^&*()',
  '!"£$%&/()=',
];
