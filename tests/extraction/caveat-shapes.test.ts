import { describe, expect, test } from 'vitest'
import { readArticle } from '../../src/extraction/read.ts'

/** The claims that caveats are tied to. */
function tiedIn(text: string): string[] {
  const { caveats, claims } = readArticle(text)
  return caveats.flatMap(({ claims: tied }) => tied.map((k) => claims[k]?.text ?? ''))
}

describe('a caveat in many shapes, tied to what it is of', () => {
  test.each<[string, string[]]>([
    ['The brigade said on its channel that it had shot down a drone, a claim for which no wreckage has been shown.', ['drone']],
    ['The note, whose author the Tribune has not been able to identify, says the fund was empty by March.', ['fund']],
    ['Two passengers said the pilot had been drinking. There was no way to check their accounts.', ['drinking']],
    ['Her lawyer says the signature was forged. That has yet to be tested in court.', ['forged']],
    [
      'A photograph shared on Pigeon shows a man in handcuffs. It was not immediately clear whether the picture was recent.',
      ['photograph'],
    ],
    [
      'A recording posted on Monday has a woman ordering staff to leave. The authenticity of the recording has not been confirmed by anyone other than the group.',
      ['recording posted'],
    ],
    ['The ministry reported 61 cases, a figure that could not be reconciled with the 90 listed by hospitals.', ['61 cases']],
    ['The letter names four judges (the Standard has not seen the original).', ['four judges']],
    [
      'A trader said the market had been shelled. Phone lines to the village were down and the account could not be confirmed.',
      ['shelled'],
    ],
    [
      'Officials said the pilot ejected safely — nobody outside the air force has been able to confirm this — and walked home.',
      ['ejected'],
    ],
    ['A spokesman said the tanker was empty, but gave nothing to show it.', ['empty']],
    ['The authors say the drug halves pain; their paper is a preprint that no journal has reviewed.', ['halves']],
    [
      'According to documents that The Sentinel obtained but has not been able to verify in full, the ministry paid twice for the helicopters.',
      ['paid twice'],
    ],
    ['Opposition figures say the list of voters was altered in March. They have so far produced nothing in support of this.', ['altered']],
    ['The clip shows a plane on fire over a beach. Where and when it was shot is not known.', ['plane']],
    ['The general said the town had been retaken. With reporters barred from the front, that was impossible to confirm.', ['retaken']],
    ['The rumour that the bank had closed its doors, never substantiated, emptied tills across the region.', ['rumour']],
    ['The company said it had told the regulator in May. Asked for a copy of the letter, it did not provide one.', ['told the regulator']],
    ['An exile group said the singer had been arrested at the airport. Relatives could not be contacted to confirm it.', ['arrested']],
    ['He said he had served two tours in the navy, something records seen by the Mercury do not support.', ['navy']],
    ['The minister told parliament that crime had halved. It is unclear where that number comes from.', ['halved']],
    ['The agency says 3 million people have fled. On what basis it reached the estimate was not disclosed.', ['fled']],
    ['The group says the vote was rigged. So far it has not backed that up.', ['rigged']],
    ['The sergeant said he had killed nine men at the ford. Army records do not confirm it.', ['nine men']],
    ['If true — and the Post has been unable to establish that it is — the payment would breach the treaty.', ['would breach']],
    [
      'The regiment says it lost six men. Western officials say the true figure is far higher, but neither number can be independently verified.',
      ['six men', 'far higher'],
    ],
    ['The organisers said they had sold 80,000 tickets. The Examiner asked to see sales figures and was refused.', ['80,000']],
    ['According to the leaked table, whose provenance is uncertain, wages fell by a tenth.', ['wages']],
    ['An engineer said the crack was known in 2019 (records from that year are missing, and his account stands alone).', ['crack']],
    [
      'The dossier says 40 teachers were paid to stay at home. The Courier contacted eleven of them; none would or could confirm what it says.',
      ['40 teachers'],
    ],
    ['The governor said two silos had been destroyed. Reporters saw no sign of the damage he described.', ['silos']],
    ['In the videos, men in uniform drag a body to a car. Their content could not be confirmed by geolocation.', ['drag']],
    [
      'One post said a priest had won the lottery twice. It first appeared on a site known for hoaxes, and no other outlet has confirmed it.',
      ['lottery'],
    ],
    ['The company said the bus was going at 40km/h. The Ledger was unable to speak to anyone who was on it.', ['40km/h']],
    ['Two nurses said nine patients had died overnight. There has been no official word on the deaths.', ['nine patients']],
    ['Tomas Reyl claims to have swum the strait in four hours, a feat no timekeeper witnessed.', ['four hours']],
    ["The exporters' federation puts losses at €90m but has published no breakdown.", ['90m']],
    ['A former aide says the tape was wiped in June. His claim has so far gone uncorroborated.', ['wiped']],
    ['The factory denies dumping acid. Fishermen say the river turned orange in May, but no samples were kept.', ['turned orange']],
    [
      'In a post since deleted, the singer said he had been beaten in the cells. We have been unable to reach anyone held with him.',
      ['beaten'],
    ],
    ['The dealer said the vase was Ming. It has never been dated by a laboratory.', ['Ming']],
    ['Witnesses interviewed by the charity described two helicopters. The Courant has not spoken to them directly.', ['two helicopters']],
    [
      'The bishop was paid €10,000, the blog said, citing a receipt whose authenticity experts contacted by this paper could not vouch for.',
      ['10,000'],
    ],
    ['Organisers gave the crowd as 60,000. There is no independent estimate.', ['60,000']],
    [
      'A woman who gave her name only as Rima said her son had been taken at dawn. Her account matches others but cannot be verified.',
      ['taken at dawn'],
    ],
    ['Footage aired by state television shows rows of captured lorries. When it was filmed could not be determined.', ['captured lorries']],
    ['“We lost nine boats,” a fisherman said. The harbour office was shut and the number could not be checked.', ['nine boats']],
    ['Rescuers said a mother and child were alive under the slab. Hours later there was still no confirmation.', ['alive']],
    ['The minister put the number of new jobs at 30,000, without saying how they had been counted.', ['30,000']],
    ['It is alleged that the colonel ordered the killing; proof is lacking.', ['ordered']],
    [
      'The militia posted pictures of what it said was a captured general. They could not immediately be authenticated, and the army did not respond to a request for comment.',
      ['captured general'],
    ],
    [
      'Two teenagers said a guard had shot at them. Neither would give a name, and hospital records for the night are missing.',
      ['guard had shot'],
    ],
    [
      'An internal count put the losses at 14 million. The Meridian has not been shown the spreadsheet on which it is based.',
      ['14 million'],
    ],
    [
      'The union says 31 of its members were dismissed for striking. The employer would not discuss individual cases and the Herald could confirm only nine.',
      ['31'],
    ],
    [
      'A shepherd told local radio he had seen the plane break up in the air, but nobody else in the valley reported the same.',
      ['break up'],
    ],
    ['The insurgents said the bridge had been destroyed. Satellite pictures from Sunday were too cloudy to tell.', ['bridge']],
    ['The statement said 18 soldiers had been captured, but provided no names or photographs.', ['18 soldiers']],
    [
      'The ministry claims the camp is empty. Access to it is forbidden to journalists, making the claim impossible to test.',
      ['camp is empty'],
    ],
    ['According to the family, the police took €300 from the till. Police did not comment, and there is no receipt.', ['300']],
    ['It has been reported that the duke is ill, though neither the palace nor his doctors have confirmed it.', ['duke is ill']],
    [
      "The smuggler's story, parts of which are contradicted by court records and parts of which cannot be checked, begins in a bar in Varna.",
      ['begins in a bar'],
    ],
    ['Campaigners say the lake is dying. Their evidence for this is anecdotal.', ['lake is dying']],
    [
      'A man who said he was her brother told the station she had left of her own accord; his identity could not be confirmed.',
      ['own accord'],
    ],
    [
      'Lawyers for the tenants say 200 families have been told to go. The Voice has seen eleven such notices but could not establish the total.',
      ['200 families'],
    ],
    ['The bank insists that the money is safe, but would not let us see the account.', ['money is safe']],
  ])('%s', (text, parts) => {
    const tied = tiedIn(text)
    expect(tied).toHaveLength(parts.length)
    for (const part of parts) expect(tied.some((claim) => claim.includes(part))).toBe(true)
  })
})

describe('a caveat after several speakers, tied to what it names and to nothing else', () => {
  test.each<[string, string[]]>([
    [
      'The company told staff in March that the furnace was safe. A memo seen by the Harrow Times says its lining had cracked twice. It puts the cost of a new one at £4m. “We run a tight ship,” said the works manager, Dennis Orr. The Harrow Times has not been able to establish who wrote the memo.',
      ['lining had cracked', 'cost of a new one'],
    ],
    [
      'The union says 900 drivers stopped work. The bus company said it was nearer 150. “We are going nowhere,” said Pat Lyle, a driver. Neither number could be checked.',
      ['900 drivers', 'nearer 150'],
    ],
    [
      'In one of the messages, posted by an account named Grebe, a man writes that the match is fixed. In another he asks for £2,000. The club captain, Ian Roe, said he had slept badly. Nobody at the Courier has been able to confirm that the messages are real.',
      ['match is fixed', '£2,000'],
    ],
    [
      'Councillor Mays told the meeting, without producing a single invoice, that the roof had cost double. The treasurer said it had not.',
      ['cost double'],
    ],
    [
      'The ministry of health said 14 people had died in the ward. Doctors there told the Lantern it was 40. The minister flew to the town on Friday. The doctors’ toll could not be independently confirmed.',
      ['it was 40'],
    ],
    [
      'A man named Kell said he had sold the painting to the duke. His son said it was never sold. The duke’s lawyers said it was a gift. None of the three versions has been matched to a bill of sale.',
      ['sold the painting', 'never sold', 'a gift'],
    ],
    [
      'The coach, Ana Ruiz, said the sprinter had failed a test in May. The federation has not confirmed that any test was taken, and no result has been published. The sprinter ran on Sunday.',
      ['failed a test'],
    ],
    [
      'The firm said it sent notices to all tenants, notices that nobody interviewed remembers seeing and of which it could show no copy. The tenants met on Monday.',
      ['sent notices'],
    ],
    [
      'One villager said the well had been poisoned by soldiers. An official said a pump had leaked oil. No sample has been tested that would settle the question.',
      ['poisoned by soldiers', 'leaked oil'],
    ],
    [
      'A dossier obtained by the Wharf Gazette claims that the port bought 12 cranes it never used. It says that two were sold to a cousin of the chairman. The chairman, Paul Igwe, was at a wedding on Sunday. The Gazette has been unable to verify the dossier.',
      ['12 cranes', 'cousin of the chairman'],
    ],
    [
      'The police say 2,000 marched. The organisers say it was 30,000. A steward said it had rained on and off. Neither estimate has been independently confirmed.',
      ['2,000', '30,000'],
    ],
    [
      'A hacker named Moth posted what it called 300 emails from the minister, none of which the Clarion has been able to authenticate. The minister said he had never had such an account.',
      ['300 emails'],
    ],
    [
      'Ms Adeyemi said that the school had hidden two fires. The head, Colin Reeve, said there had been one, in a bin. Fire service records for that year are not public, and the Tribune could not verify either account.',
      ['hidden two fires', 'in a bin'],
    ],
    [
      'The chairman said that a buyer had signed for the club on Tuesday. Fans cheered outside the ground. No contract has been shown, and the league has not confirmed that there is any deal.',
      ['a buyer had signed'],
    ],
    [
      'The singer said her manager had stolen her passport, an accusation for which she gave no evidence. The manager was in Lisbon, his lawyer said.',
      ['stolen her passport'],
    ],
  ])('%s', (text, marks) => {
    const tied = tiedIn(text)
    expect(marks.filter((mark) => !tied.some((claim) => claim.includes(mark)))).toEqual([])
    expect(tied.filter((claim) => !marks.some((mark) => claim.includes(mark)))).toEqual([])
  })
})
