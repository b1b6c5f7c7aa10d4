/**
 * Media that copy names without saying what they are: newswires, and broadcasters and papers whose names hold no word for a medium.
 * Public facts; a name that is also a common word or a person's stays out.
 */
const AGENCIES = new Set(
  [
    'reuters|thomson reuters|ap|associated press|afp|agence france-presse|bloomberg|bloomberg news|upi|dow jones newswires|pa media|press association',
    'xinhua|kyodo|jiji|yonhap|kcna|pti|press trust of india|ians|ani|bernama|antara|vnexpress|unb|app',
    'tass|ria|ria novosti|interfax|unian|ukrinform|belta|trend|armenpress|azertac|kazinform',
    'dpa|apa|ansa|efe|lusa|belga|anp|ritzau|tt|ntb|stt|ctk|pap|mti|tanjug|hina|beta|agerpres|bta|amna',
    'anadolu|anadolu agency|irna|isna|fars|tasnim|mehr|sana|wafa|mena|spa|wam|kuna|bna|qna|petra|ina|nna|aps|map|tap|lana|suna',
    'nan|sapa|gna|ena|angop|amaq',
  ].flatMap((names) => names.split('|')),
)
const OUTLETS = new Set(
  [
    'bbc|bbc news|bbc radio|itv|itv news|cnn|fox news|nbc|nbc news|cbs|cbs news|abc news|msnbc|npr|pbs|c-span|cnbc|sky news|euronews|france 24|deutsche welle',
    'dw|zdf|ard|rai|rtve|rtp|nhk|cctv|cgtn|kbs|ndtv|sabc|cbc|rte|rté|tvp|trt|press tv|al jazeera|al-jazeera|al arabiya|al-arabiya|al mayadeen|al-mayadeen',
    'al-manar|al manar|al hadath|al-hadath|rudaw|kurdistan 24|rt|voa|voice of america|rfe/rl|axios|politico|buzzfeed|propublica|bellingcat|the intercept|semafor',
    'le monde|le figaro|libération|die zeit|der spiegel|die welt|el país|el mundo|corriere della sera|la repubblica|la stampa|haaretz|kommersant|vedomosti|meduza',
    'dagens nyheter|aftenposten|politiken|asahi shimbun|yomiuri shimbun|nikkei',
  ].flatMap((names) => names.split('|')),
)

/** What kind of medium a name of the copy is known to be, in any case of letters; null for every other name. */
export function knownMediumKind(name: string): 'news_agency' | 'outlet' | null {
  const known = name.toLowerCase()
  return AGENCIES.has(known) ? 'news_agency' : OUTLETS.has(known) ? 'outlet' : null
}
