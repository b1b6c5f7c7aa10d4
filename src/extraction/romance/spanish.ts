import { list, type Table, type Telling } from './table.ts'

/** Verbs in -ar by their stems; the lemma is what the later steps know. */
const REGULAR = `afirm:say declar:say inform:report asegur:say señal:say indic:say explic:say agreg:add denunci:accuse anunci:announce confirm:confirm
  relat:say manifest:say expres:say detall:say precis:say subray:say apunt:say public:report revel:reveal coment:say lament:say
  consider:consider estim:estimate calcul:estimate alert:warn recalc:say remarc:say acus:accuse critic:condemn conden:condemn
  report:report not:say enfatiz:say puntualiz:say resalt:say destac:say acot:add ratific:say argument:say reiter:say reclam:urge celebr:welcome rechaz:deny`
const IRREGULAR = `dijo:say:finite dijeron:say:finite dice:say:finite dicen:say:finite dicho:say:participle diciendo:say:gerund decía:say:finite
  sostuvo:say:finite sostuvieron:say:finite sostiene:say:finite sostienen:say:finite sostenido:say:participle añadió:add:finite añadieron:add:finite añade:add:finite añadido:add:participle añadiendo:add:gerund
  advirtió:warn:finite advirtieron:warn:finite advierte:warn:finite advertido:warn:participle advirtiendo:warn:gerund reconoció:admit:finite reconocieron:admit:finite reconoce:admit:finite reconocido:admit:participle
  recordó:say:finite recordaron:say:finite recuerda:say:finite recordado:say:participle recordando:say:gerund contó:say:finite contaron:say:finite cuenta:say:finite contado:say:participle
  insistió:say:finite insistieron:say:finite insiste:say:finite respondió:reply:finite respondieron:reply:finite responde:reply:finite escribió:write:finite escribe:write:finite escrito:write:participle
  admitió:admit:finite admitieron:admit:finite admite:admit:finite mantuvo:say:finite mantiene:say:finite expuso:say:finite concluyó:add:finite concluye:add:finite prosiguió:add:finite
  recoge:reveal:finite recogen:reveal:finite recogió:reveal:finite revela:reveal:finite constata:reveal:finite reivindicó:claim:finite reivindica:claim:finite reivindicado:claim:participle
  tacha:condemn:finite tachó:condemn:finite calificó:condemn:finite califica:condemn:finite calificado:condemn:participle tildó:condemn:finite tachado:condemn:participle
  quejan:say:finite queja:say:finite quejó:say:finite quejaron:say:finite propuso:announce:finite exclamó:say:finite suspira:say:finite
  negó:deny:finite negaron:deny:finite niega:deny:finite niegan:deny:finite negado:deny:participle desmintió:deny:finite desmintieron:deny:finite desmiente:deny:finite
  pidió:urge:finite pidieron:urge:finite pide:urge:finite piden:urge:finite pedido:urge:participle exigió:urge:finite exigieron:urge:finite exige:urge:finite exigen:urge:finite
  instó:urge:finite instaron:urge:finite exhortó:urge:finite exhortaron:urge:finite prometió:promise:finite prometieron:promise:finite promete:promise:finite prometido:promise:participle
  prevé:predict:finite prevén:predict:finite pronosticó:predict:finite pronostica:predict:finite predijo:predict:finite vaticinó:predict:finite demandó:urge:finite opinó:consider:finite opina:consider:finite
  difundió:report:finite describió:say:finite refirió:say:finite adelantó:announce:finite comunicó:say:finite aclaró:say:finite aclara:say:finite temen:say:finite teme:say:finite cree:consider:finite creen:consider:finite`

function formsOf(): Map<string, Telling> {
  const forms = new Map<string, Telling>()
  const add = (word: string, lemma: string, form: Telling['form']): void => {
    if (!forms.has(word)) forms.set(word, { lemma, form })
  }
  for (const entry of IRREGULAR.trim().split(/\s+/u)) {
    const [word = '', lemma = '', form = 'finite'] = entry.split(':')
    add(word, lemma, form as Telling['form'])
  }
  for (const entry of REGULAR.trim().split(/\s+/u)) {
    const [stem = '', lemma = ''] = entry.replace('-', '').split(':')
    for (const ending of ['ó', 'aron', 'a', 'an', 'aba', 'aban', 'ara']) add(stem + ending, lemma, 'finite')
    add(`${stem}ado`, lemma, 'participle')
    add(`${stem}ando`, lemma, 'gerund')
  }
  return forms
}

/** Spanish news copy: "afirmó que", "“…”, dijo X", "según X", "informó la agencia X, citando a Y". */
export const spanish: Table = {
  tellings: formsOf(),
  auxiliary: list('ha han había habían habría habrían'),
  inverted: null,
  that: /^(?:que)$/u,
  dropsSubject: true,
  pronouns: new Map([
    ['él', 'm'],
    ['ella', 'f'],
    ['ellos', null],
    ['ellas', 'f'],
    ['este', 'm'],
    ['esta', 'f'],
  ]),
  according: [
    ['según'],
    ['de', 'acuerdo', 'con'],
    ['de', 'acuerdo', 'a'],
    ['conforme', 'a'],
    ['para'],
    ['a', 'juicio', 'de'],
    ['en', 'palabras', 'de'],
    ['en', 'opinión', 'de'],
  ],
  accordingLink: /^(?:lo)$/u,
  citing: /^(?:citando|cita|citó)$/u,
  citedBy: /^(?:citado|citada|citados|citadas|consultado|consultada|consultados|consultadas|entrevistado|entrevistada|recogido|recogida)$/u,
  carriedBy: /^(?:difundid|emitid|publicad|retransmitid)\p{L}+$/u,
  prepositions: list('a al ante bajo con contra de desde durante en entre hacia hasta mediante para por según sin sobre tras del'),
  to: /^(?:a|al|ante)$/u,
  conjunctions: list('pero sino aunque mientras y e además asimismo también tampoco embargo entonces luego así'),
  and: /^(?:y|e|pero|;)$/u,
  articles: list(
    'el la los las un una unos unas este esta estos estas su sus nuestro nuestra nuestros varios varias dos tres algunos algunas',
  ),
  elided: /^$/u,
  particles: list('de del la las los el y da di von van bin al - &'),
  idioms: /^(?:hizo|hicieron) saber$/u,
  station: /^(?:nacional|públic|estatal|local|oficial|privad|regional)\p{L}*$/u,
  between: list(
    'lunes martes miércoles jueves viernes sábado domingo este esta ayer hoy anoche mañana tarde noche también además asimismo por su parte el pasado entonces',
  ),
  titles:
    /^(?:sr|sra|srta|dr|dra|don|doña|d|dña|señor|señora|ing|lic|general|coronel|capitán|comandante|teniente|sargento|fray|padre|sor|monseñor)\.?$/u,
  female:
    /^(?:sra|señora|doña|una|la|ella|presidenta|directora|vocera|investigadora|vecina|abogada|diputada|senadora|alcaldesa|ministra|gobernadora|ingeniera|madre|hija|hermana|consejera|coordinadora|doctora|jefa|profesora|secretaria|concejala)$/u,
  male: /^(?:sr|señor|don|un|el|él|presidente|director|vocero|investigador|vecino|abogado|diputado|senador|alcalde|ministro|gobernador|ingeniero|padre|hijo|hermano|consejero|coordinador|doctor|jefe|profesor|secretario|concejal)$/u,
  kinds: [
    [/^(?:fuentes?)$/u, 'person'],
    [/^(?:agencia)$/u, 'news_agency'],
    [/^(?:diario|periódico|semanario|revista|radio|canal|televisión|cadena|emisora|portal|medio|rotativo)$/u, 'outlet'],
    [/^(?:videos?|vídeos?|imágenes|imagen|fotos?|fotografías?|grabación|grabaciones|audio)$/u, 'media'],
    [/^(?:informes?|estudios?|documentos?|comunicados?|cartas?|acta|auditoría|investigación|sentencia|oficio)$/u, 'document'],
    [/^(?:datos|cifras|estadísticas|encuestas?|censo|sondeo)$/u, 'dataset'],
    [
      /^(?:gobernación|gobierno|ministerio|policía|alcaldía|fiscalía|ayuntamiento|tribunal|juzgado|ejército|protección|instituto|autoridades|bomberos|municipalidad|intendencia|secretaría|prefectura|comisión|consejo|guardia|consejería|presidencia|embajada|comisaría|dirección|junta|congreso|senado|defensoría|contraloría|servicio)$/u,
      'official_body',
    ],
    [/^(?:ong|asociación|federación|observatorio|fundación|plataforma|colectivo)$/u, 'ngo'],
    [
      /^(?:empresa|compañía|minera|sindicato|universidad|hospital|partido|grupo|banco|club|cooperativa|constructora|oposición|firma|cámara|central|confederación|petrolera)$/u,
      'organisation',
    ],
    [/^(?:guerrilla|milicia|rebeldes|insurgentes)$/u, 'armed_group'],
  ],
  people:
    /^(?:fuente|portavoz|vocer[oa]|ministr[oa]|gobernador|gobernadora|alcalde|alcaldesa|president[ea]|director|directora|fiscal|jue[zc]a?|abogad[oa]|diputad[oa]|senador|senadora|funcionari[oa]|ingenier[oa]|dirigente|vecin[oa]|residente|testigo|médic[oa]|doctor|doctora|investigador|investigadora|profesor|profesora|jef[ea]|secretari[oa]|consejer[oa]|concejal|concejala|experto|experta|oficial|agente|emplead[oa]|campesin[oa]|líder|activista|rector|rectora|comandante|capitán|coronel|general|economista|biólog[oa]|geólog[oa]|sindicalista|coordinador|coordinadora|delegad[oa]|responsable|padre|madre|propietari[oa]|dueñ[oa]|trabajador|trabajadora|pescador|pescadora|agricultor|agricultora|maestr[oa]|enfermer[oa]|comisari[oa]|gerente|representante|historiador|historiadora)(?:e?s)?$/u,
  anonymous:
    /^(?:fuentes?|testigos?|vecin[oa]s?|residentes?|funcionari[oa]s?|emplead[oa]s?|agentes?|oficial(?:es)?|trabajador(?:es)?|campesinos|pescadores|familiares|activistas|expertos?|manifestantes|padres|médicos|allegad[oa]s?|habitantes|pobladores|lugareños)$/u,
  plural:
    /^(?:los|las|unos|unas|varios|varias|dos|tres|algunos|algunas|ellos|ellas|vecinos|fuentes|residentes|testigos|habitantes|familiares|pobladores)$/u,
  self: /^(?:nuestr[oa]s?|nosotros)(?:\s|$)|^(?:este|el presente) (?:diario|periódico|medio|portal|semanario|rotativo|canal)$|^esta (?:redacción|revista|agencia|radio|emisora)$/iu,
  recordings: /^(?:videos?|vídeos?|imágenes|imagen|fotos?|fotografías?|grabación|grabaciones|audio)$/u,
  shows: /^(?:muestra|muestran|mostró|mostraron|mostraba|mostraban)$/u,
  infinitive: /^(?:no|\p{L}{2,}(?:ar|er|ir))$/u,
  finite:
    /^(?:ha|han|es|son|está|están|fue|fueron|era|eran|había|habían|será|serán|tiene|tienen|tenía|tenían|puede|pueden|debe|deben|hay|hubo|va|van|sigue|siguen|hizo|hicieron|tuvo|tuvieron|murió|quedó)$|\p{L}{3,}(?:aron|ieron|aban|rán)$|\p{L}{3,}[^\P{L}iíc]ió$|\p{L}{3,}ó$/u,
  notFinite: /^(?:Capó)$/u,
  future: /^\p{L}{2,}(?:ará|erá|irá|drá|brá|arán|erán|irán|drán|brán|aremos|eremos|iremos|dremos)$/u,
  weSay: /^(?:nosotros|\p{L}{3,}(?:mos))$/u,
  opinion:
    /^(?:catástrofe|escándalo|vergüenza|vergonzoso|inaceptable|lamentable|grave|gravísima|magnífico|excelente|orgullosos?|orgullosa|debe|deben|debería|deberían|debemos|irresponsable|absurdo|histórico|esperamos|injusto|injusta|triste|miente|mienten|mentira|inadmisible)$/u,
  number:
    /^(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cuarenta|cincuenta|sesenta|cien|cientos|mil|miles|millón|millones|decenas|docenas|mitad|tercio|cuarto)$/u,
  caveat:
    /\bno (?:ha|han|había|habían|pudo|pudieron|se (?:ha|han|pudo|pudieron|puede|pueden)) (?:podido |sido |logrado |pod)?(?:ser )?(?:\p{L}+mente )?(?:confirmar|verificar|corroborar|comprobar|contrastar|verificad|confirmad|corroborad|comprobad|contrastad|autenticad)\p{L}*|\bno (?:fue|fueron|era) (?:posible )?(?:verificad|confirmad|verificar|confirmar|comprobar|corroborar)\p{L}*|\bimposible (?:de )?(?:verificar|confirmar|comprobar)|\bsin que (?:se )?(?:haya|hayan) podido (?:verificar|confirmar|comprobar)|\bno (?:aport|present|ofrec|mostr)\p{L}+ (?:ninguna )?pruebas?|\bsin (?:aportar|presentar|ofrecer|mostrar) pruebas?|\bsin (?:confirmación|confirmar|verificar)\b|\bno (?:existe|hay|hubo) confirmación/iu,
  caveatClause: /^(?:lo|algo|un|una|sin|extremo|dato|versión|cifra|aunque|pero|que)$/u,
  about: [
    [/^(?:videos?|vídeos?|imágenes|imagen|fotos?|fotografías|grabación|grabaciones)$/u, 'videos'],
    [/^(?:cifras?|balance|números?)$/u, 'figures'],
    [/^(?:afirmaciones|declaraciones|acusaciones|denuncias|versiones)$/u, 'claims'],
  ],
  statements: [
    ['denial', /\b(?:negó|negaron|niegan?|desmintió|desmintieron|desmienten?|rechazó|rechazaron|rechazan?)(?!\p{L})/iu],
    [
      'no_comment',
      /\b(?:no (?:respondi|contest|coment|quis|emiti)\p{L}+|declin(?:ó|aron) (?:comentar|responder|hacer comentarios)|se neg(?:ó|aron) a (?:comentar|responder|declarar)|rehus(?:ó|aron) (?:comentar|hacer))/iu,
    ],
    [
      'hedge',
      /\b(?:presunt[oa]s?|presuntamente|supuest[oa]s?|supuestamente|al parecer|aparentemente|habría|habrían|posiblemente|probablemente)(?!\p{L})/iu,
    ],
  ],
}
