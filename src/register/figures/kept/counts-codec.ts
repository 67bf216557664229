import { compactCase } from '../../../domain/book/count.ts';
import type { Case, Wanted } from '../../../domain/figure/indicator.ts';
import { splitPage } from '../../../sync/records/columns/binary/columns-codec.ts';
import { type IdListForm, readIds } from '../../../sync/records/columns/binary/id-list.ts';
import { arrays, readSection, type Section, type Sections } from '../../../sync/records/columns/binary/sections.ts';
import { joinPage } from '../../../sync/records/columns/binary/write-columns.ts';
import { writeIds } from '../../../sync/records/columns/binary/write-ids.ts';
import { createSections } from '../../../sync/records/columns/binary/write-sections.ts';
import { createTable, type Table } from '../../../sync/records/columns/table.ts';
import type { IdList, Numbers } from '../../../sync/records/page-columns.ts';
import { createRowNumbers, type RowNumbers } from '../../../sync/records/row-numbers.ts';
import type { NumberList } from '../../shelf/number-list.ts';
import type { KeptCounts } from '../counts.ts';
import { createRecordNumbers, type RecordNumbers } from '../record-numbers.ts';
import type { KeptFlow, KeptStock } from '../tally.ts';
import { onlyCounted } from './only-counted.ts';

/*
 * Kept counts as bytes: a head of JSON and the numbers behind it, as in a stored page. The form belongs to one build of the
 * app, which reads what itself has written or counts anew: it is frozen nowhere.
 */

type Bytes = Uint8Array<ArrayBuffer>;

interface CountsForm {
  readonly ids: IdListForm;
  readonly holders: Section;
  /** Of the facts, people and households in cases of flows; and their dates, places and groups. */
  readonly caseIds: IdListForm;
  readonly caseTexts: readonly string[];
  readonly counts: readonly CountForm[];
}

interface CountForm extends Wanted {
  readonly tally: FlowForm | StockForm;
}

/** A number a case: those of its ids, and of its texts; 0 for what it has not, or 1 + the number. */
interface FlowForm {
  readonly is: 'flow';
  /** The fact that counts. */
  readonly facts: Section;
  readonly records: Section;
  readonly subjects: Section;
  readonly holders: Section;
  readonly dates: Section;
  readonly places: Section;
  readonly groups: Section;
}

interface StockForm extends Pick<KeptStock, 'is' | 'groups' | 'places' | 'standings'> {
  readonly counting: Section;
  readonly held: Section;
  /** Pairs, flat. */
  readonly unusual: Section;
  readonly sizes: Section;
}

const encoderOf = (sections: Sections, caseIds: RecordNumbers, caseTexts: Table<string>) => ({
  flow({ facts }: KeptFlow): FlowForm {
    const cases = [...facts].flatMap(([id, found]) => found.map((one) => [id, one] as const));
    const column = (number: (one: Case, fact: string) => number): Section =>
      sections.add(cases.map(([fact, one]) => number(one, fact)));
    return {
      is: 'flow',
      facts: column((_, fact) => caseIds.of(fact)),
      records: column(({ record }) => caseIds.of(record)),
      subjects: column(({ subject }) => caseIds.of(subject)),
      holders: column(({ holder }) => (holder === undefined ? 0 : 1 + caseIds.of(holder))),
      dates: column(({ date }) => caseTexts.numberOf(date)),
      places: column(({ place }) => caseTexts.numberOf(place)),
      groups: column(({ group }) => (group === undefined ? 0 : 1 + caseTexts.numberOf(group))),
    };
  },
  stock: ({ is, groups, places, standings, counting, held, unusual, sizes }: KeptStock): StockForm => ({
    is,
    groups,
    places,
    standings,
    counting: sections.add(counting),
    held: sections.add(held),
    unusual: sections.add(unusual.flat()),
    sizes: sections.add(sizes.flat()),
  }),
});

/** @param pause behind each count: somebody may be typing meanwhile */
export async function countsToBytes(kept: KeptCounts, pause: () => Promise<void>): Promise<Bytes> {
  const { numbers, counts } = onlyCounted(kept);
  const sections = createSections();
  const [caseIds, caseTexts] = [createRecordNumbers(), createTable<string>()];
  const encode = encoderOf(sections, caseIds, caseTexts);
  const written: CountForm[] = [];
  for (const {
    rule,
    days: { first, last },
    tally,
  } of counts) {
    const form = tally.is === 'flow' ? encode.flow(tally) : encode.stock(tally);
    written.push({ rule, days: { first, last }, tally: form });
    await pause();
  }
  const form: CountsForm = {
    ids: writeIds(numbers.ids, sections),
    holders: sections.add(numbers.holders),
    caseIds: writeIds(caseIds.kept().ids, sections),
    caseTexts: caseTexts.things,
    counts: written,
  };
  return joinPage(form, sections);
}

/** Only for bytes that were authenticated as this build's. */
export function countsFromBytes(bytes: Bytes): KeptCounts {
  const parts = splitPage(bytes);
  if (parts === undefined) throw new RangeError('kept counts end before their head does');
  const { head, body } = parts;
  const form = JSON.parse(new TextDecoder().decode(head)) as CountsForm;
  const ids = readIds(form.caseIds, body);
  const known: KnownCases = { texts: form.caseTexts, ids, numberOf: lateNumbers(ids) };
  return {
    numbers: { ids: readIds(form.ids, body), holders: listIn(body, form.holders) },
    counts: form.counts.map(({ rule, days, tally }) => ({
      rule,
      days,
      tally: tally.is === 'flow' ? flowIn(tally, body, known) : stockIn(tally, body),
    })),
  };
}

/** What the cases of flows have in common. */
interface KnownCases {
  readonly texts: readonly string[];
  readonly ids: IdList;
  readonly numberOf: (id: string) => number | undefined;
}

/** Numbers of ids, listed when the first is sought. */
function lateNumbers(ids: IdList): (id: string) => number | undefined {
  let numbers: RowNumbers | undefined;
  return (id) => {
    if (numbers === undefined) {
      numbers = createRowNumbers();
      numbers.add(ids, 0);
    }
    return numbers.get(id);
  };
}

/** A number a case, each. */
interface CaseColumns extends Record<Exclude<keyof FlowForm, 'is'>, Numbers> {}

function flowIn({ is, ...form }: FlowForm, body: Bytes, known: KnownCases): KeptFlow {
  const column = (section: Section): Numbers => columnIn(body, section);
  const columns: CaseColumns = {
    facts: column(form.facts),
    records: column(form.records),
    subjects: column(form.subjects),
    holders: column(form.holders),
    dates: column(form.dates),
    places: column(form.places),
    groups: column(form.groups),
  };
  const { facts } = columns;
  return {
    is,
    facts: { [Symbol.iterator]: () => factsIn(columns, known) },
    size: facts.length,
    has(id) {
      const number = known.numberOf(id);
      return number !== undefined && holds(facts, number);
    },
  };
}

function holds(numbers: Numbers, wanted: number): boolean {
  for (let at = 0; at < numbers.length; at += 1) if (numbers[at] === wanted) return true;
  return false;
}

/** Cases of one fact stand together. */
function* factsIn(columns: CaseColumns, { texts, ids }: KnownCases): Generator<readonly [string, readonly Case[]]> {
  const { facts, records, subjects, holders, dates, places, groups } = columns;
  const idAt = (numbers: Numbers, at: number): string => ids.at(numbers[at] ?? 0);
  const textAt = (numbers: Numbers, at: number): string => texts[numbers[at] ?? 0] ?? '';
  const caseAt = (at: number): Case => {
    const [holder, group] = [holders[at] ?? 0, groups[at] ?? 0];
    return compactCase({
      record: idAt(records, at),
      date: textAt(dates, at),
      subject: idAt(subjects, at),
      place: textAt(places, at),
      holder: holder === 0 ? undefined : ids.at(holder - 1),
      group: group === 0 ? undefined : (texts[group - 1] ?? ''),
    });
  };
  for (let at = 0; at < facts.length; ) {
    const first = at;
    const found: Case[] = [];
    while (at < facts.length && facts[at] === facts[first]) {
      found.push(caseAt(at));
      at += 1;
    }
    yield [idAt(facts, first), found];
  }
}

function stockIn({ counting, held, unusual, sizes, ...form }: StockForm, body: Bytes): KeptStock {
  return {
    ...form,
    counting: listIn(body, counting),
    held: listIn(body, held),
    unusual: pairs(readSection(body, unusual)),
    sizes: pairs(readSection(body, sizes)),
  };
}

/* Copied: what is counted on must not hold the whole body. */

function columnIn(body: Bytes, section: Section): Numbers {
  return new arrays[section.t](readSection(body, section));
}

function listIn(body: Bytes, section: Section): NumberList {
  const numbers = readSection(body, section);
  return numbers instanceof Uint32Array ? numbers.slice() : new Uint16Array(numbers);
}

function pairs(flat: ArrayLike<number>): readonly (readonly [number, number])[] {
  return Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at] ?? 0, flat[2 * at + 1] ?? 0] as const);
}
