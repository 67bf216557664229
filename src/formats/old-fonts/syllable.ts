/*
 * How Vietnamese writes a syllable: an initial, a nucleus, a final, one tone. Text of an old font reads as something that
 * nobody can pronounce, and by that it is told from text that is Vietnamese already.
 */

const initials = 'ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx]';
const nuclei = [
  'iêu|yêu|oai|oay|oeo|uây|uôi|uyê|uyu|uya|ươi|ươu',
  'ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê',
  '[aăâeêioôơuưy]',
].join('|');
const finals = 'ch|ng|nh|[cmnpt]';
const syllable = new RegExp(`^(?:${initials})?(?:${nuclei})(?:${finals})?$`);

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** "Nguyễn" → true, "NguyÔn" → false. */
function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize('NFD');
  const toned = apart.match(tones)?.length ?? 0;
  return toned <= 1 && syllable.test(apart.replace(tones, '').normalize('NFC'));
}

/** Words with a letter beyond ASCII that no Vietnamese reads. */
export function strangeWords(text: string): number {
  const words = text.split(/[\s,.;:/()"'+|-]+/).filter((word) => /[^\u0020-\u007e]/.test(word));
  return words.filter((word) => !isSyllable(word)).length;
}
