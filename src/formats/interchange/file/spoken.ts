import { catalogue } from '../../../catalogue/index.ts';
import { definitionOf } from '../../../domain/book/book.ts';
import type { RecordField } from '../../../domain/field.ts';
import { say, type Words } from '../../../domain/words.ts';

/* What the book calls a field and a value of it: an officer is told of neither by its key. */

/** "Họ và tên, Ngày sinh". A field of no record is `others`' word for it, else its key. */
export function fieldNames(
  kind: string,
  keys: readonly string[],
  others: { readonly [key: string]: Words } = {},
): Words {
  const names = keys.map((key) => fieldOf(kind, key)?.label ?? others[key] ?? { vi: key });
  return both((language) => names.map((name) => say(name, language)).join(', '));
}

/** "Tạm vắng" for usual_absent; whatever is no code of that field is itself. */
export function valueName(kind: string, field: string, value: string): Words {
  const type = fieldOf(kind, field)?.type;
  const code = type?.is === 'code' ? type.list.codes.find(({ key }) => key === value) : undefined;
  return code?.label ?? { vi: value };
}

function fieldOf(kind: string, key: string): RecordField | undefined {
  return definitionOf(catalogue, kind)?.fields.find((field) => field.key === key);
}

function both(word: (language: 'vi' | 'en') => string): Words {
  return { vi: word('vi'), en: word('en') };
}
