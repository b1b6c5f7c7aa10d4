import { describe, expect, test } from 'vitest'
import { readHtml } from '../../src/documents/html.ts'
import { readPaste } from '../../src/documents/paste.ts'
import { readDocument } from '../../src/documents/read.ts'
import { blocksOf, fixture } from './files.ts'

describe('the words of a page, block by block', () => {
  test.each<[html: string, blocks: [string, string][]]>([
    [
      '<h1>The &ldquo;bridge&rdquo;</h1><p>It <b>re</b>opened\n  on <i>Monday</i> .</p>',
      [
        ['heading1', 'The “bridge”'],
        ['paragraph', 'It reopened on Monday .'],
      ],
    ],
    [
      '<!DOCTYPE html><html><head><title>T</title><body>Loose<p>One<p>Two',
      [
        ['paragraph', 'Loose'],
        ['paragraph', 'One'],
        ['paragraph', 'Two'],
      ],
    ],
    [
      '<p>One<br>two<br><br>Three',
      [
        ['paragraph', 'One\ntwo'],
        ['paragraph', 'Three'],
      ],
    ],
    [
      '<pre>One\ntwo\n\nThree</pre>',
      [
        ['paragraph', 'One\ntwo'],
        ['paragraph', 'Three'],
      ],
    ],
    [
      '<ul><li>One<li><p>Two</p><p>more</p></ul>',
      [
        ['list_item', 'One'],
        ['list_item', 'Two'],
        ['list_item', 'more'],
      ],
    ],
    [
      '<blockquote><p>Said.</p></blockquote><figure><img alt="x"><figcaption>Seen <b>here</b></figcaption></figure>',
      [
        ['quote', 'Said.'],
        ['caption', 'Seen here'],
      ],
    ],
    [
      '<table><tr><th>Year<th>Cars<tr><td>2021<td><p>3,900</p></table>',
      [
        ['table', 'Year'],
        ['table', 'Cars'],
        ['table', '2021'],
        ['table', '3,900'],
      ],
    ],
    [
      '<table><tr><td><h1>Head</h1><p>Story</p></td></tr></table>',
      [
        ['heading1', 'Head'],
        ['paragraph', 'Story'],
      ],
    ],
    [
      '<header><nav><a>Home</a><a>World</a></nav></header><p>Story</p><aside><h2>Read also</h2></aside><footer>©</footer>',
      [
        ['menu', 'Home World'],
        ['paragraph', 'Story'],
        ['aside', 'Read also'],
        ['aside', '©'],
      ],
    ],
    [
      '<form><input value="x"><button>Sign up</button></form><p>Story',
      [
        ['menu', 'Sign up'],
        ['paragraph', 'Story'],
      ],
    ],
    [
      '<form id="aspnetForm"><h1>Head</h1><p>Story</p></form>',
      [
        ['heading1', 'Head'],
        ['paragraph', 'Story'],
      ],
    ],
    ['<p>By Lana Merivale<time>3 March</time>.</p>', [['paragraph', 'By Lana Merivale 3 March.']]],
    [
      '<p>a</p><script>b()</script><style>c</style><svg><text>d</text></svg><template>e</template><noscript>f</noscript><p hidden>g</p>' +
        '<p style="display: none">h</p><!-- i --><P STYLE="DISPLAY:NONE">j</P>',
      [['paragraph', 'a']],
    ],
    ['<p>co\u00adoperation&nbsp;&nbsp;5\u00a0%\ufeff</p>', [['paragraph', 'cooperation 5 %']]],
    ['<p>می\u200cخواهم</p>', [['paragraph', 'می\u200cخواهم']]],
    [
      '<p>One</div></span></p><p>Two',
      [
        ['paragraph', 'One'],
        ['paragraph', 'Two'],
      ],
    ],
  ])('%s', (html, blocks) => {
    expect(blocksOf(readHtml(html))).toEqual(blocks)
  })

  test('blocks stand apart by blank lines, cells by tabs, rows and menus by lines', () => {
    expect(readHtml('<nav><ul><li>A<li>B</ul></nav><p>C<p>D<table><tr><td>E<td>F<tr><td>G</table>').text).toBe('A\nB\n\nC\n\nD\n\nE\tF\nG')
  })

  test.each(['div', 'b', 'blockquote', 'ul><li', 'table><tr><td'])('600 × <%s> inside each other', (tag) => {
    expect(readHtml(`${`<${tag}>`.repeat(600)}deep`).text).toBe('deep')
  })

  test.each(['pandoc.html', 'libreoffice.html'])('%s', async (name) => {
    const document = await readDocument(fixture(name), name)
    const blocks = blocksOf(document)

    expect(document.declared.headline).toBe('Bridge over the Sarwan reopens')
    expect(blocks).toContainEqual(['heading2', 'What it cost'])
    expect(blocks).toContainEqual(['table', '3,900'])
    expect(blocks).toContainEqual(['list_item', 'One lane stays closed'])
    expect(
      blocks
        .filter(([kind]) => kind === 'aside')
        .map(([, words]) => words)
        .join(),
    ).toContain('Statement of the Ministry of Roads, 3 March 2025.')
    expect(document.text).toContain('told reporters.[1]')
  })

  test.each(['constructor', 'utf-8', 'x-unknown'])('a page that declares %s but is in windows-1252', async (charset) => {
    const bytes = Buffer.from(
      `<meta charset="${charset}"><p>The ministry\x92s \x93final\x94 figure is 12 million, officials said on Monday.`,
      'latin1',
    )
    expect((await readDocument(bytes, 'page.html')).text).toBe('The ministry’s “final” figure is 12 million, officials said on Monday.')
  })

  test('the encoding a page declares', async () => {
    const document = await readDocument(fixture('windows-1256.html'), 'page.html')
    expect(document).toMatchObject({
      encoding: 'windows-1256',
      text: 'إعادة فتح جسر سروان\n\nقالت وزارة الطرق إن الجسر فُتح.',
      declared: { language: 'ar' },
    })
  })
})

describe('what a page says of itself', () => {
  test.each<[html: string, declared: object]>([
    ['<html lang="ckb"><title>Bridge | Sarwan Post</title>', { headline: 'Bridge | Sarwan Post', language: 'ckb' }],
    [
      '<META PROPERTY="og:title" CONTENT="Bridge"><meta property="og:site_name" content="Sarwan Post"><meta property="og:locale" content="en_GB">',
      { headline: 'Bridge', outlet: 'Sarwan Post', language: 'en-GB' },
    ],
    [
      '<link rel="canonical" href="https://post.example/bridge"><meta property="article:published_time" content="2025-03-03T10:00:00Z"><meta name="author" content="Lana Merivale">',
      { url: 'https://post.example/bridge', publishedAt: '2025-03-03T10:00:00Z', byline: 'Lana Merivale' },
    ],
    [
      '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="/bridge"><meta property="article:author" content="https://social.example/lana">',
      {},
    ],
    ['<time datetime="2025-03-03">', { publishedAt: '2025-03-03' }],
    ['<time datetime="yesterday"><html lang="not a language!">', {}],
    [
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"W"},{"@type":["NewsArticle"],"headline":"Bridge","author":[{"name":"Lana"},{"name":"Ruth"}],' +
        '"publisher":{"name":"Sarwan Post"},"datePublished":"2025-03-03","mainEntityOfPage":{"@id":"http://post.example/b"}}]}</script><title>Other',
      { headline: 'Bridge', byline: 'Lana, Ruth', outlet: 'Sarwan Post', publishedAt: '2025-03-03', url: 'http://post.example/b' },
    ],
    ['<script type="application/ld+json">{"@type":"NewsArticle","headline":5,"author":null,</script>', {}],
    ['<svg><title>Icon</title></svg>', {}],
  ])('%s', (html, declared) => {
    expect(readHtml(`${html}<p>x`).declared).toEqual(declared)
  })
})

describe('pastes', () => {
  test('from Word', () => {
    const html = `Version:1.0\r\nStartHTML:0000000105\r\n<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0cm}</style></head><body lang=EN-GB>
<!--StartFragment--><p class=MsoTitle>Bridge reopens<o:p></o:p></p>
<p class=MsoNormal><span lang=EN-US style='mso-fareast-language:EN-US'>It carries
4,200 vehicles.<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>Two lanes</p>
<!--[if gte mso 9]><xml><o:p>x</o:p></xml><![endif]--><div style='mso-element:footnote'><p class=MsoFootnoteText>[1] A note</p></div><!--EndFragment--></body></html>`
    expect(blocksOf(readPaste('ignored', html))).toEqual([
      ['heading1', 'Bridge reopens'],
      ['paragraph', 'It carries 4,200 vehicles.'],
      ['list_item', 'Two lanes'],
      ['aside', '[1] A note'],
    ])
  })

  test('from Google Docs', () => {
    const html =
      '<meta charset=\'utf-8\'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span>Cost</span></h2>' +
      '<p dir="ltr"><span>It cost </span><span style="font-weight:700">12.5</span><span> million.</span></p><br /><p dir="rtl"><span>انتهى</span></p></b>' +
      '<br class="Apple-interchange-newline">'
    expect(blocksOf(readPaste('', html))).toEqual([
      ['heading2', 'Cost'],
      ['paragraph', 'It cost 12.5 million.'],
      ['paragraph', 'انتهى'],
    ])
  })

  test.each([null, '', '  ', '<meta charset="utf-8"><img src="x">'])(
    'without words in its rich form (%j) the plain form is taken as it is',
    (html) => {
      expect(readPaste(' The bridge\r\n\r\nreopened. ', html)).toEqual({
        text: ' The bridge\r\n\r\nreopened. ',
        blocks: [],
        format: 'text',
        encoding: 'UTF-8',
        declared: {},
      })
    },
  )
})
