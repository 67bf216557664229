/*
 * 2,048 syllables that a Vietnamese reader can say and spell without accents: initials × rimes by the rules of the
 * script (k, gh, ngh before e and i; c, g, ng elsewhere). Four of them carry 44 bits.
 */

const initials = ['b', 'c', 'ch', 'd', 'g', 'gi', 'h', 'kh', 'l', 'm', 'n', 'ng', 'nh', 'ph', 'qu', 'r'].concat([
  's',
  't',
  'th',
  'tr',
  'v',
  'x',
  'k',
  'gh',
  'ngh',
  '',
  'p',
]);

/** The most usual first: the list ends where 2,048 is reached. */
const rimes = [
  'a o u i e ai ao au ay eo eu ia ieu iu oa oai oe oi ua ue ui uoi uy oay',
  'am an ang anh em en enh iem ien ieng im in inh om on ong um un ung oan oang oanh uan uyen uong uon uom',
  'ac ach ap at ec ech ep et ich iec iep iet ip it oc op ot uc up ut oac oat uat uoc uot uop uyet uyt oach',
  'uu uou eng uynh oet oen uet uang oam oap uya uech',
].flatMap((line) => line.split(' '));

/** Syllables that nobody wants to read aloud from a card. */
const unwanted = new Set(['buoi', 'cac', 'cut', 'dai', 'deo', 'dit', 'du', 'ia', 'lon', 'ngu', 'chet', 'giet', 'ma']);

const frontVowel = /^[ei]/;

function canJoin(initial: string, rime: string): boolean {
  const isFront = frontVowel.test(rime);
  if (['c', 'g', 'ng'].includes(initial)) return !isFront;
  if (['k', 'gh', 'ngh'].includes(initial)) return isFront;
  if (initial === 'gi') return !rime.startsWith('i');
  if (initial === 'qu') return /^[aeiy]/.test(rime);
  return true;
}

function listSyllables(): readonly string[] {
  const all = rimes.flatMap((rime) =>
    initials.filter((initial) => canJoin(initial, rime)).map((initial) => initial + rime),
  );
  const wanted = [...new Set(all)].filter((syllable) => syllable.length > 1 && !unwanted.has(syllable));
  return wanted.slice(0, 2048);
}

export const cardSyllables = listSyllables();
