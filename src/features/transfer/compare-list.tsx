import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatDate, isPartialDate } from '../../domain/calendar/partial-date.ts';
import { Button } from '../../ui/button.tsx';
import { FileField } from '../../ui/form/files/file-field.tsx';
import { language } from '../../ui/language.ts';
import { Ledger, LedgerRow } from '../../ui/ledger.tsx';
import { Page } from '../../ui/page/page.tsx';
import { spellNumber } from '../../ui/words/spell-number.ts';
import type { ComparedLine, Comparison, OpenedFiles, SheetMapping } from '../../workers/api/transfer-api.ts';
import type { Screen, ScreenProps } from '../screen.ts';
import { tellProblem } from './tell-problem.ts';
import { WizardPage } from './wizard/wizard-page.tsx';
import { transferWords } from './words.ts';

/** "So sánh": a list of another office laid against the register. Nothing is written. */
export function CompareList({ screen }: ScreenProps): VNode {
  const { choose, compare } = transferWords.value;
  const [opened, setOpened] = useState<OpenedFiles>();
  const [comparison, setComparison] = useState<Compared>();
  const [isBusy, setBusy] = useState(false);
  const onAgain = () => {
    setOpened(undefined);
    setComparison(undefined);
  };
  if (comparison !== undefined) return <ComparisonPage screen={screen} comparison={comparison} onAgain={onAgain} />;
  if (opened?.is === 'sheets')
    return (
      <WizardPage
        screen={screen}
        use="compare"
        title={compare.title}
        action={compare.do}
        sheets={opened.sheets}
        isBusy={isBusy}
        onMapped={async (mapping) => {
          setBusy(true);
          setComparison({ ...(await screen.phone.compareSheet(mapping)), mapping });
          setBusy(false);
        }}
        onAgain={onAgain}
      />
    );
  const problem = opened && (tellProblem(opened) ?? transferWords.value.problems.no_table);
  return (
    <Page title={compare.title} onBack={screen.back}>
      {problem !== undefined && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      <FileField
        label={choose.label}
        hint={choose.listHint}
        onFiles={async (files) => setOpened(await screen.phone.openFiles(files))}
      />
    </Page>
  );
}

interface Compared extends Comparison {
  readonly mapping: SheetMapping;
}

interface ComparisonPageProps {
  readonly screen: Screen;
  readonly comparison: Compared;
  readonly onAgain: () => void;
}

const groups = ['different', 'extra', 'missing'] as const;

function ComparisonPage({ screen, comparison, onAgain }: ComparisonPageProps): VNode {
  const words = transferWords.value.compare;
  const { listed, same, lines, mapping } = comparison;
  const village = screen.who.places.find(({ id }) => id === mapping.village)?.name;
  const spell = (count: number) => spellNumber(count, language.value);
  return (
    <Page title={words.title} onBack={onAgain}>
      <p role="status">{words.counts(spell(listed), spell(same))}</p>
      {village !== undefined && <p class="soft">{words.place(village)}</p>}
      {groups.map((is) => (
        <Group
          key={is}
          title={words[is]}
          lines={lines.filter((line) => line.is === is)}
          isOfOne={village !== undefined}
        />
      ))}
    </Page>
  );
}

const step = 100;

interface GroupProps {
  readonly title: string;
  readonly lines: readonly ComparedLine[];
  /** The list is of one village: its name need not stand on every line. */
  readonly isOfOne: boolean;
}

function Group({ title, lines, isOfOne }: GroupProps): VNode {
  const words = transferWords.value.compare;
  const [shown, setShown] = useState(step);
  return (
    <section>
      <h2>{`${title} (${spellNumber(lines.length, language.value)})`}</h2>
      {lines.length === 0 && <p class="soft">{words.none}</p>}
      <Ledger>
        {lines.slice(0, shown).map((line, index) => (
          <LedgerRow
            key={index}
            title={line.name}
            note={noteOf(line, isOfOne)}
            {...(line.household !== '' && { href: `/household/${encodeURIComponent(line.household)}` })}
          />
        ))}
      </Ledger>
      {lines.length > shown && (
        <Button label={words.more(lines.length - shown)} onPress={() => setShown(shown + step)} />
      )}
    </section>
  );
}

function noteOf({ row, birthDate, householdNumber, village, differs }: ComparedLine, isOfOne: boolean): string {
  const words = transferWords.value.compare;
  const spell = (text: string) => (isPartialDate(text) ? formatDate(text) : text);
  const named = differs.map(({ field, list, register }) =>
    register === undefined
      ? words.differsUntold(words.fields[field], list)
      : words.differs(words.fields[field], spell(list), spell(register)),
  );
  const parts = [
    birthDate === '' ? '' : spell(birthDate),
    householdNumber === '' ? '' : words.household(householdNumber),
    isOfOne ? '' : village,
    row === 0 ? '' : words.row(row),
    ...named,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
