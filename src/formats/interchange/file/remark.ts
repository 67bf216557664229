import type { Words } from '../../../domain/words.ts';
import type { TableName } from './columns.ts';
import { type Doubt, doubts, type Refusal, refusals, type Spoken } from './reasons.ts';

/** What is to be said about one row of a file. refuse: it cannot be taken · ask: taken when a person says so */
export interface Remark {
  readonly table: TableName;
  /** As a spreadsheet shows it; the heading is row 1. */
  readonly row: number;
  readonly column: string;
  readonly strength: 'refuse' | 'ask';
  /** Key of the reason: doubts of one kind are taken or left together. */
  readonly why: string;
  readonly words: Words;
}

/** Gathers what is said while a file is read. */
export interface Remarks {
  refuse(table: TableName, row: number, column: string, why: Refusal, value?: Spoken): void;
  ask(table: TableName, row: number, column: string, why: Doubt, value?: Spoken): void;
  isRefused(table: TableName, row: number): boolean;
  all(): readonly Remark[];
}

export function gatherRemarks(): Remarks {
  const remarks: Remark[] = [];
  const refused = new Set<string>();
  const said = new Set<string>();
  /** Two readers of one cell may find the same fault. */
  const say = (remark: Remark): void => {
    const { table, row, column, words } = remark;
    const key = `${table} ${row} ${column} ${words.vi}`;
    if (!said.has(key)) remarks.push(remark);
    said.add(key);
  };
  return {
    refuse(table, row, column, why, value = '') {
      refused.add(`${table} ${row}`);
      say({ table, row, column, strength: 'refuse', why, words: refusals[why](value) });
    },
    ask(table, row, column, why, value = '') {
      // Row 0 is the book's own: nobody is asked about what stands there.
      if (row > 0) say({ table, row, column, strength: 'ask', why, words: doubts[why](value) });
    },
    isRefused: (table, row) => refused.has(`${table} ${row}`),
    all: () => remarks,
  };
}
