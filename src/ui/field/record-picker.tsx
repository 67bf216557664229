import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../button.tsx';
import { useAnswer } from '../hook/use-answer.ts';
import { useLatest } from '../hook/use-latest.ts';
import { LedgerRow } from '../ledger.tsx';
import { eventWords } from '../words/event-words.ts';
import type { Choice } from './choice-rows.tsx';
import { type FieldProps, GroupedField } from './field-frame.tsx';
import { TextField } from './text-field.tsx';

/** `sex`: only people of it, and those of whom it is not known. */
interface Sought {
  readonly kind: string;
  readonly text: string;
  readonly sex?: string | undefined;
}

/** How a person or a household is found in the whole book; `kind` is that of the record. */
export interface Seeker {
  /** The book of this phone is that of its villages, not of the commune: who is not found may live elsewhere in it. */
  readonly isOfVillages: boolean;
  /** Rows as in the search, the best first. */
  readonly seek: (sought: Sought, limit: number) => Promise<readonly Choice[]>;
  readonly nameOf: (kind: string, id: string) => Promise<Choice | undefined>;
}

interface RecordPickerProps extends FieldProps {
  readonly seeker: Seeker;
  readonly kind: string;
  readonly sex?: string | undefined;
  /** Id of the chosen one. */
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
  /** What was typed while nobody is chosen: kept, and said when the page is left so. */
  readonly sought: string;
  readonly onSeek: (text: string) => void;
}

/** More rows than these nobody reads on a phone. */
const mostRows = 8;

/** Anyone of the book: typed for, chosen from rows, and changed again by one button. */
export function RecordPicker(props: RecordPickerProps): VNode {
  // Focus follows a choice that was made here; a page that opens with one keeps its heading.
  const hasTurned = useRef(false);
  const turn = (id: string | undefined): void => {
    hasTurned.current = true;
    props.onChoose(id);
  };
  return (
    <GroupedField field={props}>
      {props.chosen === undefined ? (
        <Seeking {...props} onChoose={turn} isFocused={hasTurned.current} />
      ) : (
        <Chosen {...props} chosen={props.chosen} onChoose={turn} isFocused={hasTurned.current} />
      )}
    </GroupedField>
  );
}

type Half = RecordPickerProps & { readonly isFocused: boolean };

function Seeking(props: Half): VNode {
  const [typed, setTyped] = useState(props.sought);
  const words = eventWords.value.field;
  const type = (text: string): void => {
    setTyped(text);
    props.onSeek(text.trim() === '' ? '' : text);
  };
  const search = async () =>
    typed.trim() === '' ? undefined : props.seeker.seek({ kind: props.kind, text: typed, sex: props.sex }, mostRows);
  const found = useLatest(search, typed);
  return (
    <>
      <TextField
        id={props.id}
        label={words.seek}
        look="search"
        value={typed}
        isFocused={props.isFocused}
        onValue={type}
      />
      <p class="field-hint" role="status">
        {found && wordFound(found.length, props.seeker)}
      </p>
      {found && found.length > 0 && (
        <ul class="ledger">
          {found.map((row) => (
            <LedgerRow key={row.key} title={row.label} note={row.note} onPress={() => props.onChoose(row.key)} />
          ))}
        </ul>
      )}
    </>
  );
}

/** As many rows as are shown at most: there may be more. */
function wordFound(count: number, { isOfVillages }: Seeker): string {
  const words = eventWords.value.field;
  if (count === 0) return isOfVillages ? `${words.seekNone} ${words.seekElsewhere}` : words.seekNone;
  return count < mostRows ? words.seekFound(count) : words.seekMore;
}

function Chosen(props: Half & { readonly chosen: string }): VNode {
  const named = useAnswer(() => props.seeker.nameOf(props.kind, props.chosen), props.chosen);
  const box = useRef<HTMLDivElement>(null);
  const words = eventWords.value.field;
  useEffect(() => {
    if (props.isFocused) box.current?.querySelector('button')?.focus();
  }, []);
  return (
    <div ref={box} class="picked">
      <p>
        <span class="soft">{words.chosen}: </span>
        <strong>{named?.value?.label ?? '…'}</strong>
        {named?.value?.note && <span class="choice-note">{named.value.note}</span>}
      </p>
      <Button id={props.id} label={words.chooseOther} onPress={() => props.onChoose(undefined)} />
    </div>
  );
}
