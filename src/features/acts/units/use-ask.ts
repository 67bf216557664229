import { useState } from 'preact/hooks';
import type { FieldError } from '../../../ui/error-summary.tsx';
import { useOnce } from '../../../ui/hook/use-once.ts';
import type { Screen } from '../../screen.ts';
import { actWords } from '../words.ts';

export type Change = Parameters<Screen['phone']['askUnits']>[0];
export type Asked = Awaited<ReturnType<Screen['phone']['unitsAsked']>>[number];
type Problem = Extract<Asked['state'], { readonly is: 'refused' }>['why'];

const unitsPath = '/units';

interface UseAsk {
  readonly errors: readonly FieldError[];
  readonly isBusy: boolean;
  readonly press: () => void;
}

/** What a screen has read: a change, or what must be mended first, by the control that it belongs to. */
export type ReadChange = () => Change | { readonly control: string; readonly why: Problem };

/** A press of the main button: the change is kept on the phone and sent with the next sync, which begins at once. */
export function useAsk(screen: Screen, read: ReadChange): UseAsk {
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const press = useOnce(async () => {
    const told = read();
    if ('why' in told) return setErrors([{ control: told.control, text: actWords.value.units.problem[told.why] }]);
    setErrors([]);
    await screen.phone.askUnits(told);
    screen.say({ text: actWords.value.units.asked, path: unitsPath });
    screen.returnTo(unitsPath);
    void screen.phone.sync();
  });
  return { errors, isBusy: press.isBusy, press: press.run };
}
