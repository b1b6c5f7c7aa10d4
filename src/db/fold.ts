/** Arabic-script letters that are written in several ways but searched as one. */
const letterForms: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ئ: 'ي',
  ک: 'ك',
  ة: 'ه',
  ە: 'ه',
  ھ: 'ه',
  ؤ: 'و',
  ـ: '',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
}
const special = new RegExp(`[${Object.keys(letterForms).join('')}]`, 'gu')

/** Text as search sees it: lower case, without diacritics or Arabic vowel marks, with one form for letters that have several. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(special, (letter) => letterForms[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(special, (letter) => letterForms[letter] ?? letter)
}
