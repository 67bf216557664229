import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { TextField } from '../field/text-field.tsx';
import { closingWords } from '../words/closing-words.ts';

/** Typed once while the app is open; no paper of a store keeps it. */
const head = signal('');

export const headName = (): string => head.value.trim();

/** Who signs beside the one whose phone this is. */
export function HeadField(): VNode {
  return (
    <div class="not-printed">
      <TextField
        id="head"
        label={closingWords.value.headName}
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

/** Each hand over its name, or over an empty line. */
export function Signed({ hands }: { readonly hands: readonly (readonly [office: string, name: string])[] }): VNode {
  return (
    <div class="sheet-signed">
      {hands.map(([office, name]) => (
        <p key={office}>
          {office}
          <br />
          <span class="small soft">{closingWords.value.hint}</span>
          <span class="signed-name">{name}</span>
        </p>
      ))}
    </div>
  );
}
