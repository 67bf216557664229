import type { VNode } from 'preact';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language, words } from '../../../ui/language.ts';
import { householdPath } from '../../../ui/lives/paths.ts';
import { QrCode } from '../../../ui/lives/qr-code.tsx';
import { Page } from '../../../ui/page.tsx';
import { MissingScreen } from '../../missing-screen.tsx';
import type { ScreenProps } from '../../screen.ts';
import { type HouseholdPage, openSheet } from './open-sheet.ts';
import { paperWords } from './paper-words.ts';
import { PartThree } from './part-three.tsx';
import { PartTwo } from './part-two.tsx';
import { SheetTable } from './sheet-table.tsx';

/** Book mode: a household as its A0 page, to be typed off the paper by keyboard, and printed. */
export function SheetScreen({ screen, params }: ScreenProps): VNode | null {
  const id = params.id ?? '';
  const answer = useAnswer(() => openSheet(screen.phone, id), id, screen.revision.value);
  if (answer === undefined) return null;
  const copy = paperWords.value;
  const sheet = answer.value;
  if (sheet === undefined) return <MissingScreen title={words.value.household.missing} />;
  return (
    <div class="sheet">
      <Page
        title={copy.title(words.value.household.title(sheet.household.number))}
        note={`${screen.who.communeName} · ${sheet.household.villageName}`}
        onBack={screen.back}
      >
        <SheetHead household={sheet.household} />
        <p class="box sheet-narrow not-printed">{copy.narrow}</p>
        <SheetTable screen={screen} sheet={sheet} />
        <PartTwo screen={screen} sheet={sheet} />
        <PartThree changes={sheet.changes} />
      </Page>
    </div>
  );
}

interface SheetHeadProps {
  readonly household: HouseholdPage;
}

/** Where the household is, and the code that opens it: an address with an id, no name. */
function SheetHead({ household }: SheetHeadProps): VNode {
  const copy = paperWords.value;
  return (
    <div class="sheet-head">
      <dl class="sheet-facts">
        <Fact label={words.value.household.address} value={household.address} />
        <Fact label={words.value.household.phone} value={household.phone} />
        {household.fields.map(({ field, label, value }) => (
          <Fact key={field} label={say(label, language.value)} value={say(value, language.value)} />
        ))}
      </dl>
      <div class="not-printed">
        <Button label={copy.print} icon="print" onPress={() => window.print()} />
      </div>
      <QrCode text={`${window.location.origin}${householdPath(household.id)}`} label={copy.scan} />
    </div>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }): VNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
