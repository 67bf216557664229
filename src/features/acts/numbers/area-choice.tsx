import type { VNode } from 'preact';
import { ChoiceRows } from '../../../ui/field/choice-rows.tsx';
import { actWords } from '../words.ts';
import type { NumberedRows } from './numbered-rows.ts';

interface AreaChoiceProps {
  readonly from: NumberedRows;
  /** `undefined`: all of them. */
  readonly area: string | undefined;
  readonly onArea: (area: string | undefined) => void;
}

/** Every key of an area begins so: a blank area is the village's own numbers. */
const mark = '#';

/** Which numbers are meant, where the book has several that run side by side. */
export function AreaChoice({ from, area, onArea }: AreaChoiceProps): VNode | null {
  const words = actWords.value.renumber;
  if (from.areas.length === 0) return null;
  const named = from.areas.map((name) => ({ key: `${mark}${name}`, label: name }));
  const own = from.rows.some((row) => row.area === '') ? [{ key: mark, label: words.ownNumbers }] : [];
  return (
    <ChoiceRows
      id="scope"
      label={words.scope}
      choices={[{ key: '', label: words.all(from.name) }, ...own, ...named]}
      chosen={area === undefined ? '' : `${mark}${area}`}
      onChoose={(key) => onArea(key === '' ? undefined : key.slice(1))}
    />
  );
}
