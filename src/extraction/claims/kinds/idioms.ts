/** Turns of phrase: what they say cannot be looked up by their words. Lower-case words, one space between; clitics stand apart or not. */

const turns = (...rows: string[]): RegExp => new RegExp(String.raw`\b(?:${rows.join('|')})\b`, 'u')

/** Images and sayings. */
export const IDIOM = turns(
  String.raw`(?:was|were|been|got) (?:robbed|stitched up|sold out|hung out to dry|thrown to the wolves|thrown under the bus|taken for (?:a ride|fools)|sold down the river|let down|short-changed|left (?:high and dry|in the lurch|in the cold|in limbo)|failed)`,
  String.raw`beggars belief|defies (?:belief|logic|description)|speaks for itself|says it all|salt of the earth|heart of gold`,
  String.raw`heart of stone|drop in the ocean|tip of the iceberg|rock and a hard place|enough is enough|writing is on the wall`,
  String.raw`elephant in the room|nail in the coffin|(?:last|final) straw|blood on (?:his|her|their|your) hands|lost for words`,
  String.raw`no words|light at the end|moment of truth|ray of hope|slap in the face|kick in the teeth|stab in the back|blank cheque`,
  String.raw`wake-up call|storm in a teacup|house of cards|time bomb|powder keg|wild west|race to the bottom`,
  String.raw`game of (?:cat and mouse|chess|poker)|matter of time|matter of life and death|dog's breakfast|fit for purpose`,
  String.raw`not rocket science|back to square one|ship has sailed|bridge too far|tail (?:is )?wagging`,
  String.raw`(?:while|as) (?:the house|rome|the city|the country|the world) burns|counting (?:spoons|pennies|beans)|robbing peter`,
  String.raw`there (?:is|'s|’s) (?:a time to|no such thing|no smoke|no going back|no turning back)`,
  String.raw`play(?:s|ing|ed)? with (?:our|people 's|their|children 's) (?:lives|future|health|safety|money)`,
  String.raw`justice (?:has been|was|is|must be) (?:done|served)|justice delayed`,
  String.raw`(?:lost|losing|loses|lose) (?:its|their|his|her|our|my) (?:soul|way|nerve|bearings|edge|grip|heart|moral)`,
  String.raw`(?:tells?|told) (?:its|their) own story|(?:has|have|'ve|’ve|had) an? (?:mountain|hill) to climb|open wound|bitter pill`,
  String.raw`bad day at|sitting ducks?|dead in the water|on thin ice|(?:hung|hang|hanging) (?:\w+ )?out to dry|somebody up there`,
  String.raw`only (?:itself|himself|herself|themselves|ourselves|yourself) to blame|make it up|seen it coming|enough was enough`,
  String.raw`victory (?:is|was) (?:near|close|ours|certain)|future (?:is|was|looks?|looked) bright`,
  String.raw`(?:looks?|looked|looking) forward to|(?:top|number one|highest|first) priority`,
  String.raw`(?:takes?|took|taking) [\w ]{3,30} seriously|(?:stands?|stood|standing) (?:united|firm|shoulder to shoulder)`,
  String.raw`in (?:our|his|her|their|my) (?:thoughts|prayers)|committed to|broke my heart|breaks my heart|heart is broken`,
  String.raw`heart goes out|hearts go out|thoughts are with|makes? my blood boil|means the world|dream come true|worth every penny`,
  String.raw`long way to go|money talks|actions speak`,
)

/** Verdicts on a thing. */
export const VERDICT_ON = turns(
  String.raw`(?:attack|assault|onslaught|war) on (?:free|freedom|freedoms|democracy|the poor|workers|our|the rule|justice|the press|families|common|decency|rights)|there (?:is|are) no (?:winners?|losers|easy|simple|quick|magic|victors)|would (?:much |far )?rather`,
  String.raw`(?:missed|wasted|lost|golden) (?:opportunity|chance)`,
  String.raw`(?:step|leap) (?:back|backwards?|forwards?|too far|in the (?:right|wrong) direction)`,
  String.raw`waste of (?:time|money|paper|space|everyone)|recipe for|turning point`,
  String.raw`(?:does|do|did|has|have)(?: not|n't) (?:go|gone|went) (?:nearly |anywhere near )?far enough|goes? too far|went too far`,
  String.raw`gone too far|falls? (?:far |well |hopelessly )?short|fell (?:far |well )?short`,
  String.raw`leaves? (?:much|a lot|something) to be desired|(?:makes?|made) (?:\w+ )?sense|(?:does|do|did)(?: not|n't) make sense`,
  String.raw`not worth the paper`,
  String.raw`(?:is|was|are|were)(?: not|n't)? (?:good enough|fit for purpose|up to (?:the job|scratch|standard)|beyond belief|long overdue)`,
  String.raw`lacks? (?:ambition|courage|vision|imagination|substance|depth|teeth|credibility|heart|soul)`,
  String.raw`lacked (?:ambition|courage|vision|imagination|substance|depth|teeth|credibility|heart|soul)`,
)

/** Words without one of which no verdict is looked for. */
export const CALLS_FOR_LOOK = new Set(
  `too attack assault onslaught war winner winners losers easy simple quick magic rather opportunity chance step leap waste recipe point far short desired sense worth enough purpose scratch standard job belief order overdue lacks lack
  lacked out robbed stitched sold hung thrown let failed beggars defies speaks says salt heart hearts drop tip rock enough wall elephant nail straw blood words
  slap kick stab cheque call storm house bomb keg time smoke hung hang hanging somebody itself himself herself themselves ourselves make seen victory future look looks looked looking priority
  seriously stand stands stood standing prayers committed sense smoke going turning play plays playing played justice lost losing loses lose tell tells told mountain hill wound pill day ducks duck water ice race game matter square ship bridge wolf spoons dream penny way money actions thoughts boil world`
    .trim()
    .split(/\s+/u),
)
