import type { Value } from '../../../../domain/value.ts';
import { type FieldColumn, noDevice, splitId } from '../../page-columns.ts';
import type { Sections } from './sections.ts';
import type { ColumnForm, Form, ReadColumn } from './values.ts';

export function writeColumn(column: FieldColumn, sections: Sections): ColumnForm {
  if (wasRead(column)) return column.writeAgain(sections);
  const values = Array.from({ length: column.length }, (_, index) => column.value(index));
  const form = writeDates(values, sections) ?? writeNumbers(values, sections) ?? writeTexts(values, sections);
  return column.at === undefined ? form : { ...form, at: sections.addSteps(column.at) };
}

function wasRead(column: FieldColumn): column is ReadColumn {
  return 'writeAgain' in column;
}

/** "1996", "1996-03" or "1996-03-05": how many digits says how much is known. */
const told = /^[1-9]\d{3}(?:-\d\d(?:-\d\d)?)?$/;

function writeDates(values: readonly Value[], sections: Sections): Form | undefined {
  if (!values.every((value) => typeof value === 'string' && told.test(value))) return undefined;
  return { is: 'dates', v: sections.add(values.map((value) => Number(String(value).replaceAll('-', '')))) };
}

function writeNumbers(values: readonly Value[], sections: Sections): Form | undefined {
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length === values.length ? { is: 'numbers', v: sections.add(numbers) } : undefined;
}

function writeTexts(values: readonly Value[], sections: Sections): Form {
  const texts = new Map<string, number>();
  const numbers = values.map((value) => {
    const text = JSON.stringify(value);
    const number = texts.get(text) ?? texts.size;
    texts.set(text, number);
    return number;
  });
  // Few texts are a code list; many are references, names, or what people wrote.
  const isMany = texts.size > 16 && texts.size * 4 > values.length;
  const own = isMany ? (writeIdValues(values, sections) ?? writeNames(values, sections)) : undefined;
  return (
    own ?? { is: 'table', table: [...texts.keys()].map((text): Value => JSON.parse(text)), v: sections.add(numbers) }
  );
}

function writeIdValues(values: readonly Value[], sections: Sections): Form | undefined {
  const devices: string[] = [];
  const device: number[] = [];
  const seq: number[] = [];
  for (const value of values) {
    const parts = typeof value === 'string' ? splitId(value) : undefined;
    if (parts === undefined && value !== null) return undefined;
    const known = parts === undefined ? noDevice : devices.indexOf(parts[0]);
    const number = parts !== undefined && known === -1 ? devices.push(parts[0]) - 1 : known;
    if (parts !== undefined && number >= noDevice) return undefined;
    device.push(number);
    seq.push(parts?.[1] ?? 0);
  }
  return { is: 'ids', devices, device: sections.add(device), seq: sections.add(seq) };
}

/** Nothing but single blanks between words. */
const plainWords = /^\S+(?: \S+)*$/;

function writeNames(values: readonly Value[], sections: Sections): Form | undefined {
  const table = new Map<string, number>();
  const words: number[] = [];
  const starts = [0];
  for (const value of values) {
    if (typeof value !== 'string' || !plainWords.test(value)) return undefined;
    for (const word of value.split(' ')) {
      const number = table.get(word) ?? table.size;
      table.set(word, number);
      words.push(number);
    }
    starts.push(words.length);
  }
  // What people wrote in sentences shares no words: it is shorter as it stands.
  if (table.size * 2 > words.length) return undefined;
  return { is: 'names', table: [...table.keys()], words: sections.add(words), starts: sections.addSteps(starts) };
}
