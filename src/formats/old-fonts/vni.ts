/* VNI Windows: the letter, then a second one that carries the marks; i, y and đ have letters of their own. */

/** Combining marks by the letter behind a, e, o, u, y, ô (ơ) and ö (ư): breve or circumflex first, then the tone. */
const marks: { readonly [seen: string]: string } = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};

const alone: { readonly [seen: string]: string } = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};

/** "Nguyeãn Vaên Bình" → "Nguyễn Văn Bình". @param text as it shows without the font */
export function fromVni(text: string): string {
  const pairs = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|([ñôöíìæóòî])/giu;
  return text
    .normalize('NFC')
    .replace(pairs, (_, base: string | undefined, mark: string | undefined, single: string | undefined) => {
      if (base === undefined || mark === undefined) return inCase(single ?? '', alone);
      return `${inCase(base, alone)}${marks[mark.toLowerCase()] ?? mark}`;
    })
    .normalize('NFC');
}

function inCase(seen: string, map: { readonly [seen: string]: string }): string {
  const small = seen.toLowerCase();
  const found = map[small] ?? small;
  return seen === small ? found : found.toUpperCase();
}
