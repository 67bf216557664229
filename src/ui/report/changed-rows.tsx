import type { VNode } from 'preact';
import { formatDate } from '../../domain/calendar/partial-date.ts';
import type { CarriedRow, ChangedCase, ChangedRow } from '../../domain/figure/closing/closing.ts';
import type { Rounding } from '../../domain/figure/rounding.ts';
import { say } from '../../domain/words.ts';
import { language } from '../language.ts';
import { closingWords } from '../words/closing-words.ts';
import { spellCell } from '../words/spell-cell.ts';
import { spellFigure, spellNumber } from '../words/spell-number.ts';

interface ChangedRowsProps {
  readonly rows: readonly ChangedRow[];
  readonly rounding: Rounding;
  /** What the two columns are called. */
  readonly heads: readonly [string, string];
  /** Whether what is late is told apart from what differs truly. */
  readonly tellsTruth?: boolean;
}

/** Rows that come to something else, the one beside the other; under each who counts otherwise, and by what. */
export function ChangedRows(props: ChangedRowsProps): VNode {
  const copy = closingWords.value;
  const [frozen, now] = props.heads;
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{copy.indicator}</th>
          <th scope="col" class="number">
            {frozen}
          </th>
          <th scope="col" class="number">
            {now}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              {say(row.label, language.value)}
              <Notes row={row} tellsTruth={props.tellsTruth === true} />
            </th>
            <Shown row={row} side="frozen" rounding={props.rounding} />
            <Shown row={row} side="now" rounding={props.rounding} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ShownProps extends Pick<ChangedRowsProps, 'rounding'> {
  readonly row: ChangedRow;
  readonly side: 'frozen' | 'now';
}

/** The period's number, and the one since New Year where only that differs. */
function Shown({ row, side, rounding }: ShownProps): VNode {
  const isOnlyCumulative = row.frozen.value === row.now.value && row.frozen.cumulative !== row.now.cumulative;
  const { value, cumulative, text } = row[side];
  const shown = isOnlyCumulative ? { value: cumulative } : { value, text };
  return (
    <td class="number">
      {spellCell(shown, { decimals: row.decimals, rounding })}
      {isOnlyCumulative && <div class="soft small">{closingWords.value.cumulative}</div>}
    </td>
  );
}

interface NotesProps {
  readonly row: ChangedRow;
  readonly tellsTruth: boolean;
}

function Notes({ row, tellsTruth }: NotesProps): VNode {
  const copy = closingWords.value;
  return (
    <>
      {row.cases.map((one) => (
        <div key={`${one.is} ${one.who.record} ${one.who.person} ${one.who.villageName}`} class="soft small">
          {tellCase(one, tellsTruth)}
        </div>
      ))}
      {!row.isWhole && <div class="soft small">{copy.tooMany}</div>}
      {row.villages.length > 0 && <div class="soft small">{copy.villages(row.villages.join(', '))}</div>}
      {tellsTruth && row.isTrue && row.cases.length === 0 && <div class="small">{copy.truly}</div>}
    </>
  );
}

function tellCase(one: ChangedCase, tellsTruth: boolean): string {
  const copy = closingWords.value;
  const { who, what, by, on } = one;
  const wrote = one.isTakenBack ? copy.tookBack : copy.wrote;
  return [
    one.is === 'came' ? copy.came : copy.went,
    who.name,
    sayGoods(one.goods),
    who.householdNumber === '' ? '' : copy.household(who.householdNumber),
    who.villageName,
    who.date === '' ? '' : formatDate(who.date),
    by === '' ? '' : wrote(say(what, language.value), by, formatDate(on)),
    one.span === 'year' ? copy.onlyYear : '',
    tellsTruth ? (one.isLate ? copy.late : copy.truly) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function sayGoods(goods: ChangedCase['goods']): string {
  if (goods === undefined) return '';
  const { what, quantity, unit } = goods;
  return [say(what, language.value), spellNumber(quantity, language.value), say(unit, language.value)].join(' ');
}

interface CarriedRowsProps extends Pick<ChangedRowsProps, 'rounding'> {
  readonly rows: readonly CarriedRow[];
}

/** "Điều chỉnh kỳ trước": as it was frozen then, and what late facts add or take. */
export function CarriedRows({ rows, rounding }: CarriedRowsProps): VNode | null {
  const copy = closingWords.value;
  if (rows.length === 0) return null;
  return (
    <section class="section">
      <h2>{copy.carried}</h2>
      <p class="soft">{copy.carriedHow}</p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{copy.indicator}</th>
            <th scope="col" class="number">
              {copy.frozen}
            </th>
            <th scope="col" class="number">
              {copy.change}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CarriedLine key={row.key} row={row} rounding={rounding} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CarriedLineProps extends Pick<ChangedRowsProps, 'rounding'> {
  readonly row: CarriedRow;
}

/** What was late for the period before; where it was late for one before that, what is since New Year. */
function CarriedLine({ row, rounding }: CarriedLineProps): VNode {
  const { label, decimals, cumulative = row } = row;
  const copy = closingWords.value;
  const isOfYear = row.frozen === row.now;
  const shown = isOfYear ? cumulative : row;
  const spell = (value: number | null) => spellFigure(value, { decimals, rounding }, language.value);
  const change = (pair: Pair) => (pair.frozen === null || pair.now === null ? null : pair.now - pair.frozen);
  const signed = (value: number | null) => (value !== null && value > 0 ? `+${spell(value)}` : spell(value));
  const mark = isOfYear && <div class="soft small">{copy.cumulative}</div>;
  const isMore = !isOfYear && change(cumulative) !== change(row);
  return (
    <tr>
      <th scope="row">{say(label, language.value)}</th>
      <td class="number">
        {spell(shown.frozen)}
        {mark}
      </td>
      <td class="number">
        {signed(change(shown))}
        {mark}
        {isMore && <div class="soft small">{`${copy.cumulative} ${signed(change(cumulative))}`}</div>}
      </td>
    </tr>
  );
}

type Pair = Pick<CarriedRow, 'frozen' | 'now'>;
