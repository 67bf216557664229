import { catalogue } from '../../../catalogue/index.ts';
import { privateWords } from '../../../catalogue/rules/private-words.ts';
import { definitionOf } from '../../../domain/book/book.ts';
import type { Words } from '../../../domain/words.ts';
import type { TakeBackJudgement } from '../../../register/lives/answers.ts';
import type { RecordingBook } from '../book.ts';
import { marriedAgain } from './married-again.ts';
import type { TakenBack } from './taking-back.ts';
import { namedBy } from './told-put.ts';

type Book = Pick<RecordingBook, 'register' | 'store' | 'sender'>;
type Named = Pick<RecordingBook, 'register'>;

/** What goes along with these facts, and why they cannot go. */
export function judgeTaking(book: Book, facts: readonly string[], plan: TakenBack): TakeBackJudgement {
  const along = plan.gone.filter((id) => !facts.includes(id)).flatMap((id) => wordFact(book, id));
  const held = heldOf(book, plan);
  return { along, ...(held !== undefined && { held }) };
}

/** Why these facts cannot go; `undefined` when they can. */
export function heldOf(book: Book, plan: TakenBack): Words | undefined {
  if (plan.held.length > 0) return heldWords(book, plan);
  const again = marriedAgain(book, plan);
  if (again === undefined) return undefined;
  return {
    vi: `Sau đó ${again} đã kết hôn lần khác: rút lại việc này thì sổ ghi hai vợ hoặc hai chồng cùng một lúc. Hãy rút lại lần kết hôn ấy trước.`,
    en: `${again} has married again since: taken back, the book would tell of two husbands or wives at once. Take that wedding back first.`,
  };
}

function wordFact({ register }: Named, id: string): TakeBackJudgement['along'] {
  const fact = register.get(id);
  const definition = definitionOf(catalogue, fact?.kind ?? '');
  if (fact === undefined || definition === undefined) return [];
  const [person] = namedBy(fact).flatMap((one) => register.get(one) ?? []);
  const name = person?.kind === 'person' ? String(person.fields.fullName ?? '') : '';
  return [{ label: definition.isSensitive === true ? privateWords : definition.label, name }];
}

/** Whom something else in the book speaks of: that has to go first. */
export function heldWords({ register }: Named, { held }: TakenBack): Words {
  const [first] = held.flatMap((id) => register.get(id) ?? []);
  if (first?.kind === 'household') {
    return {
      vi: 'Hộ này đã có người hoặc có việc ghi sau đó nên chưa rút lại được. Hãy rút lại những việc ấy trước.',
      en: 'Somebody lives in this household, or something was recorded of it since. Take that back first.',
    };
  }
  if (first?.kind === 'supply') {
    return {
      vi: 'Lần cấp này lấy từ kho khác, thẻ kho ấy không có trên máy này. Hãy nhờ nơi đã cấp rút lại.',
      en: 'This was given from another store, whose card is not on this phone. Ask whoever gave it to take it back.',
    };
  }
  if (first?.kind === 'stock_movement') {
    return {
      vi: 'Bên nhận đã nhận số hàng này nên chưa rút lại được. Rút lại lần nhận trước, hoặc ghi trả lại.',
      en: 'These goods were taken in at the other store. Take the receipt back first, or record a return.',
    };
  }
  const name = String(first?.fields.fullName ?? '');
  return {
    vi: `Sổ còn việc ghi sau đó về ${name} (có thể ở trang riêng) nên chưa rút lại được. Hãy rút lại những việc ấy trước.`,
    en: `Something else was recorded of ${name} since (perhaps in the own panel). Take that back first.`,
  };
}

/** Households in which people whom these facts name live. */
export function homesOf({ register }: Named, facts: readonly string[]): readonly string[] {
  const named = facts.flatMap((id) => {
    const fact = register.get(id);
    return fact === undefined ? [] : namedBy(fact);
  });
  const homes = named.flatMap((id) => {
    const record = register.get(id);
    return record?.kind === 'household' ? id : (record?.fields.household ?? []);
  });
  return [...new Set(homes.filter((id) => typeof id === 'string'))];
}

/** The first of these households that has no head now, or two of them; `''` where each has one. */
export function headlessOf({ register }: Named, households: readonly string[]): string {
  const found = households.find((id) => {
    if (register.get(id)?.fields.kind === 'collective') return false;
    const living = register.household(id)?.people.filter(({ status }) => status === 'active') ?? [];
    return living.length > 0 && living.filter(({ relation }) => relation === 'head').length !== 1;
  });
  return found ?? '';
}
