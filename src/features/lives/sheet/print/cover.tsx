import type { VNode } from 'preact';
import { cycleOf } from '../../../../catalogue/paper/book-year.ts';
import { formatDate } from '../../../../domain/calendar/partial-date.ts';
import { Button } from '../../../../ui/button.tsx';
import { useAnswer } from '../../../../ui/hook/use-answer.ts';
import { language, words } from '../../../../ui/language.ts';
import { villagePath } from '../../../../ui/lives/paths.ts';
import { QrCode } from '../../../../ui/lives/qr-code.tsx';
import { MissingScreen } from '../../../../ui/page/missing-screen.tsx';
import { Page } from '../../../../ui/page/page.tsx';
import { spellNumber } from '../../../../ui/words/spell-number.ts';
import { civilToday } from '../../../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../../../screen.ts';
import { paperWords } from '../paper-words.ts';
import { AreaTable } from './area-table.tsx';

export type BookCover = NonNullable<Awaited<ReturnType<Screen['phone']['bookCover']>>>;

/** The cover of a village's book, and behind it the list of the areas that its collaborator keeps. */
export function Cover({ screen, params }: ScreenProps): VNode | null {
  const place = params.place ?? '';
  const answer = useAnswer(
    async () => ({ cover: await screen.phone.bookCover(place), year: (await screen.phone.yearBook()).year }),
    place,
    screen.revision.value,
  );
  if (answer === undefined) return null;
  const { cover, year } = answer.value;
  if (cover === undefined) return <MissingScreen title={words.value.book.missing} />;
  const copy = paperWords.value;
  const { first, last } = cycleOf(year);
  return (
    <div class="sheet sheet-tall sheet-cover">
      <Page title={copy.coverTitle} note={copy.bookOf(year, first, last)} onBack={screen.back}>
        <div class="not-printed">
          <Button label={copy.print} icon="print" onPress={() => window.print()} />
        </div>
        <CoverFacts cover={cover} />
        <div class="sheet-cover-foot">
          <QrCode text={`${window.location.origin}${villagePath(place)}`} label={copy.scanVillage} />
          <p class="small soft">{copy.coverIssued}</p>
        </div>
        {cover.areas.map((area) => (
          <AreaTable key={`${area.place} ${area.area}`} area={area} />
        ))}
      </Page>
    </div>
  );
}

/** As the paper asks them, in its order. What the book does not know is a line to write on. */
function CoverFacts({ cover }: { readonly cover: BookCover }): VNode {
  const copy = paperWords.value;
  const own = cover.areas.filter(({ place }) => place === cover.place);
  return (
    <dl class="sheet-cover-facts">
      {/* The province has no districts since July 2025: the line "Huyện" of the printed cover has nothing to say. */}
      <Fact label={copy.province} value={cover.province} isCapital />
      <Fact label={copy.commune} value={cover.commune} isCapital />
      <Fact label={copy.village} value={cover.village} isCapital />
      <Fact label={copy.coverKeeper} value={cover.keepers.join(', ')} isCapital />
      {own.length === 0 && <Fact label={copy.coverArea} value={copy.areaSpan(cover.village, undefined, undefined)} />}
      {own.map(({ area, from, to }) => (
        <Fact key={area} label={copy.coverArea} value={copy.areaSpan(area || cover.village, from, to)} />
      ))}
      <Fact label={copy.coverAddress} value={addressOf(cover)} />
      <Fact label={copy.coverOn(formatDate(civilToday()))} value={sizeOf(cover)} />
    </dl>
  );
}

interface FactProps {
  readonly label: string;
  readonly value: string;
  /** In capitals, as the paper wants it. */
  readonly isCapital?: boolean;
}

function Fact({ label, value, isCapital = false }: FactProps): VNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd class={isCapital ? 'sheet-capital' : undefined}>{value || paperWords.value.dots}</dd>
    </div>
  );
}

/** More lanes than these stand on the next page alone. */
const mostLanes = 6;

/** "Xóm Đoài, Xóm Đông, Thôn Phù Du": the lanes that addresses tell, then the village. */
function addressOf({ place, areas, village }: BookCover): string {
  const rows = areas.filter((area) => area.place === place).flatMap((area) => area.rows);
  const lanes = [...new Set(rows.map(({ street, lane }) => [lane, street].filter(Boolean).join(', ')))].filter(Boolean);
  return [...(lanes.length > mostLanes ? [] : lanes), village].filter(Boolean).join(', ');
}

function sizeOf({ households, residents, temporary }: BookCover): string {
  const count = (number: number): string => spellNumber(number, language.value);
  return paperWords.value.coverSize(count(households), count(residents), count(temporary));
}
