import { list, type Table, type Telling } from './table.ts'

/** Verbs in -er by their stems; the lemma is what the later steps know. */
const REGULAR = `déclar:say affirm:say indiqu:say annonc:announce expliqu:say précis:say ajout:add assur:say estim:consider soulign:say rappel:say
  confirm:confirm rapport:report racont:say confi:say insist:say regrett:say dénonc:accuse lanc:say not:say relev:say martel:say jug:consider
  témoign:say détaill:say révél:reveal observ:say nuanc:say avou:admit concéd:admit évoqu:say constat:say signal:report
  accus:accuse ni:deny contest:deny exig:urge réclam:urge invit:urge déplor:condemn alert:warn rassur:say exhort:urge appel:urge demand:urge condamn:condemn salu:welcome critiqu:condemn mett*en*garde:warn`
const IRREGULAR = `dit:say:finite dit:say:participle disent:say:finite disait:say:finite disant:say:gerund
  soutient:say:finite soutiennent:say:finite soutenu:say:participle soutenait:say:finite reconnaît:admit:finite reconnaissent:admit:finite reconnu:admit:participle
  averti:warn:participle avertit:warn:finite prévenu:warn:participle prévient:warn:finite promis:promise:participle promet:promise:finite promettent:promise:finite
  écrit:write:finite écrit:write:participle écrivait:write:finite répondu:reply:participle répond:reply:finite répondent:reply:finite poursuivi:add:participle poursuit:add:finite
  conclu:add:participle conclut:add:finite admis:admit:participle admet:admit:finite appris:report:participle
  revendiqué:claim:participle revendiquée:claim:participle revendique:claim:finite revendiquent:claim:finite qualifié:condemn:participle qualifie:condemn:finite traité:condemn:participle
  indigné:say:participle indignée:say:participle félicité:say:participle félicitée:say:participle inquiété:say:participle inquiétée:say:participle alarmé:say:participle alarmée:say:participle
  réjoui:say:participle réjouie:say:participle insurgé:say:participle insurgée:say:participle étonné:say:participle étonnée:say:participle défendu:say:participle défendue:say:participle
  s'indigne:say:finite s'inquiète:say:finite s'alarme:say:finite s'insurge:say:finite s'étonne:say:finite s'exclame:say:finite réjouit:say:finite félicite:say:finite souvient:say:finite
  soupire:say:finite lâche:say:finite résume:say:finite résumé:say:participle plaide:say:finite plaidé:say:participle
  démenti:deny:participle dément:deny:finite démentent:deny:finite prévoit:predict:finite prévoient:predict:finite prédit:predict:participle
  rappelle:say:finite rappellent:say:finite appelle:urge:finite appellent:urge:finite révèle:reveal:finite révèlent:reveal:finite relève:say:finite relèvent:say:finite
  précise:say:finite concède:admit:finite martèle:say:finite maintient:say:finite maintenu:say:participle renchérit:add:finite renchéri:add:participle craint:say:finite`

function formsOf(): Map<string, Telling> {
  const forms = new Map<string, Telling>()
  const add = (word: string, lemma: string, form: Telling['form']): void => {
    const known = forms.get(word)
    // "dit" is both: finite by itself, a participle after "has"; the finite entry serves both.
    if (!known || known.form !== 'finite') forms.set(word, { lemma, form })
  }
  for (const entry of IRREGULAR.trim().split(/\s+/u)) {
    const [word = '', lemma = '', form = 'finite'] = entry.split(':')
    add(word, lemma, form as Telling['form'])
  }
  for (const entry of REGULAR.trim().split(/\s+/u)) {
    const [stem = '', lemma = ''] = entry.split(':')
    // A "c" or "g" keeps its sound before "a": "annonçait", "jugeait".
    const soft = stem.replace(/c$/u, 'ç').replace(/g$/u, 'ge')
    for (const ending of ['e', 'ent', 'era']) add(stem + ending, lemma, 'finite')
    for (const ending of ['ait', 'aient', 'a']) add(soft + ending, lemma, 'finite')
    for (const ending of ['é', 'ée', 'és', 'ées']) add(stem + ending, lemma, 'participle')
    add(`${soft}ant`, lemma, 'gerund')
  }
  return forms
}

/** French news copy: "X a déclaré que", "« … », a indiqué X", "selon X", "a-t-il ajouté". */
export const french: Table = {
  tellings: formsOf(),
  auxiliary: list("a ont avait avaient aurait auraient n'a n'ont ayant s'est s'était sont étaient"),
  inverted: /^((?!semble|paraît|est-|y )['’\p{L}]+)-(?:t-)?(ils?|elles?|on)$/u,
  that: /^(?:que|qu'\p{L}+|qu')$/u,
  dropsSubject: false,
  pronouns: new Map([
    ['il', 'm'],
    ['elle', 'f'],
    ['ils', null],
    ['elles', 'f'],
    ['celui-ci', 'm'],
    ['celle-ci', 'f'],
    ['ce dernier', 'm'],
    ['cette dernière', 'f'],
  ]),
  according: [
    ['comme', "l'a"],
    ['comme', "l'ont"],
    ['ainsi', 'que', "l'a"],
    ['selon'],
    ["d'après"],
    ['de', 'source', 'judiciaire'],
    ['de', 'source', 'policière'],
    ['de', 'source', 'proche'],
    ['de', 'source', 'diplomatique'],
    ['de', 'source', 'officielle'],
    ['de', 'source', 'syndicale'],
    ['de', 'source', 'hospitalière'],
    ['de', 'sources', 'concordantes'],
    ['pour'],
    ['aux', 'yeux', 'de'],
    ['de', "l'avis", 'de'],
  ],
  accordingLink: /^(?:ce|les|des|la|une?)$/u,
  citing: /^(?:citant|cite)$/u,
  citedBy: /^(?:cité|citée|cités|citées|interrogée?s?|relayée?s?|interviewée?s?)$/u,
  carriedBy: /^(?:diffus|publi|retransmi|relay)\p{L}+$/u,
  prepositions: list(
    "à au aux dans en par pour sur sous après avant depuis selon d'après lors dès contre avec sans chez vers malgré pendant outre afin entre face suite",
  ),
  to: /^(?:à|au|aux|auprès|devant)$/u,
  conjunctions: list('mais or car toutefois cependant tandis alors et pourtant néanmoins puis enfin ainsi aussi également'),
  and: /^(?:et|mais|;)$/u,
  articles: list('le la les un une des ce cet cette ces son sa ses leur leurs notre nos plusieurs deux trois quelques du'),
  elided: /^[ld]['’]/u,
  particles: list("de du des la le les d' von van da di el al ben bin dos - &"),
  idioms: /^(?:fait|font|faisait) (?:état|savoir|part|valoir)$/u,
  station: /^(?:national|publi|local|officiel|priv|régional)\p{L}*$|^d['’]état$/u,
  between: list(
    "lundi mardi mercredi jeudi vendredi samedi dimanche ce cette hier aujourd'hui matin soir après-midi également aussi notamment encore ensuite toutefois ainsi déjà alors pour sa part son côté de",
  ),
  titles:
    /^(?:m|mm|mme|mmes|mlle|me|dr|pr|monsieur|madame|maître|docteur|professeure?|général|colonel|capitaine|commandante?|lieutenante?|sergente?|adjudante?|sœur|père)\.?$/u,
  female:
    /^(?:mme|mlle|madame|une|la|elle|présidente|directrice|porte-parole|chercheuse|habitante|avocate|préfète|députée|sénatrice|autrice|procureure|voisine|mère|fille|sœur|conseillère|coordinatrice)$/u,
  male: /^(?:m|monsieur|un|le|il|président|directeur|chercheur|habitant|avocat|préfet|député|sénateur|procureur|voisin|père|fils|frère|conseiller|coordinateur|ministre|maire)$/u,
  kinds: [
    [/^(?:sources?)$/u, 'person'],
    [/^(?:agence)$/u, 'news_agency'],
    [/^(?:journal|quotidien|hebdomadaire|magazine|radio|chaîne|télévision|site|média|gazette|revue|mensuel)$/u, 'outlet'],
    [/^(?:vidéos?|images?|photos?|enregistrements?|séquences?)$/u, 'media'],
    [/^(?:rapports?|études?|documents?|notes?|communiqués?|lettres?|courriers?|enquête|audit|procès-verbal)$/u, 'document'],
    [/^(?:chiffres|données|statistiques|sondages?|baromètre)$/u, 'dataset'],
    [
      /^(?:préfecture|mairie|ministère|gouvernement|police|gendarmerie|parquet|tribunal|office|canton|commune|région|département|institut|autorités?|pompiers|armée|commission|conseil|municipalité|ambassade|métropole|académie|sénat|assemblée|présidence|hôtel|rectorat|agence régionale|élysée|matignon)$/u,
      'official_body',
    ],
    [/^(?:association|ong|fédération|collectif|observatoire|fondation)$/u, 'ngo'],
    [
      /^(?:groupe|entreprise|société|syndicat|université|hôpital|parti|compagnie|direction|banque|club|opposition|défense|laboratoire|coopérative|usine|union|confédération)$/u,
      'organisation',
    ],
    [/^(?:milice|rebelles|groupe armé|mouvement|insurgés)$/u, 'armed_group'],
  ],
  people:
    /^(?:source|porte-parole|ministre|préfète?|maire|président|présidente|directeur|directrice|capitaine|commandante?|colonel|général|procureure?|avocate?|députée?|sénateur|sénatrice|déléguée?|responsable|chercheu[rs]e?|biologiste|économiste|professeure?|médecin|témoin|riveraine?|habitante?|voisine?|chef|cheffe|secrétaire|conseill(?:er|ère)|expert|experte|officier|agent|employée?|fonctionnaire|éleveu[rs]e?|agriculteur|agricultrice|ingénieure?|coordina(?:teur|trice)|adjointe?|élue?|dirigeante?|militante?|pêcheur|père|mère|gérante?|patronne?|patron|boulang(?:er|ère)|enseignante?|infirmi(?:er|ère)|syndicaliste|météorologue|historienne?|vice-présidente?)s?$/u,
  anonymous:
    /^(?:sources?|témoins?|riverains?|habitants?|voisins?|délégués?|déléguée|responsables?|employés?|employée|salariés?|agents?|officiers?|fonctionnaires?|proches?|passants?|pêcheurs|agriculteurs|experts?|manifestants|parents|élèves|médecins?|militants|conseiller|collaborateur)$/u,
  plural: /^(?:les|des|plusieurs|deux|trois|quelques|certains|ils|elles)$/u,
  self: /^(?:notre|nos|nous)(?:\s|$)|^ce (?:journal|site|média|quotidien)$/iu,
  recordings: /^(?:vidéos?|images?|photos?|enregistrements?|séquences?)$/u,
  shows: /^(?:montre|montrent|montrait|montraient|montrant)$/u,
  infinitive: /^(?:ne|n'\p{L}+|\p{L}{2,}(?:er|ir|oir|re))$/u,
  finite:
    /^(?:a|ont|est|sont|était|étaient|avait|avaient|sera|seront|fut|furent|n'a|n'ont|n'est|n'était|reste|restent|va|vont|doit|doivent|peut|peuvent|compte|fait|font)$|\p{L}{3,}(?:ront|aient|èrent)$/u,
  notFinite: /^(?:front|affront)$/u,
  future: /^\p{L}{2,}(?:era|ira|dra|rra|vra|ura|tra|eront|iront|dront|rront|vront|uront|erons|irons|drons|rrons|tront|sera|seront|ira)$/u,
  weSay: /^(?:nous|je|j'\p{L}+|on)$/u,
  opinion:
    /^(?:catastrophe|scandale|honte|scandaleux|scandaleuse|inacceptable|regrettable|inadmissible|formidable|magnifique|excellente?|fiers?|fière|déçus?|déçue|faut|devrait|devraient|devons|devez|doit|doivent|crucial|cruciale|irresponsable|absurde|historique|espérons|injuste|triste|heureux|heureuse|soulagée?s?)$/u,
  number:
    /^(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|cents|mille|million|millions|milliards?|dizaines?|centaines?|milliers|moitié|tiers|quart)$/u,
  caveat:
    /\bn['’](?:a|ont|avait|avaient|est|était|étaient) (?:pas (?:encore )?(?:pu )?|pu )(?:être |été )?(?:en mesure d['’e]\s?)?(?:\p{L}+ment )?(?:être )?(?:vérifi|confirm|authentifi|corrobor|recoup)\p{L}*|\bne (?:peut|peuvent|pouvait|pouvaient|pouvons) (?:pas )?(?:être )?(?:vérifi|confirm|authentifi)\p{L}*|\bn['’]a(?:vons|ons|ont)? pas pu (?:\p{L}+ment )?(?:vérifier|confirmer|authentifier)|\bimpossible (?:de|à) (?:vérifier|confirmer|authentifier)|\b(?:aucune|sans) (?:preuve|confirmation|source indépendante)|\bsans (?:en )?apporter de preuves?|\bnon (?:vérifi|confirm)ée?s?(?!\p{L})|\bsans que .{0,40}pu(?:isse|issent)? être (?:vérifi|confirm)\p{L}*|\bn['’](?:a|ont) (?:pas )?(?:fourni|apporté|présenté) (?:de |aucune |la moindre )preuves?/iu,
  caveatClause: /^(?:ce|une|sans|information|affirmation|chiffre|bilan|mais|qui)$/u,
  about: [
    [/^(?:vidéos?|images?|photos?|séquences?|enregistrements?)$/u, 'videos'],
    [/^(?:bilans?|chiffres?|nombres?)$/u, 'figures'],
    [/^(?:affirmations|déclarations|accusations|allégations)$/u, 'claims'],
  ],
  statements: [
    [
      'denial',
      /\b(?:dément(?:i|ie|ent)?|nie|nient|a nié|ont nié|conteste|contestent|a contesté|rejette|a rejeté|réfute|a réfuté)(?!\p{L})/iu,
    ],
    [
      'no_comment',
      /\b(?:n['’](?:a|ont) pas (?:souhaité|voulu|donné suite|répondu|réagi|commenté|été en mesure de (?:commenter|répondre))|(?:a|ont) refusé de (?:commenter|répondre|s['’]exprimer)|refuse de commenter|sollicitée?s?, .{0,60} pas (?:répondu|donné suite))/iu,
    ],
    [
      'hedge',
      /\b(?:aurait|auraient|serait|seraient|présumée?s?|apparemment|semble(?:nt|rait)?|soupçonnée?s? de|probablement|prétendument)(?!\p{L})/iu,
    ],
  ],
}
