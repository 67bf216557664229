import { resolve } from 'node:path';
import { need, readVerb, refuseIgnored, wordsOf } from '../arguments.ts';
import { told } from '../told.ts';

const verbs = ['list', 'rename', 'join', 'split', 'undo', 'import', 'merge', 'move'] as const;

/** What `npm run units` was asked; blank where it was not said. Files are absolute: a running hub stands elsewhere. */
export interface UnitsWords {
  readonly verb: (typeof verbs)[number];
  readonly data: string;
  readonly file: string;
  readonly place: string;
  readonly village: string;
  readonly into: string;
  readonly name: string;
  readonly date: string;
  readonly households: string;
  readonly change: string;
  /** Of a merger: codes of the communes that go into a new one. */
  readonly places: string;
  /** Of a split: who keeps the old village does not keep the new one. */
  readonly apart: boolean;
  /** Of a village that leaves: also where reports of before are not frozen yet. */
  readonly unclosed: boolean;
}

const usage = [
  [
    'Dùng (thêm --data THƯ-MỤC):',
    '  units list --place MÃ-XÃ',
    '  units rename --place MÃ-XÃ [--village MÃ-THÔN] --name "TÊN MỚI"',
    '  units join --place MÃ-XÃ --village MÃ-THÔN --into MÃ-THÔN [--date 2026-07-01]',
    '  units split --place MÃ-XÃ --village MÃ-THÔN --households 12-40,55 --name "TÊN" [--date 2026-07-01] [--apart]',
    '  units undo --place MÃ-XÃ --change MÃ-VIỆC',
    '  units import TỆP.csv',
    '  units merge --places MÃ-XÃ,MÃ-XÃ --into MÃ-XÃ-MỚI --name "TÊN XÃ MỚI" --from 2026-07-01',
    '  units move --place MÃ-XÃ --village MÃ-THÔN --into MÃ-XÃ-KHÁC --from 2026-07-01 [--unclosed]',
  ].join('\n'),
  'Usage: units list|rename|join|split|undo --place CODE --data FOLDER [--village V] [--into V] [--name NAME] [--date DAY] [--households 12-40,55] [--apart] [--change ID]; units import FILE --data FOLDER; units merge --places CODE,CODE --into CODE --name NAME --from DAY --data FOLDER; units move --place CODE --village V --into CODE --from DAY [--unclosed] --data FOLDER',
] as const;

const options = {
  data: { type: 'string' },
  place: { type: 'string' },
  places: { type: 'string' },
  village: { type: 'string' },
  into: { type: 'string' },
  name: { type: 'string' },
  date: { type: 'string' },
  from: { type: 'string' },
  households: { type: 'string' },
  change: { type: 'string' },
  apart: { type: 'boolean' },
  unclosed: { type: 'boolean' },
} as const;

const known: { readonly [verb in UnitsWords['verb']]: readonly (keyof typeof options)[] } = {
  list: ['data', 'place'],
  rename: ['data', 'place', 'village', 'name'],
  join: ['data', 'place', 'village', 'into', 'date'],
  split: ['data', 'place', 'village', 'households', 'name', 'date', 'apart'],
  undo: ['data', 'place', 'change'],
  import: ['data'],
  merge: ['data', 'places', 'into', 'name', 'from'],
  move: ['data', 'place', 'village', 'into', 'from', 'unclosed'],
};

type Values = ReturnType<typeof readVerb<typeof options>>['values'];

/** Unknown or unfinished words are told, never guessed. */
export function readUnitsWords(words: readonly string[]): UnitsWords {
  const { values, positionals } = readVerb(words, options, usage);
  const [first, file] = positionals;
  const verb = verbs.find((one) => one === first);
  if (verb === undefined || positionals.length !== (verb === 'import' ? 2 : 1)) throw told(...usage);
  refuseIgnored(`units ${verb}`, values, known[verb]);
  const { data, place = '', village = '', into = '', name = '', date = '', households = '', change = '' } = values;
  if (verb === 'merge') return mergeWords(values);
  if (verb === 'move') return moveWords(values);
  return {
    verb,
    data: need(data, 'data'),
    file: file === undefined ? '' : resolve(file),
    place: verb === 'import' ? '' : need(place, 'place'),
    places: '',
    village: verb === 'join' || verb === 'split' ? need(village, 'village') : village,
    into: verb === 'join' ? need(into, 'into') : into,
    name: verb === 'rename' || verb === 'split' ? need(name, 'name') : name,
    date,
    households: verb === 'split' ? need(households, 'households') : households,
    change: verb === 'undo' ? need(change, 'change') : change,
    apart: values.apart === true,
    unclosed: false,
  };
}

const nothing = {
  ...{ file: '', place: '', places: '', village: '', name: '', households: '', change: '' },
  ...{ apart: false, unclosed: false },
} as const;

/** The name may stand in an official list that was read before; whether it does, is told where the communes are known. */
function mergeWords({ data, places, into, name = '', from }: Values): UnitsWords {
  return {
    ...nothing,
    verb: 'merge',
    data: need(data, 'data'),
    places: need(places, 'places'),
    into: need(into, 'into'),
    name,
    date: need(from, 'from'),
  };
}

function moveWords({ data, place, village, into, from, unclosed = false }: Values): UnitsWords {
  return {
    ...nothing,
    verb: 'move',
    data: need(data, 'data'),
    place: need(place, 'place'),
    village: need(village, 'village'),
    into: need(into, 'into'),
    date: need(from, 'from'),
    unclosed,
  };
}

/** The same words for a running hub, which stands in another folder. */
export function passUnitsWords({ verb, file, apart, unclosed, date, ...named }: UnitsWords): readonly string[] {
  const told = { ...named, [verb === 'merge' || verb === 'move' ? 'from' : 'date']: date };
  const flags = [...(apart ? ['--apart'] : []), ...(unclosed ? ['--unclosed'] : [])];
  return [verb, ...(file === '' ? [] : [file]), ...wordsOf(told), ...flags];
}
