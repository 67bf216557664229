import type { InterfaceWords } from './vi.ts';

/** A language may lack words; what it lacks is shown in Vietnamese, never as a key. */
export type Translation = { readonly [Area in keyof InterfaceWords]?: Partial<InterfaceWords[Area]> };

/** Each area of `base` with the translated words laid over it. */
export function layOver(base: InterfaceWords, translation: Translation): InterfaceWords {
  return {
    app: { ...base.app, ...translation.app },
    bar: { ...base.bar, ...translation.bar },
    gate: { ...base.gate, ...translation.gate },
    tab: { ...base.tab, ...translation.tab },
    activate: { ...base.activate, ...translation.activate },
    pin: { ...base.pin, ...translation.pin },
    unlock: { ...base.unlock, ...translation.unlock },
    home: { ...base.home, ...translation.home },
    pages: { ...base.pages, ...translation.pages },
    book: { ...base.book, ...translation.book },
    household: { ...base.household, ...translation.household },
    form: { ...base.form, ...translation.form },
    report: { ...base.report, ...translation.report },
    device: { ...base.device, ...translation.device },
    more: { ...base.more, ...translation.more },
  };
}
