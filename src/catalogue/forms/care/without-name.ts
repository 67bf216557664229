import type { FormDefinition, Question } from '../../../domain/form/form.ts';
import type { RecordDefinition } from '../../../domain/record.ts';
import { formSet } from '../parts/form-set.ts';
import { ask, askSurely } from '../parts/questions.ts';

/** What a fact says beside its day and the age group: nothing in free words, in which somebody could be named. */
interface WithoutName {
  readonly record: RecordDefinition;
  readonly checks: FormDefinition['checks'];
  readonly law: string;
  readonly questions?: readonly Question[];
}

/** Without a name: the village and the age group are all that is kept of whom. */
export function unnamedForm({ record, checks, law, questions = [] }: WithoutName): FormDefinition {
  const title = { vi: `${record.label.vi} (không nêu tên)`, en: `${record.label.en} (without a name)` };
  const keys = ['date', 'ageGroup', ...questions.map(({ field }) => field.key)];
  return {
    key: `${record.kind}_unnamed`,
    title,
    help: {
      vi: 'Dùng khi người phụ nữ không muốn nêu tên. Chỉ ghi thôn và nhóm tuổi, không có chỗ nào ghi tên. Số này cộng riêng, bên cạnh số có tên.',
      en: 'For a woman who does not want to be named. Only the village and the age group are kept, and no name has a place here. It is counted beside the named ones.',
    },
    ...formSet,
    asks: 'village',
    shown: 'panel',
    law: `${law}; Luật 91/2025/QH15 (tối thiểu hóa dữ liệu)`,
    checks,
    pages: [{ key: record.kind, title, questions: [ask(record, 'date'), askSurely(record, 'ageGroup'), ...questions] }],
    writes: [
      {
        name: record.kind,
        kind: record.kind,
        values: { ...Object.fromEntries(keys.map((key) => [key, { field: key }])), asked: { context: 'asked' } },
      },
    ],
  };
}
