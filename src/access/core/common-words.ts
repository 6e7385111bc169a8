const words =
  `password passwort passord motdepasse contrasena contraseña parola senha haslo parol пароль passwd pass passphrase secret
  geheim secreto welcome bienvenue bienvenido willkommen benvenuto letmein openup open access login logon signin admin
  administrator administrateur administrador root user guest test tester testing testtest default change changeme changeit
  temporary temp demo sample example master superuser super system server computer internet network windows microsoft google
  apple android samsung facebook linkedin twitter instagram youtube whatsapp office outlook excel hello hallo bonjour hola
  ciao salut privet привет monday tuesday wednesday thursday friday saturday sunday january february march april may june july
  august september october november december spring summer autumn fall winter printemps ete automne hiver sommer herbst
  love iloveyou loveyou lovely loveme jetaime teamo teiubesc princess prince king queen angel baby babygirl honey sweetheart
  darling sunshine moonlight flower rose lily daisy butterfly dolphin monkey dragon tiger lion eagle falcon phoenix wolf bear
  panda horse dog cat kitty puppy football soccer baseball basketball hockey tennis golf cricket rugby futbol arsenal chelsea
  liverpool manchester barcelona realmadrid juventus bayern ferrari porsche mercedes batman superman spiderman pokemon naruto
  starwars matrix hunter killer shadow ninja samurai pirate ranger soldier warrior wizard magic freedom liberty peace
  blessed jesus christ god heaven faith hope grace trustno trustnoone whatever nothing something anything everything
  qwerty qwertz azerty qwertyuiop asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc йцукен abc abcd abcdef abcdefgh
  michael michelle jennifer jessica jordan joshua matthew daniel andrew thomas robert charlie george maria anna nicole ashley
  amanda samantha alexander alejandro carlos pedro juan jose mohamed mohammed ahmed ali fatima ivan sergey natasha
  london paris berlin madrid rome geneva geneve moscow newyork beijing cairo america england france germany spain italy
  chocolate cookie banana orange cherry coffee pizza cheese pepper ginger silver golden diamond purple yellow green black
  white blue red orange money dollar million business company corporate meeting conference union nations united agency
  council delegate telecom telephone mobile mypassword mypass newpassword oldpassword yourpassword thepassword passwordone` as const

/**
 * What the commonest passwords are made of, in small letters and without their digits and signs. Written by us from what every
 * published count of leaked passwords begins with (keyboard rows, first words of sign-in pages, names, teams, seasons, months); it is
 * no copy of such a list. A password must have twelve signs, so each is met here with something added: `welcome12345`.
 */
export const commonWords: ReadonlySet<string> = new Set(words.split(/\s+/).filter(Boolean))
