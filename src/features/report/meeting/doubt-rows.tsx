import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { language, words } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { householdPath, personPath } from '../../../ui/lives/paths.ts';
import type { PhoneApi } from '../../../workers/api/phone-api.ts';
import { listPath } from './months.ts';
import { meetingWords } from './words.ts';

export type Doubt = Awaited<ReturnType<PhoneApi['slipDoubts']>>[number];

/** Drawn in portions: a book that was never checked has hundreds. */
const portion = 40;

interface DoubtRowsProps {
  readonly doubts: readonly Doubt[];
  readonly month: string;
  /** Whose slip a private line leads to. */
  readonly keeper: string;
}

/** What is to be asked face to face. A line of a private list is neither named nor explained: its list opens by itself. */
export function DoubtRows({ doubts, month, keeper }: DoubtRowsProps): VNode {
  const [shown, setShown] = useState(portion);
  const left = doubts.length - shown;
  return (
    <>
      <Ledger>
        {doubts.slice(0, shown).map((doubt) => (
          <LedgerRow
            key={doubt.id}
            title={doubtTitle(doubt)}
            note={doubtNote(doubt)}
            {...leadsTo(doubt, month, keeper)}
          />
        ))}
      </Ledger>
      {left > 0 && <Button label={meetingWords.value.moreDoubts(left)} onPress={() => setShown(shown + portion)} />}
    </>
  );
}

export function doubtTitle({ isPrivate, name, householdNumber, villageName }: Doubt): string {
  if (isPrivate) return meetingWords.value.privateLine;
  const home = householdNumber === '' ? '' : words.value.household.household(householdNumber);
  return [name, home].filter(Boolean).join(' · ') || villageName;
}

export function doubtNote({ is, why, isPrivate, list, villageName }: Doubt): string {
  const copy = meetingWords.value;
  const said = why === undefined || isPrivate ? copy.why[is] : `${copy.why[is]}: ${say(why, language.value)}`;
  return [villageName, said, isPrivate || list === 0 ? '' : copy.inList(list)].filter(Boolean).join(' · ');
}

function leadsTo(doubt: Doubt, month: string, keeper: string): { readonly href?: string } {
  if (doubt.isPrivate) return doubt.list > 0 ? { href: listPath(month, keeper || doubt.place, doubt.list) } : {};
  if (doubt.household !== '') return { href: householdPath(doubt.household) };
  return doubt.person === '' ? {} : { href: personPath(doubt.person) };
}
