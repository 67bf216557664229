import { stockForm } from '../../../catalogue/stock/month-form.ts';
import { say } from '../../../domain/words.ts';
import { language } from '../../../ui/language.ts';
import { headName } from '../../../ui/report/signed.tsx';

/** Who signs a paper of stores, each with the name that is known. */
export function handsOf(keeper: string): readonly (readonly [office: string, name: string])[] {
  const [ours, head] = stockForm.hands;
  return [
    [say(ours, language.value), keeper],
    [say(head, language.value), headName()],
  ];
}
