import { describe, expect, test } from 'vitest'
import { readArticle } from '../../src/extraction/read.ts'

/** The words of every caveat, each with the claims it is tied to. */
function caveatsOf(text: string): { words: string; claims: string[] }[] {
  const { caveats, claims } = readArticle(text)
  return caveats.map(({ start, end, claims: tied }) => ({ words: text.slice(start, end), claims: tied.map((k) => claims[k]?.text ?? '') }))
}

describe('the forms a caveat takes', () => {
  test.each([
    ['its own sentence', 'The militia said it held the dam. The Marl Post could not independently verify the claim.'],
    ['inability', 'The militia said it held the dam. The Marl Post was unable to confirm this.'],
    ['impersonal', 'The militia said it held the dam. It was not immediately possible to verify the claim.'],
    ['no way', 'The militia said it held the dam. There was no immediate way to verify the report.'],
    ['not yet', 'A diver said he had seen two bodies. His account has yet to be corroborated.'],
    ['a quantifier as subject', 'The militia said it held the dam. None of this could be confirmed.'],
    ['a quantifier as object', 'The militia said it held the dam. The ministry has confirmed none of the claims.'],
    ['a noun', 'The militia said it held the dam. There was no independent confirmation of the claim.'],
    ['a noun that was not to be had', 'The militia said it held the dam. Independent confirmation was not immediately available.'],
    ['evidence not given', 'The militia said it held the dam. It offered no evidence for the claim.'],
    ['evidence never produced', 'The militia said it held the dam. Proof of this was never produced.'],
    ['a predicate', 'The militia said it held the dam. The claim remains unverified.'],
    ['a court', 'The lawyer said the judge took bribes. The allegations have not been proven in court.'],
    ['a weaker verb of checking', 'The militia said it held the dam. The Marl Post could not establish whether that was so.'],
    ['what the outlet has not seen', 'The firm said it had sent a letter. This newspaper has not seen the letter.'],
    ['results nobody reviewed', 'The firm said its pill worked in nine patients of ten. The results have not been peer-reviewed.'],
    ['a named verifier', 'A charity said 300 people had drowned. The harbour board said it could not verify the figure.'],
    ['a quantifier before a weaker verb', 'The miller put the loss at 40 tonnes. No part of the estimate could be checked.'],
    ['nothing that backs it', 'The militia said it held the dam. The Marl Post has seen nothing to back this up.'],
    ['nothing there is', 'The militia said it held the dam. There is nothing to suggest that this is so.'],
    ['nothing given', 'The militia said it held the dam. It offered nothing to support the claim.'],
    ['nothing in the papers', 'The clerk said the lot was sold. Nothing in the register bears that out.'],
    ['no way of checking', 'The militia said it held the dam. There was no way of checking the claim.'],
    ['how it was counted', 'The mayor said 80 homes were lost. She did not say how she had arrived at the figure.'],
    ['no source given', 'The mayor said 80 homes were lost. The town hall gave no source for the number.'],
    ['authenticity', 'A letter says the pier will close this month. Its authenticity has not been established.'],
    ['a name not confirmed', 'Police said a man had been found dead. The ministry has not named the victim.'],
  ])('%s', (_, text) => {
    const reading = readArticle(text)
    expect(caveatsOf(text).map(({ claims }) => claims.length)).toEqual([1])
    expect(reading.sentences.at(-1)?.none).toBe('caveat')
    expect(reading.claims[0]?.voice).toBe('attributed_with_caveat')
  })

  test.each([
    ['a relative clause', 'The militia said it held the dam, which could not be independently confirmed.', 'which could'],
    ['an apposition', 'The militia said it held the dam, a claim the Marl Post has been unable to stand up.', 'a claim'],
    [
      'an apposition with a relative clause',
      'The militia said it held the dam, an account for which no corroboration was available.',
      'an account',
    ],
    ['"though"', 'The group said the pill calms pain, though that has not been confirmed in people.', 'though'],
    ['"but"', 'The militia said it held the dam, but there was no independent confirmation of this.', 'but'],
    ['nobody who knows', 'The chief had resigned, two aides said, something neither he nor his office would confirm.', 'something'],
    ['nobody else', 'The mayor said 80 homes were lost, a number no other official has repeated.', 'a number'],
    ['what the outlet saw nothing of', 'The militia said it held the dam, but the Marl Post has found nothing to support that.', 'but'],
    ['a relative clause without its pronoun', 'Twelve died, according to accounts the Marl Post was not able to check.', 'the Marl'],
    ['brackets', 'The militia said it held the dam (the claim could not be verified) and was moving north.', '(the claim'],
    ['dashes', 'The militia claimed — the Marl Post found no record of it — that it held the dam.', '— the Marl'],
    ['two words', 'The senator claimed without evidence that the ballots had been swapped.', 'without evidence'],
    ['"without offering"', 'The senator suggested, without offering any proof, that the ballots had been swapped.', 'without offering'],
    ['"offering no"', 'The senator suggested, offering no proof, that the ballots had been swapped.', 'offering no proof'],
    ['an adverb', 'The senator claimed baselessly that the ballots had been swapped.', 'baselessly'],
    ['a modifier', 'Unconfirmed radar data showed a slow target turning north.', 'Unconfirmed'],
    ['a concession', 'Although this could not be verified, the militia said it held the dam.', 'Although'],
  ])('%s inside a sentence', (_, text, opening) => {
    const [caveat] = caveatsOf(text)
    expect(caveat?.words.startsWith(opening), caveat?.words).toBe(true)
    expect(caveat?.claims).toHaveLength(1)
  })

  test('what follows a caveat in its sentence is a claim of its own', () => {
    const reading = readArticle(
      'The army said it held the hill. The claim could not be verified, and the phone lines have been down since Monday.',
    )
    expect(reading.caveats.map(({ claims }) => claims)).toEqual([[0]])
    expect(reading.claims.at(-1)?.text).toBe('the phone lines have been down since Monday.')
  })
})

describe('what a caveat is tied to', () => {
  test('"this": the sentence before, and no more', () => {
    const [caveat] = caveatsOf('Police said a boat had sunk. An officer said the crew had fled. The Marl Post could not confirm this.')
    expect(caveat?.claims).toEqual(['An officer said the crew had fled.'])
  })
  test("one party's claims, over another's in between", () => {
    const [caveat] = caveatsOf(
      'The militia said it had shot down two drones. The army said it had lost none. The rebels’ claim could not be independently verified.',
    )
    expect(caveat?.claims).toEqual(['The militia said it had shot down two drones.'])
  })
  test("a speaker's account, over paragraphs", () => {
    const [caveat] = caveatsOf(
      'Dorna Hale said 14 dogs had been poisoned.\n\n“Somebody threw meat over the wall,” she said.\n\nThe council has closed the park.\n\nMs Hale’s account could not be verified.',
    )
    expect(caveat?.claims).toEqual(['Dorna Hale said 14 dogs had been poisoned.', '“Somebody threw meat over the wall,” she said.'])
  })
  test("both sides' claims, and nobody else's", () => {
    const [caveat] = caveatsOf(
      'A nurse said the clinic was full. The rebels said they had taken the airfield. The army said the airfield was in its hands. Neither side’s claims could be confirmed.',
    )
    expect(caveat?.claims).toEqual(['The rebels said they had taken the airfield.', 'The army said the airfield was in its hands.'])
  })
  test('two tolls', () => {
    const [caveat] = caveatsOf(
      'The hospital said 23 people had been killed. Shops are shut. The union said nine people had been killed. Neither toll could be verified.',
    )
    expect(caveat?.claims).toEqual(['The hospital said 23 people had been killed.', 'The union said nine people had been killed.'])
  })
  test('only the figure', () => {
    const [caveat] = caveatsOf(
      'The union said the roof had leaked for years. It said 40 members were ill. The figure could not be confirmed.',
    )
    expect(caveat?.claims).toEqual(['It said 40 members were ill.'])
  })
  test('only the pictures', () => {
    const [caveat] = caveatsOf(
      'Videos circulating on Pigeon appear to show a burning tanker. The navy said the ship was safe. We were unable to establish when the videos were filmed.',
    )
    expect(caveat?.claims).toEqual(['Videos circulating on Pigeon appear to show a burning tanker.'])
  })
  test('the second of two', () => {
    const [caveat] = caveatsOf(
      'A clip posted on Monday shows a man on a roof. A second, filmed at night, shows the roof in flames. The second has not been authenticated.',
    )
    expect(caveat?.claims).toEqual(['A second, filmed at night, shows the roof in flames.'])
  })
  test('two versions', () => {
    const [caveat] = caveatsOf(
      'Lira Solt said guards had beaten her brother. The prison service said he fell. The Lantern was not able to confirm either version.',
    )
    expect(caveat?.claims).toHaveLength(2)
  })
  test('the medium whose report it names', () => {
    const [caveat] = caveatsOf(
      'Pigeon, a daily, reported that the chairman had resigned. The firm said sales rose. The Marl Post could not confirm the Pigeon report.',
    )
    expect(caveat?.claims).toEqual(['Pigeon, a daily, reported that the chairman had resigned.'])
  })
  test('all that rests on a document, where it hangs on the document', () => {
    const [caveat] = caveatsOf(
      'The fund lost 40 million dollars, according to a memo that the Marl Post has not been able to authenticate. The memo says two directors signed blank cheques. The fund’s lawyer said it was calm.',
    )
    expect(caveat?.claims).toHaveLength(2)
  })
  test('a statement whose source was not found', () => {
    const [caveat] = caveatsOf('Her deputy, a former priest, hinted that the ferry had been sold. That could not be confirmed.')
    expect(caveat?.claims).toHaveLength(1)
  })
})

describe('denials, refusals to comment and hedges', () => {
  test.each([
    ['The minister rejected the accusations.', 'denial'],
    ['A spokesman denied the army had fired.', 'denial'],
    ['The mayor brushed aside the report.', 'denial'],
    ['She pleaded not guilty.', 'denial'],
    ['The ministry did not immediately respond to questions.', 'no_comment'],
    ['He did not return calls.', 'no_comment'],
    ['Calls to the company went unanswered.', 'no_comment'],
    ['The firm would not say how many had left.', 'no_comment'],
    ['The company could not be reached for comment.', 'no_comment'],
    ['The bridge is believed to have been mined.', 'hedge'],
    ['The clip purports to show a convoy.', 'hedge'],
  ])('%s', (text, kind) => {
    const reading = readArticle(text)
    expect(reading.statements.map((statement) => statement.kind)).toEqual([kind])
    expect(reading.caveats).toEqual([])
  })
  test('a thing refused is no denial', () => expect(readArticle('He was denied bail.').statements).toEqual([]))
  test('"alleged that" is a claim, not a hedge', () =>
    expect(readArticle('She alleged that the books had been burned.').statements).toEqual([]))
})

describe('a property of a recording or a paper', () => {
  test('the date, with the recording named before', () => {
    const text =
      'A clip shared online shows a tram on fire. In it, a man shouts for help. Two drivers named the street; the date, however, could not be established.'
    expect(caveatsOf(text)).toEqual([{ words: 'the date, however, could not be established.', claims: ['In it, a man shouts for help.'] }])
  })
  test('its contents, with the paper named in the same sentence', () => {
    const text =
      'The candidate read from a sheet of paper that, an aide said, listed the returns of every village. The sheet was not handed out, and its contents could not be checked.'
    const [caveat] = caveatsOf(text)
    expect(
      caveat?.claims.some((claim) => claim.includes('an aide said')),
      JSON.stringify(caveat),
    ).toBe(true)
    expect(caveat?.claims.some((claim) => claim.includes('handed out'))).toBe(false)
  })
  test('a paper named in the same sentence', () => {
    const text =
      'A leaked letter names five firms. The ministry would not say whether the letter was real, and the Marl Post could not authenticate it.'
    expect(caveatsOf(text)[0]?.claims).toEqual(['A leaked letter names five firms.'])
  })
  test('which of two accounts', () => {
    const text =
      'The rebels said they had shot down two helicopters. The army said it had lost none. The Marl Post could not establish which account was right.'
    expect(caveatsOf(text)[0]?.claims).toHaveLength(2)
  })
  test('any of the figures: whoever counted, over paragraphs', () => {
    const text = `A landslide buried a village in the hills, and the mayor, Ana Prka, said 12 people had been killed.

The governor, Luka Sever, put the number of dead at 19. Schools stayed shut.

A nurse at the clinic said 30 people were missing. The Hill Courier could not verify any of the figures.`
    expect(caveatsOf(text)[0]?.claims, JSON.stringify(caveatsOf(text))).toHaveLength(3)
  })
  test('the number of casualties', () => {
    const text = `The army said its guns had killed 40 fighters. A spokesman for the rebels said nine men had died.

The road to the valley is closed, and the number of casualties could not be confirmed.`
    expect(caveatsOf(text)[0]?.claims).toHaveLength(2)
  })
  test('neither of two figures', () => {
    const text = 'A nurse said 14 people had died. A driver said the number was 19. Neither figure could be established independently.'
    expect(caveatsOf(text)[0]?.claims).toHaveLength(2)
  })
})
