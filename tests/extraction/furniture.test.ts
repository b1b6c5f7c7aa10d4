import { describe, expect, test } from 'vitest'
import { readHtml } from '../../src/documents/html.ts'
import { readArticle } from '../../src/extraction/read.ts'
import type { Reading, ReadOptions } from '../../src/extraction/types.ts'

const COPY = [
  'A footbridge over the Sarwan was closed on Monday after an inspector found cracks in two of its piers, the county said.',
  'The bridge, which opened in 1962, carries about 4,000 people a day between the station and the market.',
  '“We could not wait for the weekend,” said Dora Varga, who runs the county’s roads office. “A barge will take people across.”',
  'Traders on the east bank said their takings had fallen by half since the barriers went up.',
  'The county has asked for bids to mend the piers and expects the work to take eleven weeks.',
] as const
const HEADLINE = 'Footbridge over the Sarwan closed after cracks found in its piers'

/** Whether every sentence of the copy is a claim, and what else became one (the headline aside). */
function check(reading: Reading, copy: readonly string[] = COPY): { lost: string[]; leaked: string[] } {
  const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim()
  const claims = reading.claims.map((claim) => plain(claim.text))
  const all = claims.join(' ¶ ')
  const lost = copy
    .flatMap((paragraph) => paragraph.split(/(?<=[.”])\s(?=[“A-Z])/u))
    .filter((sentence) => !all.includes(sentence.slice(0, 40)))
  const words = [...copy, HEADLINE].join(' ')
  return { lost, leaked: claims.filter((claim) => !words.includes(claim)) }
}

const part = (text: string, span: readonly [number, number] | null): string | null => (span ? text.slice(...span) : null)
const amid = (...lines: string[]): string => [HEADLINE, COPY[0], COPY[1], ...lines, COPY[2], COPY[3], COPY[4]].join('\n\n')
const above = (...lines: string[]): string => [...lines, '', ...COPY].join('\n\n')
const below = (...lines: string[]): string => [HEADLINE, '', ...COPY].join('\n\n') + `\n\n${lines.join('\n')}`

describe('amid the copy', () => {
  test.each([
    ['a read-also line', ['Read also: Ten walks for a rainy weekend']],
    ['a read-also line with a bar', ['READ MORE | Ten walks for a rainy weekend']],
    ['an advert', ['Advertisement']],
    ['sponsored content', ['Sponsored: Sleep better with Nod. Terms apply.']],
    ['a newsletter box', ['Get the morning briefing', 'Sign up for our newsletter. We will never share your address.']],
    ['a caption with its credit', ['The bridge at dusk on Sunday. Photograph: Ann Lee/Marl Photos']],
    ['a caption with its credit in brackets', ['Barriers at the east end of the bridge. (Post photo by A. Lee)']],
    [
      'a post nobody introduced',
      ['View this post on X\nRiver Watch @riverwatch · 3 May\nWe told them about the piers in March and nobody listened.\nShow more'],
    ],
    ['post counters', ['10:58 PM · May 3, 2024\n4.1K Likes  902 Reposts']],
    [
      'an analysis with its end',
      ['Analysis\nAnn Lee, transport editor\nThe county has been here before and it will be here again.\nRead more: Why bridges fail'],
    ],
    [
      'a correction under its heading',
      ['Correction', 'At 13:05 we reported that the bridge had collapsed. It had not. We are sorry for the error.'],
    ],
    ['a pull-quote', ['“We could not wait for the weekend”']],
    ['a market strip', ['MARL 40: 2,118.6 ▲ 0.4% Crown/USD 3.91 ▼']],
    ['a share row', ['Share', 'Facebook WhatsApp Copy link']],
    ['a prompt for stories', ['Got a story? Email her or call the newsdesk.']],
  ])('%s', (_, lines) => expect(check(readArticle(amid(...lines)))).toEqual({ lost: [], leaked: [] }))

  test('a post that the copy introduces is copy', () => {
    const { claims } = readArticle(
      amid(
        'River Watch wrote in a post on X:',
        'River Watch\n@riverwatch\nWe told the county about the piers in March.\n10:58 PM · May 3, 2024\n902 Reposts',
      ),
    )
    expect(claims.some((claim) => claim.text.endsWith('We told the county about the piers in March.'))).toBe(true)
    expect(claims.some((claim) => /902|@river/u.test(claim.text))).toBe(false)
  })
  test('a prompt at the end of a paragraph of copy is taken out by itself', () => {
    const { claims } = readArticle(amid('The ministry counted 8,000 people on the quay. Sign up for our morning briefing, every Friday.'))
    expect(claims.map((claim) => claim.text)).toContain('The ministry counted 8,000 people on the quay.')
    expect(claims.some((claim) => claim.text.includes('Sign up'))).toBe(false)
  })
  test('times of a live page are dates, not headings', () => {
    const { furniture, claims } = readArticle(
      amid('18:26\nThe barriers are up, the county says.', '17:05\nDivers have left the river, police say.'),
    )
    expect(furniture.map(({ kind }) => kind)).toEqual(['date', 'date'])
    expect(claims.map((claim) => claim.text)).toContain('Divers have left the river, police say.')
  })
})

describe('above the copy', () => {
  const text = above(
    'Skip to content',
    'MARL POST',
    'News | Sport | What’s On | Jobs',
    'JUST IN: Senate defers vote on sugar',
    'Northside 2 - 1 Southside (HT)',
    'Home › County › Roads',
    HEADLINE,
    'County rushes to find a barge as traders count their losses',
    'Ann Lee, transport editor',
    'Updated 19:42, 28 Sept 2023 | 4 min read',
    'Share WhatsApp 312 comments',
  )
  const reading = readArticle(text)
  test('the headline is the line whose words the copy takes up again', () => expect(part(text, reading.parts.headline)).toBe(HEADLINE))
  test('byline and date', () => {
    expect(part(text, reading.parts.byline)).toBe('Ann Lee, transport editor')
    expect(reading.parts.published?.iso).toBe('2023-09-28T19:42')
  })
  test('nothing of it is a claim, but for the standfirst', () =>
    expect(check(reading)).toEqual({ lost: [], leaked: ['County rushes to find a barge as traders count their losses'] }))
  test.each([
    ['By Ann Lee and Sam Oder', 'By Ann Lee and Sam Oder'],
    ['By Ann Lee, Correspondent August 14, 2025 | 12:05 p.m.', 'By Ann Lee, Correspondent'],
    ['Ann Lee in Marl and agencies', 'Ann Lee in Marl and agencies'],
    ['By Ann Lee Local democracy reporter', 'By Ann Lee Local democracy reporter'],
    ['Post News Network | Edited by: Sam Oder | Oct 12, 2024, 21:17 IST', 'Post News Network | Edited by: Sam Oder'],
    ['Hosts: Ann Lee and Sam Oder', 'Hosts: Ann Lee and Sam Oder'],
    ['Ann Lee', 'Ann Lee'],
  ])('the byline %s', (line, byline) => {
    const page = above(HEADLINE, line)
    expect(part(page, readArticle(page).parts.byline)).toBe(byline)
  })
  test('"By Friday" signs nothing', () => expect(readArticle(amid('By Friday the barge was full, police said.')).parts.byline).toBeNull())
})

describe('below the copy', () => {
  test.each([
    ['a biography', ['About the author: Ann Lee covers roads for the Marl Post.']],
    ['comments', ['Comments (23)', 'Leave a comment', 'Joe99', 'They should have done this years ago.', 'Reply', 'Report']],
    ['related titles', ['More on this story', 'Mayor says tram will open in May', 'Why the river is rising again', 'Most viewed']],
    ['tags and footer', ['Tags: Sarwan, Bridges', 'About us · Contact · Privacy policy', '© 2025 Marl Post Ltd. All rights reserved.']],
    ['agency notes', ['(Reporting by Ann Lee; editing by Sam Oder)', '(With inputs from agencies)']],
    ['a correction note', ['This article was amended on 12 March 2025. An earlier version said the bridge opened in 1926; it was 1962.']],
  ])('%s', (_, lines) => expect(check(readArticle(below(...lines)))).toEqual({ lost: [], leaked: [] }))
  test('who signs the piece is known by name', () => {
    const text = `${HEADLINE}\n\nBy Ann Lee\n\n${COPY.join('\n\n')}\n\nAnn Lee has written on roads since 2011. She keeps three goats.`
    expect(check(readArticle(text))).toEqual({ lost: [], leaked: [] })
  })
  test('copy after a related line in the last third stays', () =>
    expect(
      check(readArticle([HEADLINE, ...COPY.slice(0, 4), 'Related', 'Why the river is rising again', COPY[4]].join('\n\n'))).lost,
    ).toEqual([]))
})

describe('pages as HTML with divs', () => {
  const page = (inside: string): ReadOptions & { text: string } => {
    const { text, blocks } = readHtml(inside)
    return { text, blocks }
  }
  const html = `<div class="mp-top"><a href="/">Marl Post</a> <a href="/n">News</a> <a href="/s">Sport</a></div>
    <div class="mp-ticker">Storm warning for the whole coast tonight.</div>
    <div class="mp-story"><h1>${HEADLINE}</h1><div class="byline">By Ann Lee</div>
    <div class="shareTools">Send it to a friend.</div>
    ${COPY.slice(0, 2)
      .map((line) => `<div class="pp">${line}</div>`)
      .join('')}
    <div class="mp-related"><div>Why the river is rising again this year.</div></div>
    <div id="newsletter-box"><p>All the news of the county, once a week.</p></div>
    ${COPY.slice(2)
      .map((line) => `<p class="has-ad-after">${line}</p>`)
      .join('')}
    <div class="author-bio">Ann Lee once sailed round the world in a bathtub.</div></div>
    <div class="comments"><p>They should have done this years ago.</p></div><div class="site-footer">Marl Post is a member of the press council.</div>`
  test('class names and ids say what is furniture, and none of the copy is lost', () => {
    const { text, ...options } = page(html)
    expect(check(readArticle(text, options))).toEqual({ lost: [], leaked: [] })
  })
  test('a class name on the whole article says nothing', () => {
    const { text, ...options } = page(`<div class="comment"><p>${COPY.join('</p><p>')}</p></div>`)
    expect(check(readArticle(text, options)).lost).toEqual([])
  })
})

describe('texts that lost or gained line breaks', () => {
  test('hard-wrapped at 72 columns', () => {
    const wrap = (line: string): string => line.replace(/(?![^\n]{1,72}$)([^\n]{1,72})\s/gu, '$1\n')
    const text = [wrap(HEADLINE), 'By Ann Lee', `MARL, May 3 (Post) - ${COPY[0]}`, ...COPY.slice(1)].map(wrap).join('\n\n')
    const reading = readArticle(text)
    expect(check(reading)).toEqual({ lost: [], leaked: [] })
    expect(part(text, reading.parts.dateline)).toBe('MARL, May 3 (Post) -')
  })
  test('one line without commas: headline, name, date and outlet run into the copy', () => {
    const text = `${HEADLINE} Ann Varga-Lee Wednesday 6 November 2024 Marl Post ${COPY.join(' ').replaceAll(',', '')} Follow us on Pigeon. © 2024 Marl Post`
    const reading = readArticle(text)
    expect(part(text, reading.parts.headline)).toBe(HEADLINE)
    expect(part(text, reading.parts.byline)).toBe('Ann Varga-Lee')
    expect(part(text, reading.parts.outlet)).toBe('Marl Post')
    expect(reading.parts.published?.iso).toBe('2024-11-06')
    expect(reading.claims.some((claim) => /2024|Follow us/u.test(claim.text))).toBe(false)
  })
  test('a title without a stop ends where the copy goes on', () => {
    const reading = readArticle(
      'It rained all night in the town. READ ALSO: Man held with 14 birds at the port The mayor said the road was closed. Nobody was hurt.',
    )
    expect(reading.claims.map((claim) => claim.text)).toEqual([
      'It rained all night in the town.',
      'The mayor said the road was closed.',
      'Nobody was hurt.',
    ])
  })
})
