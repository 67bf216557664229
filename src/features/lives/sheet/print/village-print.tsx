import type { VNode } from 'preact';
import { Button } from '../../../../ui/button.tsx';
import { useAnswer } from '../../../../ui/hook/use-answer.ts';
import { language, words } from '../../../../ui/language.ts';
import { MissingScreen } from '../../../../ui/page/missing-screen.tsx';
import { Page } from '../../../../ui/page/page.tsx';
import { livesWords } from '../../../../ui/words/lives-words.ts';
import { spellNumber } from '../../../../ui/words/spell-number.ts';
import type { ScreenProps } from '../../../screen.ts';
import { isLivedIn } from '../../part/is-lived-in.ts';
import { paperWords } from '../paper-words.ts';

/** The households of a village on paper, by number, with room to sign. */
export function VillagePrint({ screen, params }: ScreenProps): VNode | null {
  const place = params.place ?? '';
  const answer = useAnswer(
    async () => ({ village: await screen.phone.village(place), year: (await screen.phone.yearBook()).year }),
    place,
    screen.revision.value,
  );
  if (answer === undefined) return null;
  const { village, year } = answer.value;
  if (village.name === '') return <MissingScreen title={words.value.book.missing} />;
  const copy = paperWords.value;
  const size = words.value.book.size(
    spellNumber(village.households.filter(isLivedIn).length, language.value),
    spellNumber(village.people, language.value),
  );
  return (
    <div class="sheet sheet-tall">
      <Page
        title={copy.villageTitle(village.name)}
        note={`${screen.who.communeName} · ${size} · ${copy.yearOf(year)}`}
        onBack={screen.back}
      >
        <div class="not-printed">
          <Button label={copy.print} icon="print" onPress={() => window.print()} />
        </div>
        <table class="sheet-table">
          <thead>
            <tr>
              <th scope="col" class="sheet-order">
                {copy.number}
              </th>
              <th scope="col">{copy.head}</th>
              <th scope="col">{copy.note}</th>
            </tr>
          </thead>
          <tbody>
            {village.households.map((row) => (
              <tr key={row.id}>
                <td>
                  {row.householdNumber}
                  {row.area !== '' && <span class="sheet-area">{row.area}</span>}
                </td>
                <td>{row.name}</td>
                <td>{isLivedIn(row) ? '' : livesWords.value.book.members(row.people)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Page>
    </div>
  );
}
