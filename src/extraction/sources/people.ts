import { abbreviated, PEOPLE_NOUNS, TITLE } from '../words/lexicon.ts'
import { capitalised } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

/** People by what they do, beyond those who often speak: a noun before a name or in an apposition. */
const CALLINGS = words(`
  agent agents publicist cop cops pal pals mate mates boss bosses mum mums dad dads lad lads ex boffin boffins punter punters bookie bookies fan fans kid kids gran granny insider passerby caller callers viewer
  ceo cfo coo cto chairperson chairs mp mps mep meps mla mlas msp td cllr commissioner governors mayors magistrate constable cardinal
  archbishop marshal brigadier admiral lieutenant corporal private prosecutor pathologist surgeon dentist vet midwife pharmacist chemist
  physicist biologist geologist historian architect designer artist singer actor actress musician composer poet writer novelist editor
  publisher producer broadcaster presenter photographer blogger host anchor tailor baker butcher grocer barber hairdresser cook chef waiter
  waitress plumber electrician mechanic builder bricklayer carpenter miner sailor skipper ferryman docker porter cleaner carer labourer
  laborer gardener librarian archivist translator interpreter banker broker accountant auditor consultant lobbyist adviser strategist
  organiser organizer volunteer volunteers pensioner pensioners teenager teenagers toddler widow widower grandmother grandfather
  granddaughter grandson stepfather stepmother niece nephew partner fiancee fiance twin sibling orphan victim victims suspect defendant
  complainant plaintiff accused juror bystander passer-by passers-by onlooker onlookers eyewitness eyewitnesses motorist motorists cyclist
  commuter commuters shopper shoppers tourist tourists traveller traveler landlord landlady homeowner businesswoman businessman
  entrepreneur hotelier restaurateur midfielder striker defender goalkeeper keeper winger forward captain batsman bowler sprinter swimmer
  boxer athlete athletes player players referee umpire jockey golfer rider trainer physiotherapist crews crew team-mate team-mates teammate
  teammates classmate classmates lawmaker lawmakers legislator legislators parliamentarian backbencher backbenchers opposition mep figure
  negotiator mediator envoy consul attache rapporteur ombudsman registrar bailiff solicitor barrister counsel notary detainee detainees
  prisoner prisoners inmate inmates hostage hostages deserter defector commander gunman militant rebel insurgent herder herders grazier
  shepherd trawlerman crewman member members deputies lecturer dean rector provost headteacher headmaster headmistress principal tutor
  graduate pupil pupils scholar fellow academic academics academician geneticist virologist epidemiologist seismologist meteorologist
  forecaster forecasters hydrologist oncologist psychiatrist psychologist sociologist paramedics medic medics carers clinician clinicians
  consultant consultants technician technicians programmer developer contractor subcontractor whistleblower informant tipster speaker
  spokespeople statesman stateswoman heir duke duchess baron emir sultan president-elect vice-president secretary-general undersecretary
  counsellor boss bosses tsar supremo unionist unionists footballer footballers cricketer cricketers runner runners rower climber climbers hiker hikers skier surfer walker walkers gamer biker bikers
  novelist trumpeter violinist pianist guitarist drummer rapper stuntman comedian comedienne biochemist zoologist botanist anthropologist attendee attendees campaigner petitioner picket strikers trucker truckers hauliers courier`)

/** Capitalised, these belong to the names of bodies and places: "the Coast Guard", "Government House". */
const IN_NAMES = words(
  'guard guards house staff people family local locals head workers farmers students teachers rebels forward partner member members',
)
/** Titles and callings that are also surnames: without an article the last word of a name is a name. */
const SURNAMES = words(
  'king bishop pope farmer judge prince driver teacher fisherman baker butcher cook miner marshal porter barber carpenter sheikh major head abbot dean chamberlain knight page mason sailor gardener taylor cardinal archbishop forward mayor cleaner keeper fellow partner prior priest archer fisher hunter winger singer',
)

/** Whether a token stands for a person by role: "spokesman", "tailor", "Inspector"; false for "Guard" in a name. */
export function isPersonNoun(token: Token | undefined, opensSentence = false): boolean {
  if (!token) return false
  const word = token.lower
  if (capitalised(token) && !opensSentence && IN_NAMES.has(word)) return false
  return (
    PEOPLE_NOUNS.has(word) ||
    CALLINGS.has(word) ||
    TITLE.has(word) ||
    /^\p{Ll}[\p{Ll}-]{2,}(?:woman|women|man|men|person|people|keeper|holder|ologist|ologists)$/u.test(token.text)
  )
}

/** Whether a word names people in general or by role, singular or plural. */
export const isPersonWord = (word: string): boolean =>
  PEOPLE_NOUNS.has(word) ||
  CALLINGS.has(word) ||
  TITLE.has(word) ||
  /^\p{Ll}[\p{Ll}-]{2,}(?:woman|women|man|men|person|people)$/u.test(word)

/** Whether a capitalised role word at the end of a name is rather the surname: "Ann Bishop", but "the Bishop". */
export const maySurname = (token: Token | undefined): boolean => token !== undefined && capitalised(token) && SURNAMES.has(token.lower)

/** What an abbreviated title stands for, so that "the inspector" is the "Insp. Lee" before. */
const IN_FULL: ReadonlyMap<string, string> = new Map(
  `insp:inspector gov:governor capt:captain gen:general sgt:sergeant sen:senator prof:professor dr:doctor lt:lieutenant col:colonel
  det:detective supt:superintendent rep:representative cllr:councillor engr:engineer amb:ambassador cmdr:commander adm:admiral maj:major
  cpl:corporal atty:attorney sp:superintendent rev:reverend ceo:executive mp:lawmaker mla:lawmaker mep:lawmaker pm:premier spokesman:spokesperson
  spokeswoman:spokesperson chairwoman:chair chairman:chair chairperson:chair`
    .trim()
    .split(/\s+/u)
    .map((pair) => pair.split(':') as [string, string]),
)

/** A role word with the word it stands for, if it is short for one. */
export function rolesOf(word: string): string[] {
  const bare = word.replace(/\.$/u, '')
  const full = IN_FULL.get(bare)
  return full ? [full, bare] : [bare]
}

/** Short titles that copy sets before a surname without a full stop. */
export const RANK = abbreviated(`
  engr cllr lt cmdr gen col capt maj sgt cpl insp supt sp ssp dsp asp dig ig dcp dm mp mep mla msp dr prof adm brig gov sen rep hon atty
  fr sr master madam madame monsieur herr frau señor señora don doña pastor elder vice acting interim former ex then senior junior chief
  deputy assistant first second lord lady rear warrant petty staff flight wing squadron group executive managing general medical prime
  foreign finance defence defense health interior home education justice commissioner cardinal constable magistrate pathologist
  prosecutor archbishop marshal brigadier`)
