import type { VNode } from 'preact';
import { language } from '../../../../ui/language.ts';
import { spellNumber } from '../../../../ui/words/spell-number.ts';
import { paperWords } from '../paper-words.ts';
import type { BookCover } from './cover.tsx';
import { WidePart } from './wide-part.tsx';

type Area = BookCover['areas'][number];

/** Room for lanes that no address tells. */
const fewestRows = 8;

/** "Bảng kê địa bàn": six columns as on paper; what addresses do not tell is written by hand. */
export function AreaTable({ area }: { readonly area: Area }): VNode {
  const copy = paperWords.value;
  const title = copy.areaTitle(area.area || area.village);
  const blanks = Array.from({ length: Math.max(0, fewestRows - area.rows.length) }, (_, line) => line);
  const headings = [copy.order, copy.areaVillage, copy.areaLane, copy.areaAlley, copy.areaNook, copy.areaNumbers];
  return (
    <WidePart name={title} look="sheet-paper">
      <h2>{title}</h2>
      <table class="sheet-table sheet-areas">
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {area.rows.map((row, index) => (
            <tr key={`${row.street} ${row.lane} ${row.alley} ${row.nook}`}>
              <td>{index + 1}</td>
              <td>{row.street || area.village}</td>
              <td>{row.lane}</td>
              <td>{row.alley}</td>
              <td>{row.nook}</td>
              <td>{wordNumbers(row)}</td>
            </tr>
          ))}
          {blanks.map((line) => (
            <tr key={`blank-${line}`} class="sheet-blank">
              {headings.map((heading) => (
                <td key={heading} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WidePart>
  );
}

/** "23 hộ, từ hộ số 63–85": as many as the numbers say, and whoever waits for one. */
function wordNumbers({ households, numbers, unnumbered }: Area['rows'][number]): string {
  const copy = paperWords.value;
  const count = (number: number): string => spellNumber(number, language.value);
  const numbered = numbers === '' ? copy.households(households) : copy.areaRange(count(households), numbers);
  return unnumbered === 0 ? numbered : `${numbered} ${copy.areaUnnumbered(count(unnumbered))}`;
}
