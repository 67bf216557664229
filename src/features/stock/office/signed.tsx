import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { TextField } from '../../../ui/field/text-field.tsx';
import { stockWords } from '../part/words.ts';

/** Typed once while the app is open; no paper of a store keeps it. */
const head = signal('');

export const headName = (): string => head.value.trim();

/** Who signs beside the one whose phone this is. */
export function HeadField(): VNode {
  return (
    <div class="not-printed">
      <TextField
        id="head"
        label={stockWords.value.signHeadName}
        look="name"
        isOptional
        value={head.value}
        onValue={(name) => {
          head.value = name;
        }}
      />
    </div>
  );
}

/** Both hands, each over its name. */
export function Signed({ keeper }: { readonly keeper: string }): VNode {
  const copy = stockWords.value;
  const hands = [
    [copy.signKeeper, keeper],
    [copy.signHead, headName()],
  ] as const;
  return (
    <div class="sheet-signed">
      {hands.map(([office, name]) => (
        <p key={office}>
          {office}
          <br />
          <span class="small soft">{copy.signHere}</span>
          <span class="signed-name">{name}</span>
        </p>
      ))}
    </div>
  );
}
